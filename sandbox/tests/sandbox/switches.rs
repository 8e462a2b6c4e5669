//! What the documents leave open: each switch, both ways where the default has no test elsewhere.

use bindery::UnixSeconds;
use tencent_im_sandbox::{AfterRefusal, EqualSendTime, Repeat};

use crate::support::{Bench, CREATED, HISTORY, json_message};

async fn with_equal_times(switch: EqualSendTime) -> (Vec<i64>, Vec<i64>) {
    let bench = Bench::with(|builder| builder.equal_send_time(switch)).await;
    let two = [json_message(1, None), json_message(1, None)].join(",");
    (bench.results(&two).await, bench.results(&two).await)
}

#[tokio::test]
async fn equal_send_times() {
    let cases = [
        (EqualSendTime::Accepted, ([0, 0], [0, 0])),
        (EqualSendTime::WithinCall, ([0, 0], [10004, 10004])),
        (EqualSendTime::Refused, ([0, 10004], [10004, 10004])),
    ];
    for (switch, (first, second)) in cases {
        assert_eq!(
            with_equal_times(switch).await,
            (first.to_vec(), second.to_vec()),
            "{switch:?}"
        );
    }
    let default = Bench::new().await;
    let two = [json_message(1, None), json_message(1, None)].join(",");
    assert_eq!(default.results(&two).await, [0, 0]);
}

#[tokio::test]
async fn a_refused_message_may_stop_the_rest() {
    let call = [
        json_message(1, None),
        json_message(0, None),
        json_message(2, Some(7)),
    ]
    .join(",");
    let bench = Bench::with(|builder| builder.after_refusal(AfterRefusal::Stop)).await;
    assert_eq!(bench.results(&call).await, [0, 10004, 10004]);
    assert_eq!(bench.stored(), 1);
    let bench = Bench::new().await;
    assert_eq!(bench.results(&call).await, [0, 10004, 0]);
}

#[tokio::test]
async fn a_repeat_may_name_the_first() {
    let twice = [json_message(1, Some(7)), json_message(2, Some(7))].join(",");
    let body = format!(r#"{{"GroupId":"hikers","MsgList":[{twice}]}}"#);
    let bench = Bench::with(|builder| builder.repeat(Repeat::NamesFirst)).await;
    let reply = bench.call(crate::support::IMPORT_MSG, &body).await;
    assert_eq!(reply.numbers("MsgSeq"), [1, 1]);
    assert_eq!(reply.numbers("MsgTime"), [CREATED + 1, CREATED + 1]);
    let bench = Bench::new().await;
    let reply = bench.call(crate::support::IMPORT_MSG, &body).await;
    assert_eq!(reply.numbers("MsgSeq"), [1]);
    assert_eq!(reply.numbers("MsgTime"), [CREATED + 1, CREATED + 2]);
}

/// A message whose body is that many bytes of JSON.
fn message_of(bytes: usize) -> String {
    let overhead = r#"[{"MsgType":"TIMTextElem","MsgContent":{"Text":""}}]"#.len();
    json_message(1, None).replace("hi", &"x".repeat(bytes - overhead))
}

#[tokio::test]
async fn the_size_of_a_message_may_be_12000_or_12288_bytes() {
    let bench = Bench::new().await;
    assert_eq!(bench.results(&message_of(12_001)).await, [80002]);
    assert_eq!(bench.results(&message_of(12_000)).await, [0]);
    let bench = Bench::with(|builder| builder.max_message_bytes(12_288)).await;
    assert_eq!(bench.results(&message_of(12_289)).await, [80002]);
    assert_eq!(bench.results(&message_of(12_288)).await, [0]);
}

#[tokio::test]
async fn the_size_of_a_message_is_that_of_its_compact_json() {
    let bench = Bench::new().await;
    let spaced = message_of(12_000).replace("\"MsgContent\":", "\"MsgContent\":          ");
    assert_eq!(bench.results(&spaced).await, [0]);
}

#[tokio::test]
async fn refused_words_get_a_verdict() {
    let bench = Bench::with(|builder| builder.refused_words(["casino", "hi"])).await;
    let fine = json_message(2, None).replace("hi", "hello");
    let call = [json_message(1, None), fine].join(",");
    assert_eq!(bench.results(&call).await, [80001, 0]);
}

#[tokio::test]
async fn messages_beyond_the_storage_period_leave_placeholders() {
    let day = std::time::Duration::from_secs(24 * 60 * 60);
    let bench = Bench::with(|builder| builder.storage_period(7 * day)).await;
    let week_ago = 1_700_000_000 - 7 * 86_400 - CREATED;
    let call = [
        json_message(week_ago - 1, Some(3)),
        json_message(week_ago, None),
    ]
    .join(",");
    assert_eq!(bench.results(&call).await, [0, 0]);
    let reply = bench
        .call(HISTORY, r#"{"GroupId":"hikers","ReqMsgNumber":2}"#)
        .await;
    assert_eq!(reply.numbers("IsPlaceMsg"), [0, 1]);
    assert!(reply.body.contains(r#""MsgBody":{}"#), "{}", reply.body);
    let stored = bench.sandbox.group("hikers").unwrap().messages;
    assert_eq!(
        stored[0].time,
        UnixSeconds::from_secs(CREATED + week_ago - 1)
    );
}
