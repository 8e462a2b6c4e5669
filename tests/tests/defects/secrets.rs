//! Neither the key nor a signature in any text, also where the service echoes them.

use std::error::Error;

use bindery::{TransportError, TransportErrorKind};
use bindery_tests::clock::Clock;
use bindery_tests::script::{Script, response};
use bytes::Bytes;
use tencent_im::Client;

use crate::{KEY, client, client_as, credentials, two_messages};

fn signature(request: &http::Request<Bytes>) -> String {
    let pairs = bindery::server::parse_query(request.uri().query().unwrap()).unwrap();
    pairs
        .into_iter()
        .find(|(name, _)| name == "usersig")
        .unwrap()
        .1
}

fn all_text(error: &dyn Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    if let Some(source) = error.source() {
        text += &all_text(source);
    }
    text
}

/// Sends a request and looks for its signature in everything the error says.
async fn assert_silent(script: &Script, client: &Client) {
    let error = client.send(two_messages()).await.unwrap_err();
    let text = all_text(&error);
    for request in script.seen() {
        assert!(!text.contains(&signature(&request)), "{text}");
    }
    assert!(!text.contains(KEY), "{text}");
    assert!(text.contains("[redacted]"), "{text}");
}

#[tokio::test]
async fn no_error_repeats_an_echoed_signature() {
    for (status, before, after) in [
        (502, "<p>", "</p>"),
        (200, "", ""),
        (200, r#"{"ErrorCode":10004,"ErrorInfo":""#, r#""}"#),
        (200, r#"{"ErrorCode":10004,"RequestId":{"url":""#, r#""}}"#),
        (200, r#"{"ErrorCode":""#, r#""}"#),
        (200, r#"{"ErrorCode":0,"ImportMsgResult":""#, r#""}"#),
    ] {
        let script = Script::default();
        script.then(move |request| response(status, format!("{before}{}{after}", request.uri())));
        assert_silent(&script, &client(&script)).await;
    }
}

#[tokio::test]
async fn no_error_repeats_the_url_of_a_transport() {
    let script = Script::default();
    script.then(|request| {
        let cause = format!("reset while reading {}", request.uri());
        Err(TransportError::new(TransportErrorKind::Interrupted).with_source(cause))
    });
    assert_silent(&script, &client(&script)).await;
}

#[test]
fn neither_credentials_nor_client_show_the_key() {
    let credentials = credentials("administrator");
    assert!(!format!("{credentials:?} {credentials:#?}").contains(KEY));
    let client = client_as(credentials, &Script::default(), &Clock::default());
    assert!(!format!("{client:?} {client:#?}").contains(KEY));
}
