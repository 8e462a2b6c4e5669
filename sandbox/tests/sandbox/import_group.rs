//! `import_group`, rule by rule.

use bindery::UnixSeconds;
use tencent_im::{
    CustomGroupId, GroupType, ImportGroup, ImportGroupError, ImportableGroupType, UserId,
};

use crate::support::{Bench, IMPORT_GROUP, NOW};

#[tokio::test]
async fn a_group_keeps_what_it_was_imported_with() {
    let bench = Bench::new().await;
    let request = ImportGroup::new(ImportableGroupType::ChatRoom, "Meeting")
        .group_id(CustomGroupId::from_static("meeting"))
        .owner_account(UserId::from_static("leckie"))
        .create_time(UnixSeconds::from_secs(1_448_357_837));
    let made = bench.client().send(request).await.unwrap();
    assert_eq!(made.group_id.as_str(), "meeting");
    let group = bench.sandbox.group("meeting").unwrap();
    assert_eq!(
        (group.kind, group.name.as_str()),
        (GroupType::ChatRoom, "Meeting")
    );
    assert_eq!(group.created.as_secs(), 1_448_357_837);
    assert_eq!(group.owner.as_deref(), Some("leckie"));
    assert_eq!(group.unread.get("leckie"), Some(&0));
}

#[tokio::test]
async fn without_id_and_time_the_sandbox_gives_both() {
    let bench = Bench::new().await;
    let client = bench.client();
    let mut ids = Vec::new();
    for (kind, lead) in [
        (ImportableGroupType::Public, "@TGS#"),
        (ImportableGroupType::Private, "@TGS#"),
        (ImportableGroupType::Community, "@TGS#_"),
    ] {
        let made = client.send(ImportGroup::new(kind, "n")).await.unwrap();
        let id = made.group_id.as_str().to_owned();
        assert!(id.starts_with(lead), "{id}");
        let created = bench.sandbox.group(&id).unwrap().created;
        assert_eq!(created, UnixSeconds::from_secs(NOW.cast_signed()));
        ids.push(id);
    }
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

#[tokio::test]
async fn each_broken_rule_has_its_code() {
    let bench = Bench::with(|builder| builder.refused_words(["casino"])).await;
    let public = |more: &str| format!(r#"{{"Type":"Public","Name":"n"{more}}}"#);
    let community = |more: &str| format!(r#"{{"Type":"Community","Name":"n"{more}}}"#);
    let cases = [
        (r#"{"Type":"AVChatRoom","Name":"n"}"#.to_owned(), 10007),
        (r#"{"Type":"Work","Name":"n"}"#.to_owned(), 10004),
        (r#"{"Type":7,"Name":"n"}"#.to_owned(), 10004),
        (r#"{"Type":"Public"}"#.to_owned(), 10004),
        (r#"{"Type":"Public","Name":""}"#.to_owned(), 10004),
        (
            format!(r#"{{"Type":"Public","Name":"{}"}}"#, "\u{4f60}".repeat(11)),
            10004,
        ),
        (public(r#","GroupId":"@TGS#1""#), 10004),
        (public(r#","GroupId":"@TGS#_1""#), 10004),
        (public(r#","GroupId":"""#), 10004),
        (public(r#","MaxMemberCount":6001"#), 10004),
        (public(r#","SupportTopic":1"#), 10004),
        (public(r#","CreateTime":1700000001"#), 10004),
        (public(r#","Owner_Account":7"#), 60015),
        (public(r#","Introduction":"the casino""#), 80001),
        (community(r#","GroupId":"mine""#), 10004),
        (community(r#","ApplyJoinOption":"FreeAccess""#), 10004),
        (community(r#","MaxMemberCount":100001"#), 10004),
        (
            community(r#","MaxMemberCount":100000,"SupportTopic":1,"GroupId":"@TGS#_1""#),
            0,
        ),
        (
            public(r#","MaxMemberCount":6000,"CreateTime":1700000000,"GroupId":"mine""#),
            0,
        ),
    ];
    for (body, code) in cases {
        assert_eq!(bench.code(IMPORT_GROUP, &body).await, code, "{body}");
    }
}

#[tokio::test]
async fn an_id_in_use_is_told_apart_by_its_owner() {
    let bench = Bench::new().await;
    let client = bench.client();
    let request = |owner: &'static str| {
        ImportGroup::new(ImportableGroupType::Public, "n")
            .group_id(CustomGroupId::from_static("mine"))
            .owner_account(UserId::from_static(owner))
    };
    client.send(request("leckie")).await.unwrap();
    let mut errors = Vec::new();
    for owner in ["leckie", "peter"] {
        match client.send(request(owner)).await {
            Err(bindery::Error::Refused(refusal)) => errors.push(refusal.error),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(
        errors,
        [
            ImportGroupError::GroupIdOwned,
            ImportGroupError::GroupIdTaken
        ]
    );
    let nobody = r#"{"Type":"Public","Name":"n","GroupId":"mine"}"#;
    assert_eq!(bench.code(IMPORT_GROUP, nobody).await, 10021);
    let nobodys = nobody.replace("mine", "nobodys");
    assert_eq!(bench.code(IMPORT_GROUP, &nobodys).await, 0);
    assert_eq!(bench.code(IMPORT_GROUP, &nobodys).await, 10021);
}
