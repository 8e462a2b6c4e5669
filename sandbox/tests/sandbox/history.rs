//! `group_msg_get_simple`: paging, placeholders, and when an answer is cut.

use std::time::Duration;

use bindery::{List, UnixSeconds};
use tencent_im::{
    Completeness, GroupId, GroupMsgGetSimple, GroupMsgGetSimpleReply, GroupType, HistoryElement,
    MessageState, RecalledMessages, TextContent,
};
use tencent_im_sandbox::GroupSeed;

use crate::support::{Bench, CREATED, HISTORY, IMPORT_MSG, import, json_message, message};

/// A bench with so many messages in `hikers`.
async fn filled(count: i64) -> Bench {
    fill(Bench::new().await, count).await
}

async fn fill(bench: Bench, count: i64) -> Bench {
    let client = bench.client();
    let messages = (1..=count)
        .map(|i| message(i, &format!("message {i}")))
        .collect();
    for batch in List::<_, 1, 7>::batches(messages) {
        let outcome = client.send(import(batch.into_vec())).await.unwrap();
        assert!(outcome.is_complete());
    }
    bench
}

fn request(count: u32) -> GroupMsgGetSimple {
    GroupMsgGetSimple::new(GroupId::from_static("hikers"), count)
}

async fn pull(bench: &Bench, request: GroupMsgGetSimple) -> GroupMsgGetSimpleReply {
    bench.client().send(request).await.unwrap()
}

fn seqs(reply: &GroupMsgGetSimpleReply) -> Vec<u64> {
    reply
        .rsp_msg_list
        .iter()
        .map(|message| message.msg_seq)
        .collect()
}

#[tokio::test]
async fn the_newest_come_first() {
    let bench = filled(9).await;
    let reply = pull(&bench, request(3)).await;
    assert_eq!(seqs(&reply), [9, 8, 7]);
    assert_eq!(reply.is_finished, Completeness::Complete);
    assert_eq!(reply.group_id.unwrap().as_str(), "hikers");
    let newest = &reply.rsp_msg_list[0];
    assert_eq!(newest.from_account.as_ref().unwrap(), &"leckie");
    assert_eq!(
        newest.msg_time_stamp,
        Some(UnixSeconds::from_secs(CREATED + 9))
    );
    assert_eq!(newest.is_place_msg, MessageState::Normal);
    let body = newest.msg_body.as_ref().unwrap().known().unwrap();
    assert_eq!(
        body[..],
        [HistoryElement::Text(TextContent::new("message 9"))]
    );
}

#[tokio::test]
async fn paging_by_the_lowest_number_meets_every_message_once() {
    let bench = filled(45).await;
    let (mut all, mut below) = (Vec::new(), None);
    loop {
        let mut page = request(20);
        page.req_msg_seq = below;
        let reply = pull(&bench, page).await;
        let Some(lowest) = seqs(&reply).last().copied() else {
            break;
        };
        all.extend(seqs(&reply));
        below = Some(lowest - 1);
    }
    assert_eq!(all, (1..=45).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn number_zero_is_below_every_message() {
    let bench = filled(1).await;
    let reply = pull(&bench, request(5).req_msg_seq(0)).await;
    assert!(reply.rsp_msg_list.is_empty());
    assert_eq!(reply.is_finished, Completeness::Complete);
}

#[tokio::test]
async fn more_than_twenty_are_cut() {
    let bench = filled(21).await;
    for (asked, finished) in [(20, 1), (21, 0), (4_294_967_295_u32, 0)] {
        let body = format!(r#"{{"GroupId":"hikers","ReqMsgNumber":{asked}}}"#);
        let reply = bench.call(HISTORY, &body).await;
        assert_eq!(
            (reply.code(), reply.numbers("MsgSeq").len()),
            (0, 20),
            "{asked}"
        );
        assert_eq!(reply.numbers("IsFinished"), [finished], "{asked}");
    }
    let reply = bench
        .call(
            HISTORY,
            r#"{"GroupId":"hikers","ReqMsgNumber":25,"ReqMsgSeq":20}"#,
        )
        .await;
    assert_eq!(reply.numbers("IsFinished"), [1]);
}

#[tokio::test]
async fn a_long_answer_is_cut_but_never_empty() {
    let bench = fill(Bench::with(|builder| builder.max_reply_bytes(1)).await, 3).await;
    let reply = pull(&bench, request(3)).await;
    assert_eq!(
        (seqs(&reply), reply.is_finished),
        (vec![3], Completeness::Cut)
    );
    let reply = pull(&bench, request(3).req_msg_seq(1)).await;
    assert_eq!(
        (seqs(&reply), reply.is_finished),
        (vec![1], Completeness::Complete)
    );
}

#[tokio::test]
async fn an_answer_cut_among_expired_messages_says_so() {
    let bench = Bench::with(|builder| builder.storage_period(Duration::from_secs(60))).await;
    let bench = fill(bench, 21).await;
    let reply = bench
        .call(HISTORY, r#"{"GroupId":"hikers","ReqMsgNumber":21}"#)
        .await;
    assert_eq!(reply.numbers("IsFinished"), [2]);
}

#[tokio::test]
async fn recalled_messages_come_only_when_asked_for() {
    let bench = filled(3).await;
    assert!(bench.sandbox.recall("hikers", 2));
    assert!(!bench.sandbox.recall("hikers", 4) && !bench.sandbox.recall("walkers", 1));
    assert_eq!(seqs(&pull(&bench, request(2)).await), [3, 1]);
    let reply = pull(
        &bench,
        request(2).with_recalled_msg(RecalledMessages::Include),
    )
    .await;
    assert_eq!(seqs(&reply), [3, 2]);
    assert_eq!(reply.rsp_msg_list[1].is_place_msg, MessageState::Recalled);
}

#[tokio::test]
async fn a_deleted_message_leaves_its_place() {
    let bench = filled(2).await;
    assert!(bench.sandbox.delete("hikers", 1));
    let reply = pull(&bench, request(2)).await;
    let gone = &reply.rsp_msg_list[1];
    assert_eq!((gone.msg_seq, gone.is_place_msg), (1, MessageState::Gone));
    assert!(gone.msg_body.as_ref().unwrap().known().is_none());
}

#[tokio::test]
async fn an_imported_random_comes_back() {
    let bench = Bench::new().await;
    let call = [json_message(1, Some(4_294_967_295)), json_message(2, None)].join(",");
    bench.results(&call).await;
    let reply = pull(&bench, request(2)).await;
    let randoms: Vec<_> = reply
        .rsp_msg_list
        .iter()
        .map(|message| message.msg_random)
        .collect();
    assert_eq!(randoms, [None, Some(4_294_967_295)]);
}

#[tokio::test]
async fn a_topic_is_pulled_by_its_id() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .add_group(GroupSeed::new("@TGS#_c", GroupType::Community).with_topics());
    let to = r#""GroupId":"@TGS#_c","TopicId":"@TGS#_c@TOPIC#_a""#;
    let body = format!(r#"{{{to},"MsgList":[{}]}}"#, json_message(1, None));
    assert_eq!(bench.code(IMPORT_MSG, &body).await, 0);
    let reply = bench
        .call(HISTORY, &format!(r#"{{{to},"ReqMsgNumber":5}}"#))
        .await;
    assert_eq!(reply.numbers("MsgSeq"), [1]);
    assert!(reply.body.contains(r#""TopicId":"@TGS#_c@TOPIC#_a""#));
    let reply = bench
        .call(HISTORY, r#"{"GroupId":"@TGS#_c","ReqMsgNumber":5}"#)
        .await;
    assert_eq!(reply.numbers("MsgSeq"), []);
}

#[tokio::test]
async fn asking_after_a_topic_makes_none() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .add_group(GroupSeed::new("@TGS#_c", GroupType::Community).with_topics());
    let body = r#"{"GroupId":"@TGS#_c","TopicId":"@TGS#_c@TOPIC#_a","ReqMsgNumber":5}"#;
    assert_eq!(bench.code(HISTORY, body).await, 0);
    assert!(bench.sandbox.group("@TGS#_c").unwrap().topics.is_empty());
}

#[tokio::test]
async fn each_broken_rule_has_its_code() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .add_group(GroupSeed::new("live", GroupType::AvChatRoom));
    let cases = [
        (r#"{"GroupId":"hikers","ReqMsgNumber":0}"#, 10004),
        (r#"{"GroupId":"hikers","ReqMsgNumber":-1}"#, 10004),
        (r#"{"GroupId":"hikers"}"#, 10004),
        (
            r#"{"GroupId":"hikers","ReqMsgNumber":1,"WithRecalledMsg":2}"#,
            10004,
        ),
        (
            r#"{"GroupId":"hikers","ReqMsgNumber":1,"TopicId":"t"}"#,
            10004,
        ),
        (r#"{"ReqMsgNumber":1}"#, 10015),
        (r#"{"GroupId":"","ReqMsgNumber":1}"#, 10015),
        (r#"{"GroupId":"walkers","ReqMsgNumber":1}"#, 10010),
        (r#"{"GroupId":"live","ReqMsgNumber":1}"#, 10007),
    ];
    for (body, code) in cases {
        assert_eq!(bench.code(HISTORY, body).await, code, "{body}");
    }
}
