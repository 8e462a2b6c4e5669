//! An operation that is a reference to a file of its own.

use bindery::sign::NoAuth;

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/operation-in-a-file/api.json" }

#[tokio::test]
async fn it_is_the_operation() {
    let wire = Wire::answers("200 OK", r#"{"id":7}"#);
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let reply = client.send(ReplaceDisc::new(7, 12)).await.unwrap();
    assert_eq!(reply.id, 7);
    let request = wire.request();
    assert!(
        request.starts_with("PUT /discs/7 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(request.ends_with(r#"{"size":12}"#), "{request}");
}
