//! What leaves the client: URL, headers, body, limits.

use std::error::Error as _;
use std::time::Duration;

use bindery::{CallOptions, Client, Error, TransportErrorKind};

use crate::api::{DropParcel, Key, Parcels, SendParcel};
use crate::service::Service;

#[tokio::test]
async fn awkward_texts_are_escaped_in_path_and_query() {
    let service = Service::leaping();
    let note = Some("1+1 & 50% #ß/?=".to_owned());
    let send = SendParcel {
        note,
        ..SendParcel::to("a&b c#d+e/ü?")
    };
    assert_eq!(service.client().send(send).await.unwrap(), 7);
    let requests = service.requests();
    let uri = requests[0].uri();
    assert_eq!(uri.path(), "/api/parcels/a%26b%20c%23d%2Be%2F%C3%BC%3F");
    let query = uri.query().unwrap();
    assert!(
        query.starts_with("note=1%2B1%20%26%2050%25%20%23%C3%9F%2F%3F%3D&signature=k3y%2Fof%2B"),
        "{query}"
    );
    assert!(
        query.ends_with("&time=1700000000&random=2147483648"),
        "{query}"
    );
}

#[tokio::test]
async fn a_body_is_json_and_says_so() {
    let service = Service::leaping();
    service.client().send(SendParcel::to("ann")).await.unwrap();
    service.then(|_| Ok(http::Response::default()));
    service.client().send(DropParcel).await.unwrap();
    let requests = service.requests();
    assert_eq!(requests[0].method(), http::Method::POST);
    assert_eq!(requests[0].body().as_ref(), b"[1,2]");
    assert_eq!(requests[0].headers()["content-type"], "application/json");
    assert_eq!(requests[1].method(), http::Method::DELETE);
    assert!(requests[1].headers().get("content-type").is_none());
    assert!(requests[1].body().is_empty());
}

#[tokio::test]
async fn a_path_parameter_cannot_leave_its_place() {
    let service = Service::leaping();
    for to in ["", ".", ".."] {
        let error = service.client().send(SendParcel::to(to)).await.unwrap_err();
        let Error::Transport(error) = error else {
            panic!("{error}")
        };
        assert_eq!(error.kind(), TransportErrorKind::Request);
        assert!(
            error
                .source()
                .unwrap()
                .to_string()
                .contains("path parameter")
        );
    }
    service.client().send(SendParcel::to("...")).await.unwrap();
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_an_error() {
    let service = Service::leaping();
    let send = SendParcel {
        token: "a\r\nx-evil: 1".to_owned(),
        ..SendParcel::to("ann")
    };
    let error = service.client().send(send).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == TransportErrorKind::Request),
        "{error}"
    );
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn a_url_too_long_is_an_error() {
    let service = Service::leaping();
    let error = service
        .client()
        .send(SendParcel::to(&"x".repeat(70_000)))
        .await
        .unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == TransportErrorKind::Request),
        "{error}"
    );
}

#[tokio::test]
async fn options_go_before_the_clients_settings() {
    let service = Service::leaping();
    let client = service
        .builder()
        .timeout(Duration::from_secs(4))
        .max_reply_bytes(99)
        .build()
        .unwrap();
    client.send(SendParcel::to("ann")).await.unwrap();
    let options = CallOptions::new().timeout(Duration::from_secs(60));
    client
        .send_with(SendParcel::to("ann"), options)
        .await
        .unwrap();
    let limits = service.limits();
    assert_eq!(limits[0].timeout, Duration::from_secs(4));
    assert_eq!(limits[0].max_reply_bytes, 99);
    assert_eq!(limits[1].timeout, Duration::from_secs(60));
}

#[tokio::test]
async fn a_broken_rule_keeps_the_request_here() {
    let service = Service::leaping();
    let error = service
        .client()
        .send(SendParcel::to("nobody"))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "not sent, the request breaks documented rules: /to: nobody lives here"
    );
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn what_cannot_be_signed_is_not_sent() {
    let service = Service::leaping();
    let key = Key {
        broken: true,
        ..Key::default()
    };
    let client = service.builder_with(key).build().unwrap();
    let error = client.send(SendParcel::to("ann")).await.unwrap_err();
    assert!(matches!(error, Error::Signing(_)));
    assert!(service.requests().is_empty());
}

#[test]
fn clients_and_calls_move_between_threads() {
    fn assert_send<T: Send>(_: &T) {}
    fn assert_send_sync<T: Send + Sync + Clone + std::fmt::Debug>() {}
    assert_send_sync::<Client<Parcels>>();
    let client = Service::leaping().client();
    assert_send(&client.send(SendParcel::to("ann")));
}
