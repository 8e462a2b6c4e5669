//! Replies that say yes and mean no, and those that say less than they should.

use bindery::{Code, Done, Retry};
use bindery_tests::script::Script;
use tencent_im::{
    GeneralError, ImportGroupMsgError, ImportGroupMsgItemError, ImportReceipt, UnixSeconds, Verdict,
};

use crate::{client, two_messages};

async fn refusal(body: &'static str) -> (ImportGroupMsgError, String) {
    let script = Script::default();
    script.says(body);
    match client(&script).send(two_messages()).await.unwrap_err() {
        bindery::Error::Refused(refusal) => (refusal.error, refusal.message),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_refusal_without_verdicts_keeps_its_code() {
    let body = r#"{"ActionStatus":"FAIL","ErrorInfo":"group not exist","ErrorCode":10010}"#;
    let (error, message) = refusal(body).await;
    assert_eq!(error, ImportGroupMsgError::GroupNotFound);
    assert_eq!(message, "group not exist");
}

#[tokio::test]
async fn an_unknown_code_is_kept() {
    let (error, _) = refusal(r#"{"ActionStatus":"FAIL","ErrorInfo":"","ErrorCode":91234}"#).await;
    assert_eq!(error, ImportGroupMsgError::Other(Code::Int(91_234)));
    let (error, _) = refusal(r#"{"ActionStatus":"FAIL","ErrorInfo":"","ErrorCode":61234}"#).await;
    let general = GeneralError::Other(Code::Int(61_234));
    assert_eq!(error, ImportGroupMsgError::General(general));
}

/// Codes that the operation's page does not list, some of which its family knows.
#[tokio::test]
async fn what_no_page_lists_is_not_called_undone() {
    for (code, retry, done) in [
        (10_006, Retry::SlowDown, Done::No),
        (10_023, Retry::SlowDown, Done::No),
        (10_016, Retry::Never, Done::No),
        (91_000, Retry::Backoff, Done::Unknown),
        (90_994, Retry::Backoff, Done::Unknown),
        (99_999, Retry::Unclear, Done::Unknown),
        (60_099, Retry::Unclear, Done::Unknown),
    ] {
        let script = Script::default();
        // A code that slows calls down is tried again.
        for _ in 0..3 {
            script.says(format!(
                r#"{{"ActionStatus":"FAIL","ErrorInfo":"","ErrorCode":{code}}}"#
            ));
        }
        let error = client(&script).send(two_messages()).await.unwrap_err();
        assert_eq!((error.retry(), error.done()), (retry, done), "{code}");
        let sent = if retry == Retry::SlowDown { 3 } else { 1 };
        assert_eq!(script.seen().len(), sent, "{code}");
    }
}

#[tokio::test]
async fn success_without_verdicts_is_nobodys_success() {
    let script = Script::default();
    script.says(r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#);
    let outcome = client(&script).send(two_messages()).await.unwrap();
    assert_eq!(outcome.items().len(), 2);
    assert!(
        outcome
            .items()
            .iter()
            .all(|item| item.verdict == Verdict::Unanswered)
    );
    assert!(!outcome.is_complete());
    assert!(outcome.into_result().is_err());
}

#[tokio::test]
async fn success_with_refused_messages_is_no_success() {
    let script = Script::default();
    script.says(
        r#"{"ActionStatus":"OK","ErrorCode":0,"ImportMsgResult":[{"Result":10004},{"Result":0,"MsgSeq":1}]}"#,
    );
    let outcome = client(&script).send(two_messages()).await.unwrap();
    assert!(!outcome.is_complete());
    let partial = outcome.into_result().unwrap_err();
    assert_eq!(partial.0.items()[0].sent, two_messages().msg_list[0]);
    assert!(
        partial
            .to_string()
            .starts_with("1 of 2 items done; item 0: code 10004"),
        "{partial}"
    );
}

#[tokio::test]
async fn a_verdict_without_number_does_not_spoil_its_neighbours() {
    let script = Script::default();
    script.says(
        r#"{"ActionStatus":"OK","ErrorCode":0,"ImportMsgResult":[
            {"MsgSeq":4294967295,"MsgTime":1620808101,"Result":0},{"Result":99999}]}"#,
    );
    let outcome = client(&script).send(two_messages()).await.unwrap();
    let receipt = ImportReceipt::new().msg_seq(u64::from(u32::MAX));
    let receipt = receipt.msg_time(UnixSeconds::from_secs(1_620_808_101));
    assert_eq!(outcome.items()[0].verdict, Verdict::Done(receipt));
    let Verdict::Refused(refused) = &outcome.items()[1].verdict else {
        panic!("{outcome:?}")
    };
    assert_eq!(
        refused.error,
        ImportGroupMsgItemError::Other(Code::Int(99_999))
    );
    assert_eq!(refused.value, ImportReceipt::new());
}

#[tokio::test]
async fn a_verdict_that_cannot_be_read_does_not_spoil_its_neighbours() {
    let script = Script::default();
    script.says(
        r#"{"ActionStatus":"OK","ErrorCode":0,"ImportMsgResult":[
            {"MsgSeq":"seven","Result":0},{"MsgSeq":8,"Result":0}]}"#,
    );
    let outcome = client(&script).send(two_messages()).await.unwrap();
    let [first, second] = outcome.items() else {
        panic!("{outcome:?}")
    };
    assert_eq!(first.verdict, Verdict::Unanswered);
    assert_eq!(
        second.verdict,
        Verdict::Done(ImportReceipt::new().msg_seq(8))
    );
}

#[tokio::test]
async fn codes_in_quotes_are_the_codes_they_quote() {
    let script = Script::default();
    script.says(
        r#"{"ErrorCode":"0","ImportMsgResult":[{"Result":"0","MsgSeq":1},{"Result":"10004"}]}"#,
    );
    let outcome = client(&script).send(two_messages()).await.unwrap();
    assert!(matches!(outcome.items()[0].verdict, Verdict::Done(_)));
    let Verdict::Refused(refused) = &outcome.items()[1].verdict else {
        panic!("{outcome:?}")
    };
    assert_eq!(refused.error, ImportGroupMsgItemError::SendTimeInvalid);
    let (error, _) = refusal(r#"{"ErrorCode":"10010"}"#).await;
    assert_eq!(error, ImportGroupMsgError::GroupNotFound);
}
