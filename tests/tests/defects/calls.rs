//! How often a call is made, and what is told when its answer is none.

use bindery::{Done, Error, TransportError, TransportErrorKind};
use bindery_tests::script::Script;
use tencent_im::{GroupId, GroupMsgGetSimple};

use crate::{client, two_messages};

#[tokio::test]
async fn an_import_with_unknown_outcome_is_not_repeated() {
    for kind in [TransportErrorKind::Timeout, TransportErrorKind::Interrupted] {
        let script = Script::default();
        script.then(move |_| Err(TransportError::new(kind)));
        let error = client(&script).send(two_messages()).await.unwrap_err();
        assert!(
            matches!(&error, Error::UnknownOutcome(e) if e.kind() == kind),
            "{error:?}"
        );
        assert_eq!(error.done(), Done::Unknown);
        assert_eq!(script.seen().len(), 1);
    }
}

#[tokio::test]
async fn a_code_that_leaves_the_outcome_open_is_not_repeated() {
    let script = Script::default();
    script.says(r#"{"ActionStatus":"FAIL","ErrorInfo":"timeout","ErrorCode":60008}"#);
    let error = client(&script).send(two_messages()).await.unwrap_err();
    assert_eq!(error.done(), Done::Unknown);
    assert_eq!(script.seen().len(), 1);
}

#[tokio::test]
async fn a_read_is_repeated() {
    let script = Script::default();
    script.then(|_| Err(TransportError::new(TransportErrorKind::Interrupted)));
    script.says(r#"{"ActionStatus":"OK","ErrorCode":0,"IsFinished":1,"RspMsgList":[]}"#);
    let group = GroupId::new("group-1").unwrap();
    client(&script)
        .send(GroupMsgGetSimple::new(group, 20))
        .await
        .unwrap();
    assert_eq!(script.seen().len(), 2);
}

#[tokio::test]
async fn a_page_of_a_gateway_is_told_as_such() {
    let script = Script::default();
    let page = "<html><head><title>502 Bad Gateway</title></head></html>";
    script.answers(502, page);
    let error = client(&script).send(two_messages()).await.unwrap_err();
    assert_eq!(error.done(), Done::Unknown);
    let Error::Status(status) = error else {
        panic!("{error:?}")
    };
    assert_eq!((status.status, status.body.as_str()), (502, page));
    assert_eq!(script.seen().len(), 1);
}
