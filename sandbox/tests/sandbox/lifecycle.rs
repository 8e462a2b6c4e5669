//! Starting and ending.

use std::net::TcpStream;
use std::time::Duration;

use tencent_im_sandbox::{DEMO_APP_ID, Fault, Sandbox, StartError};
use tokio::time::Instant;

use crate::support::{Bench, HISTORY, Raw, query};

const PULL: &str = r#"{"GroupId":"hikers","ReqMsgNumber":1}"#;

fn refuses_connections(base_url: &str) -> bool {
    TcpStream::connect(base_url.strip_prefix("http://").unwrap()).is_err()
}

#[tokio::test]
async fn it_listens_on_the_loopback() {
    let sandbox = Sandbox::start().await.unwrap();
    assert!(sandbox.base_url().starts_with("http://127.0.0.1:"));
    assert!(!refuses_connections(sandbox.base_url()));
}

#[tokio::test]
async fn a_port_in_use_is_an_error_that_names_it() {
    let first = Sandbox::start().await.unwrap();
    let port: u16 = first
        .base_url()
        .rsplit(':')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let error = Sandbox::builder().port(port).start().await.unwrap_err();
    assert!(matches!(error, StartError::Listen { .. }));
    assert!(
        error.to_string().contains(&format!("127.0.0.1:{port}")),
        "{error}"
    );
}

#[test]
fn outside_a_runtime_it_does_not_start() {
    let mut start = std::pin::pin!(Sandbox::start());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match start.as_mut().poll(&mut context) {
        std::task::Poll::Ready(Err(StartError::NoRuntime)) => {}
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_app_that_cannot_sign_is_refused_at_the_start() {
    let nobody: [&str; 0] = [];
    let error = Sandbox::builder()
        .app(DEMO_APP_ID, "key", nobody)
        .start()
        .await
        .unwrap_err();
    assert!(matches!(
        error,
        StartError::NoAdmin {
            sdk_app_id: DEMO_APP_ID
        }
    ));
    for (key, admin) in [("", "root"), ("key", ""), ("key", "a\nb")] {
        let error = Sandbox::builder()
            .app(7, key, [admin])
            .start()
            .await
            .unwrap_err();
        assert!(
            matches!(error, StartError::App { sdk_app_id: 7, .. }),
            "{error}"
        );
    }
}

#[tokio::test]
async fn credentials_are_those_of_the_first_app() {
    let bench = Bench::with(|builder| {
        builder
            .app(7, "key", ["root", "second"])
            .app(8, "other", ["x"])
    })
    .await;
    let request = tencent_im::ImportGroup::new(tencent_im::ImportableGroupType::Public, "n");
    bench.client().send(request).await.unwrap();
}

/// The runtime runs the aborted task down before the port is free.
async fn ended(base_url: &str) {
    while !refuses_connections(base_url) {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn dropping_ends_it_and_its_connections() {
    let bench = Bench::new().await;
    let url = bench.sandbox.base_url().to_owned();
    let mut idle = bench.connect().await;
    let target = format!("{HISTORY}?{}", query());
    assert_eq!(idle.post(&target, PULL).await.code(), 0);
    drop(bench);
    ended(&url).await;
    idle.send("POST", &target, PULL.as_bytes()).await;
    assert!(idle.reply().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn dropping_does_not_wait_for_what_is_in_hand() {
    let bench = Bench::new().await;
    let mut busy = bench.connect().await;
    let target = format!("{HISTORY}?{}", query());
    bench.sandbox.fail_next(Fault::Slow(Duration::from_secs(1)));
    let in_hand = tokio::spawn(async move {
        busy.send("POST", &target, PULL.as_bytes()).await;
        busy.reply().await.is_none()
    });
    tokio::time::sleep(Duration::from_millis(500)).await;
    drop(bench);
    assert!(in_hand.await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn shutting_down_answers_what_is_in_hand() {
    let bench = Bench::new().await;
    let url = bench.sandbox.base_url().to_owned();
    let mut idle = bench.connect().await;
    let mut busy = bench.connect().await;
    let target = format!("{HISTORY}?{}", query());
    assert_eq!(idle.post(&target, PULL).await.code(), 0);
    assert_eq!(busy.post(&target, PULL).await.code(), 0);
    bench.sandbox.fail_next(Fault::Slow(Duration::from_secs(1)));
    let in_hand = tokio::spawn(async move { busy.post(&target, PULL).await.code() });
    tokio::time::sleep(Duration::from_millis(500)).await;
    bench.sandbox.shutdown().await;
    assert_eq!(in_hand.await.unwrap(), 0);
    assert!(idle.reply().await.is_none());
    assert!(refuses_connections(&url));
}

#[tokio::test(start_paused = true)]
async fn a_request_that_never_ends_does_not_keep_it_from_shutting_down() {
    let bench = Bench::new().await;
    let target = format!("{HISTORY}?{}", query());
    let mut stuck = bench.connect().await;
    assert_eq!(stuck.post(&target, PULL).await.code(), 0);
    stuck
        .write(b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{")
        .await;
    tokio::time::sleep(Duration::from_millis(1)).await;
    let begin = Instant::now();
    bench.sandbox.shutdown().await;
    assert_eq!(begin.elapsed().as_secs(), 5);
    assert!(stuck.reply().await.is_none());
}

#[tokio::test]
async fn of_two_apps_with_one_id_the_later_counts() {
    let bench = Bench::with(|builder| builder.app(7, "old", ["x"]).app(7, "new", ["y"])).await;
    let request = tencent_im::ImportGroup::new(tencent_im::ImportableGroupType::Public, "n");
    bench.client().send(request).await.unwrap();
}

#[tokio::test]
async fn many_connections_at_once_lose_nothing() {
    let bench = Bench::new().await;
    let url = bench.sandbox.base_url().to_owned();
    let calls = (0..64).map(|i| {
        let url = url.clone();
        tokio::spawn(async move {
            let message = crate::support::json_message(1, Some(i));
            let body = format!(r#"{{"GroupId":"hikers","MsgList":[{message}]}}"#);
            let target = format!("{}?{}", crate::support::IMPORT_MSG, query());
            Raw::connect(&url)
                .await
                .post(&target, &body)
                .await
                .numbers("MsgSeq")
        })
    });
    let mut seqs = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        seqs.extend(call.await.unwrap());
    }
    seqs.sort_unstable();
    assert_eq!(seqs, (1..=64).collect::<Vec<_>>());
}
