//! One item that breaks a rule takes none of the others with it.

use bindery::{Distinct, List, Rule, Segment, UnixSeconds, Verdict};
use bindery_tests::clock::Clock;
use bindery_tests::script::{Script, response};
use tencent_im::{
    Client, GroupId, ImportGroupMsg, ImportedMessage, TextContent, UserId, UserSigCredentials,
};

/// One of them is longer than the service takes.
fn messages() -> Vec<ImportedMessage> {
    let numbers = Distinct::new();
    let message = |i: i64| {
        let text = "x".repeat(if i == 1_234 { 12_001 } else { 20 });
        ImportedMessage::builder()
            .from_account(UserId::new("ann").unwrap())
            .send_time(UnixSeconds::from_secs(1_600_000_000 + i))
            .msg_body([TextContent::new(text).into()])
            .random(numbers.u32())
            .build()
    };
    (0..2_400).map(message).collect()
}

fn client(script: &Script) -> Client {
    let key = UserSigCredentials::new(1_400_000_000, "administrator", "k3y").unwrap();
    let client = Client::builder(key).transport(script.clone());
    client.timer(Clock::default()).build().unwrap()
}

/// An answer that stores as many messages as the request holds.
fn stores_all(script: &Script) {
    script.then(|request| {
        let body = String::from_utf8_lossy(request.body());
        let count = body.matches("\"From_Account\"").count();
        let stored = vec![r#"{"Result":0,"MsgSeq":1}"#; count].join(",");
        response(
            200,
            format!(r#"{{"ActionStatus":"OK","ErrorCode":0,"ImportMsgResult":[{stored}]}}"#),
        )
    });
}

#[tokio::test]
async fn an_over_long_message_is_set_aside_and_the_rest_imported() {
    let (batches, aside) = List::<_, 1, 7>::checked_batches(messages());
    let [refused] = aside.as_slice() else {
        panic!("{aside:?}")
    };
    assert_eq!(refused.index, 1_234);
    let reason = refused.reasons.iter().next().unwrap();
    assert_eq!(reason.rule, Rule::Size);
    assert_eq!(reason.path, [Segment::Member("MsgBody".to_owned())]);

    let script = Script::default();
    let client = client(&script);
    let mut stored = 0;
    for batch in batches {
        stores_all(&script);
        let request = ImportGroupMsg::builder()
            .group_id(GroupId::new("hikers").unwrap())
            .msg_list(batch)
            .build();
        let outcome = client.send(request).await.unwrap();
        let done = |verdict: &Verdict<_, _>| matches!(verdict, Verdict::Done(_));
        stored += outcome
            .items()
            .iter()
            .filter(|item| done(&item.verdict))
            .count();
    }
    assert_eq!(stored, 2_399);
    assert_eq!(script.seen().len(), 2_399_usize.div_ceil(7));
}

#[tokio::test]
async fn a_refused_call_names_the_item() {
    let script = Script::default();
    let batch = messages().split_off(1_230);
    let batch: List<_, 1, 7> = batch
        .into_iter()
        .take(7)
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let request = ImportGroupMsg::builder()
        .group_id(GroupId::new("hikers").unwrap())
        .msg_list(batch)
        .build();
    let bindery::Error::Invalid(broken) = client(&script).send(request).await.unwrap_err() else {
        panic!()
    };
    let broken: Vec<_> = broken.iter().map(|it| (it.item(), &*it.pointer)).collect();
    assert_eq!(broken, [(Some(4), "/MsgList/4/MsgBody")]);
    assert!(script.seen().is_empty());
}

#[test]
fn an_item_is_checked_by_itself() {
    let messages = messages();
    assert!(bindery::check(&messages[0]).is_ok());
    let broken = bindery::check(&messages[1_234]).unwrap_err();
    assert_eq!(broken.iter().next().unwrap().pointer, "/MsgBody");
}
