//! A rule of a nullable branch of a choice is checked where the value is not null.

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/nullable-branch-with-rule.json" }

#[tokio::test]
async fn the_rule_is_checked_and_null_passes() {
    let wire = Wire::answers("200 OK", r#"{"ok":true}"#);
    let client = Client::builder(bindery::sign::NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let mut member = Member::new();
    member.count = Some(MemberCount::Integer(Some(0)));
    member.level = Some(MemberLevel::String(Some("x".to_owned())));
    let refused = client.send(member.clone()).await.unwrap_err().to_string();
    assert!(refused.contains("count"), "{refused}");
    assert!(refused.contains("^[0-9]+$"), "{refused}");
    member.count = Some(MemberCount::Integer(None));
    member.level = Some(MemberLevel::String(Some("7".to_owned())));
    client.send(member).await.unwrap();
    assert_eq!(wire.body(), r#"{"level":"7","count":null}"#);
}
