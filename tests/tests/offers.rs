//! A reply that is offered in several media types: read as JSON by `send`, and as it comes in another by `open_as`.

use bindery::sign::NoAuth;
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod bodies {
    bindery::bindings! { spec = "../fixtures/bodies.json", operations = [look_up] }
}

use bodies::{Client, LookUp};

fn client(script: &Script) -> bodies::Client {
    Client::builder(NoAuth)
        .base_url("http://127.0.0.1:9")
        .transport(script.clone())
        .timer(Clock::default())
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_reply_is_asked_for_in_another_media_type() {
    let script = Script::default();
    script.says("id,row\n7,2\n").says(r#"{"row":2}"#);
    let client = client(&script);
    let mut table = client
        .open_as(LookUp::new(7), LookUp::TEXT_CSV)
        .await
        .unwrap();
    let mut text = Vec::new();
    while let Some(piece) = table.chunk().await.unwrap() {
        text.extend_from_slice(&piece);
    }
    assert_eq!(text, b"id,row\n7,2\n");
    client.send(LookUp::new(7)).await.unwrap();
    let accepted = script.seen().into_iter();
    let accepted: Vec<_> = accepted.map(|it| it.headers()["accept"].clone()).collect();
    assert_eq!(accepted, ["text/csv", "application/vnd.files+json"]);
    assert_eq!(
        LookUp::APPLICATION_PDF_VERSION_2.media_type(),
        "application/pdf; version=2"
    );
}

#[tokio::test]
async fn a_refusal_is_one_in_any_media_type() {
    let script = Script::default();
    script.answers(404, "no such file");
    let opened = client(&script)
        .open_as(LookUp::new(7), LookUp::TEXT_CSV)
        .await;
    let error = opened.expect_err("refused");
    assert!(error.to_string().contains("404"), "{error}");
}
