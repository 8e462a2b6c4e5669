//! A reply to `HEAD` has no body, whatever the document says of one.

use bindery::bindings;
use bindery::sign::NoAuth;

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/head-with-json.json" }

#[tokio::test]
async fn success_and_failure_are_read_by_status() {
    // The length is that of a body that does not come.
    let head = "content-type: application/json\r\ncontent-length: 70\r\n\r\n";
    let wire = Wire::raw(format!("HTTP/1.1 200 OK\r\n{head}"));
    let builder = Client::builder(NoAuth).base_url(wire.url());
    let () = builder.build().unwrap().send(Peek::new()).await.unwrap();
    assert!(wire.request().starts_with("HEAD /f HTTP/1.1\r\n"));

    let wire = Wire::raw(format!("HTTP/1.1 404 Not Found\r\n{head}"));
    let builder = Client::builder(NoAuth).base_url(wire.url());
    let error = builder
        .build()
        .unwrap()
        .send(Peek::new())
        .await
        .unwrap_err();
    assert_eq!(error.refusal(), Some(&PeekError::NotFound));
}
