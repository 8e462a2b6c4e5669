//! What people wrote, and who they are, in no `{:?}` and no `{}`; in full where that is asked for.

use std::error::Error;

use bindery::{Reveal, TransportError, TransportErrorKind, Verdict};
use bindery_tests::script::{Script, response};
use tencent_im::{
    CustomContent, GroupId, GroupMsgGetSimple, ImportElement, ImportGroupMsg, ImportedMessage,
    TextContent, UnixSeconds, UserId,
};

use crate::client;

const WRITER: &str = "telltale-user";
const TEXT: &str = "telltale of the text";
const DATA: &str = "telltale of the data";

fn message(send_time: i64) -> ImportedMessage {
    ImportedMessage::builder()
        .from_account(UserId::new(WRITER).unwrap())
        .send_time(UnixSeconds::from_secs(send_time))
        .msg_body([
            ImportElement::from(TextContent::new(TEXT)),
            ImportElement::from(CustomContent::new().data(DATA)),
        ])
        .build()
}

fn messages(times: [i64; 2]) -> ImportGroupMsg {
    ImportGroupMsg::builder()
        .group_id(GroupId::new("group-1").unwrap())
        .msg_list(times.map(message))
        .build()
}

fn two_messages() -> ImportGroupMsg {
    messages([1_620_808_101, 1_620_808_102])
}

fn assert_silent(text: &str) {
    assert!(!text.contains("telltale"), "{text}");
}

fn assert_tells(text: &str) {
    for told in [WRITER, TEXT, DATA] {
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn a_request_shows_the_length_of_what_people_wrote() {
    let call = two_messages();
    let text = format!("{call:?} {call:#?}");
    assert_silent(&text);
    assert!(text.contains("[20 characters]"), "{text}");
    assert!(text.contains("[13 characters]"), "{text}");
    assert!(text.contains("group-1"), "{text}");
    assert_tells(&format!("{:?}", call.reveal()));
    // What asks for everything asks for itself alone.
    assert_silent(&format!(
        "{:?} {call:?}",
        UnixSeconds::from_secs(1).reveal()
    ));
    assert_silent(&format!("{:?}", CustomContent::new().data(DATA)));
}

#[test]
fn a_builder_does_not_tell() {
    let builder = ImportedMessage::builder().from_account(UserId::new(WRITER).unwrap());
    assert_silent(&format!("{builder:?}"));
}

#[tokio::test]
async fn an_outcome_with_refused_items_does_not_tell() {
    let script = Script::default();
    script.says(
        r#"{"ErrorCode":0,"ImportMsgResult":[{"MsgSeq":0,"MsgTime":1,"Result":80002},{"MsgSeq":1,"MsgTime":1,"Result":0}]}"#,
    );
    let outcome = client(&script).send(two_messages()).await.unwrap();
    assert!(matches!(outcome.items()[0].verdict, Verdict::Refused(_)));
    assert_silent(&format!("{outcome:?} {:?}", outcome.items()[0]));
    assert_tells(&format!("{:?}", outcome.reveal()));
    assert_tells(&format!("{:?}", outcome.items()[0].reveal()));
    let partial = outcome.into_result().unwrap_err();
    assert_silent(&format!("{partial} {partial:?} {partial:#?}"));
    assert_tells(&format!("{:?}", partial.reveal()));
}

#[tokio::test]
async fn a_reply_does_not_tell() {
    let script = Script::default();
    script.says(format!(
        r#"{{"ErrorCode":0,"IsFinished":1,"RspMsgList":[{{"From_Account":"{WRITER}","IsPlaceMsg":0,"MsgSeq":1,
            "CloudCustomData":"{DATA}","MsgBody":[
            {{"MsgType":"TIMTextElem","MsgContent":{{"Text":"{TEXT}"}}}},
            {{"MsgType":"Unheard","MsgContent":"telltale"}}]}}]}}"#
    ));
    let call = GroupMsgGetSimple::new(GroupId::new("group-1").unwrap(), 1);
    let reply = client(&script).send(call).await.unwrap();
    assert_silent(&format!("{reply:?}"));
    assert_tells(&format!("{:?}", reply.reveal()));
}

/// Everything that an error says, its causes too.
fn all_text(error: &dyn Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    if let Some(source) = error.source() {
        text += &all_text(source);
    }
    text
}

#[tokio::test]
async fn no_error_tells() {
    let echo = format!(
        r#""MsgList":[{{"From_Account":"{WRITER}","MsgBody":[{{"MsgContent":{{"Text":"{TEXT}"}}}}]}}]"#
    );
    for (status, body) in [
        (200, r#"{"ErrorCode":10004,"ErrorInfo":"no"}"#.to_owned()),
        (
            200,
            format!(r#"{{"ErrorCode":10004,"ErrorInfo":"no",{echo}}}"#),
        ),
        (200, format!(r#"{{"ErrorCode":"x",{echo}}}"#)),
        (200, format!("{{{echo}")),
        (502, format!("{{{echo}}}")),
        (200, String::new()),
    ] {
        let script = Script::default();
        script.then(move |_| response(status, body.clone()));
        let error = client(&script).send(two_messages()).await.unwrap_err();
        assert_silent(&all_text(&error));
        assert_silent(&format!("{:?}", error.reveal()));
    }
    let script = Script::default();
    script.then(|_| Err(TransportError::new(TransportErrorKind::Interrupted)));
    let error = client(&script).send(two_messages()).await.unwrap_err();
    assert_silent(&all_text(&error));
    // Out of order: not sent, and the violation does not tell what is.
    let error = client(&Script::default())
        .send(messages([1_620_808_102, 1_620_808_101]))
        .await
        .unwrap_err();
    assert_silent(&all_text(&error));
}
