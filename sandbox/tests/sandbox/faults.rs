//! Accidents for clients' tests: what the client sees, and whether the work was done.

use std::time::Duration;

use bindery::Error;
use tencent_im_sandbox::Fault;
use tokio::time::Instant;

use crate::support::{Bench, HISTORY, IMPORT_MSG, import, json_message, message, query};

#[tokio::test]
async fn a_lost_answer_leaves_the_outcome_unknown_and_the_work_done() {
    let bench = Bench::new().await;
    bench.sandbox.fail_next(Fault::LoseAnswer);
    let error = bench
        .client()
        .send(import(vec![message(1, "hi")]))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::UnknownOutcome(_)), "{error:?}");
    assert_eq!(bench.stored(), 1);
}

#[tokio::test]
async fn a_lost_request_looks_the_same_to_the_client() {
    let bench = Bench::new().await;
    bench.sandbox.fail_next(Fault::LoseRequest);
    let error = bench
        .client()
        .send(import(vec![message(1, "hi")]))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::UnknownOutcome(_)), "{error:?}");
    assert_eq!(bench.stored(), 0);
}

#[tokio::test]
async fn a_bad_gateway_answers_a_page() {
    let bench = Bench::new().await;
    bench.sandbox.fail_next(Fault::BadGateway);
    match bench.client().send(import(vec![message(1, "hi")])).await {
        Err(Error::Status(error)) => {
            assert_eq!(
                (error.status, error.content_type.as_deref()),
                (502, Some("text/html"))
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(bench.stored(), 0);
}

#[tokio::test]
async fn a_refusal_carries_the_code_asked_for() {
    let bench = Bench::new().await;
    bench.sandbox.fail_next(Fault::Refuse(60020));
    let body = format!(
        r#"{{"GroupId":"hikers","MsgList":[{}]}}"#,
        json_message(1, None)
    );
    assert_eq!(bench.code(IMPORT_MSG, &body).await, 60020);
    assert_eq!(bench.stored(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_slow_answer_comes_after_the_delay() {
    let bench = Bench::new().await;
    bench.sandbox.fail_next(Fault::Slow(Duration::from_secs(3)));
    let start = Instant::now();
    let reply = bench
        .call(HISTORY, r#"{"GroupId":"hikers","ReqMsgNumber":1}"#)
        .await;
    assert_eq!(reply.code(), 0);
    assert!(start.elapsed() >= Duration::from_secs(3));
}

#[tokio::test]
async fn each_fault_befalls_one_request_in_order() {
    let bench = Bench::new().await;
    bench.sandbox.fail_next(Fault::Refuse(10002));
    bench.sandbox.fail_next(Fault::BadGateway);
    let target = format!("{HISTORY}?{}", query());
    let body = r#"{"GroupId":"hikers","ReqMsgNumber":1}"#;
    let mut connection = bench.connect().await;
    assert_eq!(connection.post(&target, body).await.code(), 10002);
    assert_eq!(connection.post(&target, body).await.status, 502);
    assert_eq!(connection.post(&target, body).await.code(), 0);
}
