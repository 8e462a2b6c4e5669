//! Bodies that cannot be read, or break rules of the call as a whole.

use crate::support::{Bench, HISTORY, IMPORT_GROUP, IMPORT_MSG, json_message};

#[tokio::test]
async fn what_is_not_json_is_60003() {
    let bench = Bench::new().await;
    let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
    for body in [
        "",
        "{",
        "{}{}",
        "{'GroupId':1}",
        r#"{"GroupId":"\ud800"}"#,
        &deep,
    ] {
        for path in [IMPORT_GROUP, IMPORT_MSG, HISTORY] {
            assert_eq!(bench.code(path, body).await, 60003, "{body:.20}");
        }
    }
}

#[tokio::test]
async fn a_wrong_value_names_its_place_and_not_itself() {
    let bench = Bench::new().await;
    let body =
        r#"{"GroupId":"hikers","MsgList":[{"From_Account":"a","SendTime":"secret","MsgBody":[]}]}"#;
    let reply = bench.call(IMPORT_MSG, body).await;
    assert_eq!(reply.code(), 10004);
    assert!(
        reply.info().starts_with("/MsgList/0/SendTime: "),
        "{}",
        reply.info()
    );
    assert!(!reply.info().contains("secret"));
    assert!(reply.body.contains(r#""ActionStatus":"FAIL""#));
}

#[tokio::test]
async fn each_broken_rule_of_an_import_has_its_code() {
    let bench = Bench::new().await;
    let list = |messages: &str| format!(r#"{{"GroupId":"hikers","MsgList":[{messages}]}}"#);
    let one = json_message(1, None);
    let long_id = "g".repeat(49);
    let cases = [
        ("[]".to_owned(), 10004),
        ("{}".to_owned(), 10015),
        (r#"{"GroupId":"hikers"}"#.to_owned(), 10004),
        (list(&one).replace("\"hikers\"", "7"), 10015),
        (list(&one).replace("\"hikers\"", "\"\""), 10015),
        (list(&one).replace("hikers", &long_id), 10015),
        (list(&one).replace("hikers", "hik\u{e9}rs"), 10015),
        (list(&one).replace("hikers", "walkers"), 10010),
        (list(""), 10004),
        (list(&[&*one; 8].join(",")), 10004),
        (list(&one.replace("leckie", "")), 10004),
        (list(&one.replace("leckie", &"l".repeat(33))), 10004),
        (list(&one.replace("\"leckie\"", "7")), 60015),
        (list(&one.replace("TIMTextElem", "TIMSoundElem")), 10004),
        (list(&one.replace("MsgContent", "Content")), 10004),
        (
            list(&json_message(1, Some(7)).replace("\"Random\":7", "\"Random\":4294967296")),
            10004,
        ),
        (
            list(&one.replace(
                r#"[{"MsgType":"TIMTextElem","MsgContent":{"Text":"hi"}}]"#,
                "[]",
            )),
            10004,
        ),
        (
            list(&one).replace("\"MsgList\"", "\"RecentContactFlag\":2,\"MsgList\""),
            10004,
        ),
        (
            list(&one).replace("\"MsgList\"", "\"TopicId\":\"hikers@TOPIC#_a\",\"MsgList\""),
            10004,
        ),
    ];
    for (body, code) in cases {
        assert_eq!(bench.code(IMPORT_MSG, &body).await, code, "{body}");
    }
    assert_eq!(bench.stored(), 0);
}

#[tokio::test]
async fn two_custom_elements_in_a_message_are_refused() {
    let bench = Bench::new().await;
    let custom = r#"{"MsgType":"TIMCustomElem","MsgContent":{"Data":"d"}}"#;
    let text = r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"hi"}}"#;
    let two = json_message(1, None).replace(text, &format!("{custom},{text},{custom}"));
    let body = format!(r#"{{"GroupId":"hikers","MsgList":[{two}]}}"#);
    let reply = bench.call(IMPORT_MSG, &body).await;
    assert_eq!((reply.code(), bench.stored()), (10004, 0));
    assert_eq!(
        reply.info(),
        "/MsgList/0/MsgBody: more than one TIMCustomElem"
    );
    let one = json_message(1, None).replace(text, &format!("{custom},{text}"));
    assert_eq!(bench.results(&one).await, [0]);
}

#[tokio::test]
async fn a_call_too_long_as_a_whole_is_10020() {
    let bench = Bench::with(|builder| builder.max_call_bytes(12_288)).await;
    let message = json_message(1, None);
    let body = |bytes: usize| {
        let body = format!(r#"{{"GroupId":"hikers","MsgList":[{message}]}}"#);
        format!("{body:bytes$}")
    };
    assert_eq!(bench.code(IMPORT_MSG, &body(12_289)).await, 10020);
    assert_eq!(bench.stored(), 0);
    assert_eq!(bench.code(IMPORT_MSG, &body(12_288)).await, 0);
}

#[tokio::test]
async fn a_body_of_megabytes_gets_an_answer_too() {
    let bench = Bench::new().await;
    let huge = " ".repeat(5 * 1024 * 1024);
    assert_eq!(bench.code(IMPORT_MSG, &huge).await, 10020);
    assert_eq!(bench.code(IMPORT_GROUP, &huge).await, 60002);
}
