//! `import_group_msg`: what is stored, and the verdict on each message.

use std::time::Duration;

use bindery::{UnixSeconds, Verdict};
use tencent_im::{
    CustomContent, FaceContent, GroupType, ImportElement, ImportGroupMsgError,
    ImportGroupMsgItemError, ImportedMessage, LocationContent, TextContent, UserId,
};
use tencent_im_sandbox::GroupSeed;

use crate::support::{Bench, CREATED, IMPORT_MSG, NOW, import, json_message, message};

#[tokio::test]
async fn messages_are_stored_in_order_and_numbered_from_one() {
    let bench = Bench::new().await;
    let client = bench.client();
    let first = import(vec![message(1, "one"), message(2, "two")]);
    let second = import(vec![message(3, "three")]);
    let mut seqs = Vec::new();
    for call in [first, second] {
        for (_, receipt) in client.send(call).await.unwrap().into_result().unwrap() {
            seqs.push((
                receipt.msg_seq.unwrap(),
                receipt.msg_time.unwrap().as_secs() - CREATED,
            ));
        }
    }
    assert_eq!(seqs, [(1, 1), (2, 2), (3, 3)]);
    let stored = bench.sandbox.group("hikers").unwrap().messages;
    assert_eq!(
        stored[2].body.as_str(),
        r#"[{"MsgType":"TIMTextElem","MsgContent":{"Text":"three"}}]"#
    );
    assert_eq!(stored[2].from, "leckie");
}

#[tokio::test]
async fn every_kind_of_element_is_kept_to_the_byte() {
    let bench = Bench::new().await;
    let elements = [
        ImportElement::Text(TextContent::new("\u{2028}\u{1F44B}\u{200D} e\u{301}")),
        ImportElement::Face(FaceContent::new().index(6).data("abc\u{0}\u{1}")),
        ImportElement::Location(
            LocationContent::new()
                .latitude(29.340_656_774_469_956)
                .longitude(-0.0),
        ),
        ImportElement::Custom(CustomContent::new().data("d").desc("e").ext("f").sound("g")),
    ];
    let sent = bindery::Json::of(&elements[..]);
    let message = ImportedMessage::builder()
        .from_account(UserId::from_static("leckie"))
        .send_time(UnixSeconds::from_secs(CREATED + 1))
        .msg_body(elements)
        .build();
    let outcome = bench.client().send(import(vec![message])).await.unwrap();
    assert!(outcome.is_complete());
    assert_eq!(
        bench.sandbox.group("hikers").unwrap().messages[0].body,
        sent
    );
}

#[tokio::test]
async fn a_refused_message_gets_a_verdict_and_the_others_are_stored() {
    let bench = Bench::new().await;
    let call = import(vec![
        message(1, "one"),
        message(2, &"x".repeat(13_000)),
        message(3, "three"),
    ]);
    // The client would not send a message that long.
    let body = String::from_utf8(bindery::json::encode(&Body(&call))).unwrap();
    let reply = bench.call(IMPORT_MSG, &body).await;
    assert_eq!(reply.code(), 0);
    assert_eq!(reply.numbers("Result"), [0, 80002, 0]);
    assert_eq!(reply.numbers("MsgSeq"), [1, 0, 2]);
    assert_eq!(
        reply.numbers("MsgTime"),
        [CREATED + 1, CREATED + 2, CREATED + 3]
    );
}

/// The body of a call, without the checks of a client.
struct Body<'a>(&'a tencent_im::ImportGroupMsg);

impl bindery::json::Encode for Body<'_> {
    fn encode_fields(&self, w: &mut bindery::json::Writer) {
        w.field("GroupId", &self.0.group_id);
        w.field("MsgList", &self.0.msg_list);
    }
}

#[tokio::test]
async fn a_send_time_must_lie_between_creation_and_now() {
    let bench = Bench::new().await;
    let now = NOW.cast_signed() - CREATED;
    for (after, result) in [
        (-1, 10004),
        (0, 10004),
        (1, 0),
        (now - 1, 0),
        (now, 10004),
        (now + 1, 10004),
    ] {
        assert_eq!(
            bench.results(&json_message(after, None)).await,
            [result],
            "{after}"
        );
    }
    for time in [i64::MIN, i64::MAX] {
        let message = json_message(1, None).replace(&(CREATED + 1).to_string(), &time.to_string());
        assert_eq!(bench.results(&message).await, [10004], "{time}");
    }
    assert_eq!(bench.stored(), 2);
}

#[tokio::test]
async fn a_message_older_than_the_newest_is_refused_within_a_call_and_over_calls() {
    let bench = Bench::new().await;
    let descending = [json_message(5, None), json_message(4, None)].join(",");
    assert_eq!(bench.results(&descending).await, [0, 10004]);
    assert_eq!(bench.results(&json_message(4, None)).await, [10004]);
    assert_eq!(bench.results(&json_message(6, None)).await, [0]);
}

#[tokio::test]
async fn partial_success_reaches_the_typed_client() {
    let bench = Bench::new().await;
    bench.results(&json_message(10, None)).await;
    let call = import(vec![message(9, "late"), message(11, "in time")]);
    let items = bench.client().send(call).await.unwrap().into_items();
    match &items[0].verdict {
        Verdict::Refused(refused) => {
            assert_eq!(refused.error, ImportGroupMsgItemError::SendTimeInvalid);
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(&items[1].verdict, Verdict::Done(receipt) if receipt.msg_seq == Some(2)));
}

#[tokio::test]
async fn a_random_seen_within_five_minutes_of_its_arrival_is_dropped() {
    let bench = Bench::new().await;
    let call = [json_message(1, Some(7)), json_message(2, Some(8))].join(",");
    assert_eq!(bench.results(&call).await, [0, 0]);
    assert_eq!(bench.results(&call).await, [0, 0]);
    assert_eq!(bench.results(&json_message(3, Some(7))).await, [0]);
    assert_eq!(bench.stored(), 2);
    bench.clock.advance(Duration::from_secs(299));
    assert_eq!(bench.results(&json_message(4, Some(7))).await, [0]);
    assert_eq!(bench.stored(), 2);
    bench.clock.advance(Duration::from_secs(1));
    assert_eq!(bench.results(&json_message(5, Some(7))).await, [0]);
    assert_eq!(bench.stored(), 3);
}

#[tokio::test]
async fn a_random_twice_in_one_call_is_stored_once() {
    let bench = Bench::new().await;
    let call = [json_message(1, Some(7)), json_message(2, Some(7))].join(",");
    assert_eq!(bench.results(&call).await, [0, 0]);
    assert_eq!(bench.stored(), 1);
}

#[tokio::test]
async fn the_random_of_a_refused_message_is_free() {
    let bench = Bench::new().await;
    assert_eq!(bench.results(&json_message(0, Some(7))).await, [10004]);
    assert_eq!(bench.results(&json_message(1, Some(7))).await, [0]);
    assert_eq!(bench.stored(), 1);
}

#[tokio::test]
async fn a_repeat_without_random_is_stored_again() {
    let bench = Bench::new().await;
    bench.results(&json_message(1, None)).await;
    bench.results(&json_message(1, None)).await;
    assert_eq!(bench.stored(), 2);
}

#[tokio::test]
async fn an_import_leaves_nothing_unread() {
    let bench = Bench::new().await;
    let group = GroupSeed::new("walkers", GroupType::Private)
        .owner("leckie")
        .member("peter", 12);
    assert!(bench.sandbox.add_group(group));
    let body = format!(
        r#"{{"GroupId":"walkers","MsgList":[{}]}}"#,
        json_message(1, None)
    );
    assert_eq!(bench.code(IMPORT_MSG, &body).await, 0);
    let unread = bench.sandbox.group("walkers").unwrap().unread;
    assert_eq!(
        unread.into_iter().collect::<Vec<_>>(),
        [("leckie".to_owned(), 0), ("peter".to_owned(), 0)]
    );
}

#[tokio::test]
async fn a_live_group_takes_no_messages() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .add_group(GroupSeed::new("live", GroupType::AvChatRoom));
    let call = tencent_im::ImportGroupMsg::builder()
        .group_id(tencent_im::GroupId::from_static("live"))
        .msg_list([message(1, "hi")])
        .build();
    match bench.client().send(call).await {
        Err(bindery::Error::Refused(refusal)) => {
            assert_eq!(refusal.error, ImportGroupMsgError::NotPermitted);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn topics_are_conversations_of_their_own() {
    let bench = Bench::new().await;
    let community = GroupSeed::new("@TGS#_c", GroupType::Community).with_topics();
    bench.sandbox.add_group(community);
    let body = |topic: &str| {
        let message = json_message(5, Some(7));
        format!(r#"{{"GroupId":"@TGS#_c",{topic}"MsgList":[{message}]}}"#)
    };
    let topics = [
        r#""TopicId":"@TGS#_c@TOPIC#_a","#,
        r#""TopicId":"@TGS#_c@TOPIC#_b","#,
        "",
    ];
    for topic in topics {
        let reply = bench.call(IMPORT_MSG, &body(topic)).await;
        assert_eq!(
            (reply.code(), reply.numbers("MsgSeq")),
            (0, vec![1]),
            "{topic}"
        );
    }
    let group = bench.sandbox.group("@TGS#_c").unwrap();
    assert_eq!((group.messages.len(), group.topics.len()), (1, 2));
    for wrong in [
        "@TGS#_d@TOPIC#_a",
        "@TGS#_c",
        "@TGS#_c@TOPIC#_",
        "@TGS#_c@TOPIC#_a@TGS#_",
    ] {
        let topic = format!(r#""TopicId":"{wrong}","#);
        assert_eq!(
            bench.code(IMPORT_MSG, &body(&topic)).await,
            10004,
            "{wrong}"
        );
    }
}
