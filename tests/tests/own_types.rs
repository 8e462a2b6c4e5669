//! Structs of the caller's own for the flagship: they put the same bytes on the wire as the generated ones, keep the same
//! rules, and read the same replies.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bindery::{Error, List, Of, ReplyAs, UnixSeconds};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use tencent_im as im;
use tencent_im::{
    Client, ConversationUpdate, GroupId, GroupMsgGetSimple, ImportElement, ImportGroupMsg,
    ImportedMessage, TextContent, TopicId, UserId, UserSigCredentials, Verdict,
};

#[derive(bindery::Request)]
#[bindery(
    spec = "../../spec/tencent-im.json",
    operation = import_group_msg,
    bindings = im,
    verdict = Number,
)]
struct Archive<'a, const N: usize> {
    #[bindery(rename = "GroupId")]
    room: Of<&'a str, im::kind::Community>,
    #[bindery(rename = "RecentContactFlag")]
    raise: Option<ConversationUpdate>,
    topic_id: Option<TopicId>,
    #[bindery(rename = "MsgList")]
    lines: [Line<'a>; N],
    #[bindery(skip)]
    _page: usize,
}

#[derive(bindery::Request, Clone, Debug, PartialEq)]
#[bindery(
    spec = "../../spec/tencent-im.json",
    operation = import_group_msg,
    part = ImportedMessage,
    bindings = im,
)]
struct Line<'a> {
    #[bindery(rename = "From_Account")]
    by: &'a str,
    #[bindery(rename = "SendTime")]
    at: SystemTime,
    random: Option<u16>,
    #[bindery(rename = "MsgBody", with = elements)]
    text: String,
}

fn elements(text: &String) -> List<ImportElement, 1> {
    List::from([ImportElement::from(TextContent::new(&**text))])
}

#[derive(bindery::Response, Debug, PartialEq)]
#[bindery(
    spec = "../../spec/tencent-im.json",
    operation = import_group_msg,
    part = ImportReceipt,
    bindings = im,
)]
struct Number {
    #[bindery(rename = "MsgSeq")]
    number: Option<u64>,
}

#[derive(bindery::Response, Debug)]
#[bindery(
    spec = "../../spec/tencent-im.json",
    operation = group_msg_get_simple,
    bindings = im,
)]
struct Page {
    group_id: Option<String>,
    #[bindery(rename = "IsFinished", with = is_all)]
    all: bool,
    #[bindery(rename = "RspMsgList")]
    lines: Vec<Old>,
    #[bindery(skip)]
    read: usize,
}

#[derive(bindery::Response, Debug)]
#[bindery(
    spec = "../../spec/tencent-im.json",
    operation = group_msg_get_simple,
    part = HistoryMessage,
    bindings = im,
)]
struct Old {
    msg_seq: u64,
    #[bindery(rename = "From_Account", default)]
    by: String,
    #[bindery(rename = "MsgTimeStamp")]
    at: Option<SystemTime>,
}

fn is_all(found: im::Completeness) -> bool {
    found != im::Completeness::Unknown(7)
}

fn line(text: &str, second: u64) -> Line<'_> {
    Line {
        by: "ann",
        at: UNIX_EPOCH + Duration::from_secs(1_620_808_101 + second),
        random: u16::try_from(second).ok(),
        text: text.to_owned(),
    }
}

fn archive<const N: usize>(lines: [Line<'_>; N]) -> Archive<'_, N> {
    Archive {
        room: Of::new("group-1"),
        raise: Some(ConversationUpdate::Update),
        topic_id: None,
        lines,
        _page: 3,
    }
}

fn generated(texts: [&str; 2]) -> ImportGroupMsg {
    let message = |(i, text): (i64, &str)| {
        ImportedMessage::builder()
            .from_account(UserId::new("ann").unwrap())
            .send_time(UnixSeconds::from_secs(1_620_808_101 + i))
            .msg_body([ImportElement::from(TextContent::new(text))])
            .random(u32::try_from(i).unwrap())
            .build()
    };
    ImportGroupMsg::builder()
        .group_id(GroupId::new("group-1").unwrap())
        .recent_contact_flag(ConversationUpdate::Update)
        .msg_list([message((0, texts[0])), message((1, texts[1]))])
        .build()
}

fn client(script: &Script) -> Client {
    let credentials = UserSigCredentials::new(1_400_000_000, "administrator", "k3y").unwrap();
    let builder = Client::builder(credentials).transport(script.clone());
    builder.timer(Clock::default()).build().unwrap()
}

const STORED: &str = r#"{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ImportMsgResult":
    [{"MsgSeq":1,"MsgTime":1620808101,"Result":0},{"Result":80001}]}"#;

#[tokio::test]
async fn the_bytes_are_those_of_the_generated_request() {
    let script = Script::default();
    script.says(STORED).says(STORED);
    let client = client(&script);
    let own = archive([line("one", 0), line("two", 1)]);
    let _ = client.send(own).await.unwrap();
    let _ = client.send(generated(["one", "two"])).await.unwrap();
    let seen = script.seen();
    assert_eq!(seen[0].body(), seen[1].body());
    assert_eq!(seen[0].uri().path(), seen[1].uri().path());
    let query = |i: usize| {
        let query = seen[i].uri().query().unwrap();
        let own = query.split('&').filter(|pair| !pair.starts_with("random="));
        own.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(query(0), query(1));
}

#[tokio::test]
async fn each_item_of_the_callers_own_has_its_verdict() {
    let script = Script::default();
    script.says(STORED);
    let own = archive([line("one", 0), line("two", 1)]);
    let outcome = client(&script).send(own).await.unwrap();
    let items = outcome.into_items();
    assert_eq!(items[0].sent, line("one", 0));
    assert_eq!(items[0].verdict, Verdict::Done(Number { number: Some(1) }));
    assert_eq!(items[1].sent, line("two", 1));
    let Verdict::Refused(refused) = &items[1].verdict else {
        panic!("{:?}", items[1])
    };
    assert_eq!(refused.error, im::ImportGroupMsgItemError::TextRefused);
}

/// What both requests are refused for before they leave.
async fn complaints(own: Archive<'_, 2>, generated: ImportGroupMsg) -> [Vec<String>; 2] {
    let script = Script::default();
    let client = client(&script);
    let told = |error: Error<im::ImportGroupMsgError>| match error {
        Error::Invalid(violations) => {
            let told = violations
                .iter()
                .map(|violation| format!("{}: {}", violation.pointer, violation.message));
            told.collect()
        }
        other => panic!("{other:?}"),
    };
    let own = client.send(own).await.map(drop).map_err(told);
    let generated = client.send(generated).await.map(drop).map_err(told);
    assert!(script.seen().is_empty());
    [own.unwrap_err(), generated.unwrap_err()]
}

#[tokio::test]
async fn the_rules_are_those_of_the_generated_request() {
    let long = "x".repeat(13_000);
    let mut own = archive([line(&long, 1), line("two", 0)]);
    let mut twin = generated([&long, "two"]);
    let (first, second) = (twin.msg_list[0].send_time, twin.msg_list[1].send_time);
    let mut messages = twin.msg_list.into_vec();
    messages[0].send_time = second;
    messages[1].send_time = first;
    twin.msg_list = List::try_from(messages).unwrap();
    let [by_own, by_twin] = complaints(own, twin).await;
    assert_eq!(by_own, by_twin);
    assert_eq!(by_own.len(), 2, "{by_own:?}");

    // What the generated types do not let anyone write is a rule of values here.
    own = archive([line("one", 0), line("two", 1)]);
    own.room = Of::new("group\n1");
    own.lines[1].by = "";
    own.lines[1].at = SystemTime::now() + Duration::from_secs(1_000_000);
    let [by_own, _] = complaints(own, generated([&long, "two"])).await;
    assert_eq!(
        by_own,
        [
            "/GroupId: `GroupId` must match the pattern `^[ -~]+$`",
            "/MsgList/1/From_Account: `UserId` must not be empty",
            "/MsgList/1/SendTime: not before now",
        ]
    );
}

#[tokio::test]
async fn a_generated_request_can_be_answered_in_a_type_of_the_callers_own() {
    let script = Script::default();
    script.says(
        r#"{"ActionStatus":"OK","ErrorCode":0,"GroupId":"group-1","IsFinished":1,"RspMsgList":[
            {"IsPlaceMsg":0,"MsgSeq":9,"From_Account":"ann","MsgTimeStamp":1620808101},
            {"IsPlaceMsg":1,"MsgSeq":8}]}"#,
    );
    let request = GroupMsgGetSimple::new(GroupId::new("group-1").unwrap(), 20);
    let page = client(&script)
        .send(ReplyAs::<Page, _>::new(request))
        .await
        .unwrap();
    assert_eq!(page.group_id.as_deref(), Some("group-1"));
    assert!(page.all);
    assert_eq!(page.read, 0);
    let lines = page.lines.iter().map(|old| (old.msg_seq, &*old.by, old.at));
    let first = UNIX_EPOCH + Duration::from_secs(1_620_808_101);
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [(9, "ann", Some(first)), (8, "", None)]
    );
}

#[tokio::test]
async fn a_reply_without_what_it_must_have_is_undecodable() {
    let script = Script::default();
    script.says(
        r#"{"ActionStatus":"OK","ErrorCode":0,"IsFinished":1,"RspMsgList":[{"IsPlaceMsg":0}]}"#,
    );
    let request = GroupMsgGetSimple::new(GroupId::new("group-1").unwrap(), 20);
    let error = client(&script)
        .send(ReplyAs::<Page, _>::new(request))
        .await
        .unwrap_err();
    let Error::Undecodable(undecodable) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(undecodable.error.path(), "/RspMsgList/0/MsgSeq");
}
