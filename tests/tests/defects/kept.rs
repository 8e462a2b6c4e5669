//! Values that the documentation does not list, and numbers that do not fit everywhere.

use bindery::Json;
use bindery_tests::script::Script;
use tencent_im::{
    Completeness, GroupId, GroupMsgGetSimple, GroupMsgGetSimpleReply, HistoryElement,
    MessagePriority, MessageState, TextContent,
};

use crate::{client, two_messages};

async fn history(messages: &str) -> GroupMsgGetSimpleReply {
    let script = Script::default();
    let head =
        r#"{"ActionStatus":"OK","ErrorCode":0,"GroupId":"group-1","IsFinished":7,"RspMsgList":"#;
    script.says(format!("{head}{messages}}}"));
    let group = GroupId::new("group-1").unwrap();
    client(&script)
        .send(GroupMsgGetSimple::new(group, 20))
        .await
        .unwrap()
}

#[tokio::test]
async fn unknown_elements_are_kept_among_known_ones() {
    let poll = r#"{"MsgType":"TIMPollElem","MsgContent":{"Votes":1e2}}"#;
    let page = history(&format!(
        r#"[{{"IsPlaceMsg":0,"MsgSeq":2,"MsgBody":[
            {{"MsgType":"TIMTextElem","MsgContent":{{"Text":"hi","New":[]}}}},{poll}]}}]"#
    ))
    .await;
    let elements = page.rsp_msg_list[0]
        .msg_body
        .as_ref()
        .unwrap()
        .known()
        .unwrap();
    let text = HistoryElement::Text(TextContent::new("hi"));
    assert_eq!(
        *elements,
        [text, HistoryElement::Unknown(Json::parse(poll).unwrap())]
    );
}

#[tokio::test]
async fn unknown_enum_values_are_kept() {
    let page = history(r#"[{"IsPlaceMsg":8,"MsgSeq":2,"MsgPriority":9}]"#).await;
    assert_eq!(page.is_finished, Completeness::Unknown(7));
    assert_eq!(page.rsp_msg_list[0].is_place_msg, MessageState::Unknown(8));
    assert_eq!(
        page.rsp_msg_list[0].msg_priority,
        Some(MessagePriority::Unknown(9))
    );
}

#[tokio::test]
async fn large_numbers_come_back() {
    let page = history(r#"[{"IsPlaceMsg":0,"MsgSeq":4294967296,"MsgRandom":4294967295}]"#).await;
    assert_eq!(page.rsp_msg_list[0].msg_random, Some(u32::MAX));
    assert_eq!(page.rsp_msg_list[0].msg_seq, 1 << 32);
}

#[tokio::test]
async fn messages_leave_as_an_array_and_large_numbers_whole() {
    let script = Script::default();
    let _ = client(&script).send(two_messages()).await;
    let message = |text, random: u32| {
        format!(
            r#"{{"From_Account":"ann","SendTime":1620808101,"Random":{random},"MsgBody":[{{"MsgType":"TIMTextElem","MsgContent":{{"Text":"{text}"}}}}]}}"#
        )
    };
    let (one, two) = (message("one", u32::MAX), message("two", 0));
    let body = format!(r#"{{"GroupId":"group-1","MsgList":[{one},{two}]}}"#);
    assert_eq!(script.seen()[0].body(), body.as_bytes());
}
