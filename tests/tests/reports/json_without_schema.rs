//! JSON of which a document says nothing is any.

use bindery::bindings;
use bindery::json::Json;
use bindery::sign::NoAuth;

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/json-without-schema.json" }

#[tokio::test]
async fn a_reply_is_any_json() {
    let wire = Wire::answers("200 OK", r#"{"free":[1]}"#);
    let builder = Client::builder(NoAuth).base_url(wire.url());
    let client = builder.build().unwrap();
    let reply: Json = client.send(NoSchema::new()).await.unwrap();
    assert_eq!(reply.as_str(), r#"{"free":[1]}"#);
    assert!(
        wire.request()
            .contains("accept: application/json;charset=utf-8\r\n")
    );
}

#[tokio::test]
async fn parameters_of_a_media_type_are_kept() {
    let wire = Wire::answers("200 OK", r#"{"n":3}"#);
    let builder = Client::builder(NoAuth).base_url(wire.url());
    let reply = builder
        .build()
        .unwrap()
        .send(WithSchema::new())
        .await
        .unwrap();
    assert_eq!(reply.n, 3);
    assert!(
        wire.request()
            .contains("accept: application/json; charset=UTF-8\r\n")
    );
}

mod sent {
    use super::*;

    bindings! { spec = "../../fixtures/reports/json-sent-without-schema.json" }

    #[tokio::test]
    async fn a_request_takes_any_json() {
        let wire = Wire::answers("404 Not Found", r#"["gone"]"#);
        let builder = Client::builder(NoAuth).base_url(wire.url());
        let client = builder.build().unwrap();
        let body = Json::parse(r#"{"a":1}"#).unwrap();
        let error = client
            .send(Put::builder().body(body).build())
            .await
            .unwrap_err();
        let request = wire.request();
        assert!(request.ends_with("\r\n\r\n{\"a\":1}"), "{request}");
        assert!(
            request.contains("content-type: application/vnd.x+json\r\n"),
            "{request}"
        );
        let Some(PutError::NotFound(said)) = error.refusal() else {
            panic!("{error:?}")
        };
        assert_eq!(said.as_str(), r#"["gone"]"#);
    }
}
