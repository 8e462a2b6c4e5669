//! One slip refuses no document: the rest is there, and what it touches is any JSON or left out.

use bindery::sign::NoAuth;

use crate::wire::Wire;

mod dangling_schema {
    bindery::bindings! { spec = "../../fixtures/reports/slip-dangling-schema.json" }
}

mod headers_by_reference {
    bindery::bindings! { spec = "../../fixtures/reports/slip-headers-by-reference.json" }
}

mod same_id {
    bindery::bindings! { spec = "../../fixtures/reports/slip-same-id-get-head.json" }
}

mod unknown_security {
    bindery::bindings! { spec = "../../fixtures/reports/slip-unknown-security.json" }
}

#[tokio::test]
async fn a_schema_that_is_not_there_is_any_json() {
    use dangling_schema::{Client, S};
    let wire = Wire::answers("200 OK", r#"{"a":{"x":[1]},"b":2}"#);
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let reply = client.send(S::new()).await.unwrap();
    assert!(reply.a.is_some());
    assert_eq!(reply.b, Some(2));
}

#[tokio::test]
async fn headers_in_a_file_that_is_not_there_are_left_out() {
    use headers_by_reference::{Client, S};
    let wire = Wire::answers("200 OK", "6");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    assert_eq!(client.send(S::new()).await.unwrap(), 6);
}

#[tokio::test]
async fn the_second_operation_of_a_name_is_called_after_its_place() {
    use same_id::{Client, HeadS, S};
    let wire = Wire::answers("200 OK", "6");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    assert_eq!(client.send(S::new()).await.unwrap(), 6);
    let wire = Wire::raw("HTTP/1.1 200 OK\r\n\r\n");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    client.send(HeadS::new()).await.unwrap();
    assert!(wire.request().starts_with("HEAD /s "));
}

#[tokio::test]
async fn a_scheme_that_is_not_there_is_not_asked_for() {
    use unknown_security::{Client, S, T};
    let wire = Wire::answers("200 OK", "6");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    assert_eq!(client.send(S::new()).await.unwrap(), 6);
    assert_eq!(client.send(T::new()).await.unwrap(), 6);
    assert!(!wire.seen().concat().contains("authorization"));
}

/// Slips of every kind, each beside what is whole.
mod together {
    use bindery::sign::Bearer;

    use crate::wire::Wire;

    bindery::bindings! { spec = "../../fixtures/reports/slips-together.json" }

    #[tokio::test]
    async fn the_rest_is_there() {
        let wire = Wire::answers("200 OK", "{}");
        let client = Client::builder(Bearer::new("k-1234567890"))
            .base_url(wire.url())
            .allow_plain_http()
            .build()
            .unwrap();
        client.send(GetBXById::new("7")).await.unwrap();
        client.send(D::new()).await.unwrap();
        let seen = wire.seen();
        assert!(
            seen[0].starts_with("GET /b/%7Dx7 HTTP/1.1\r\n"),
            "{}",
            seen[0]
        );
        for request in seen {
            assert!(
                request.contains("authorization: Bearer k-1234567890\r\n"),
                "{request}"
            );
        }
        let servers = [Server::Default.url()];
        assert_eq!(servers, ["http://127.0.0.1:1"]);
    }

    #[tokio::test]
    async fn a_brace_without_its_other_is_sent() {
        let wire = Wire::answers("200 OK", "{}");
        let client = Client::builder(Bearer::new("k-1234567890"))
            .base_url(wire.url())
            .build()
            .unwrap();
        // No value of its reply ends, so none is read.
        client.send(A::new()).await.unwrap_err();
        let request = wire.request();
        assert!(
            request.starts_with("GET /a/%7Bid HTTP/1.1\r\n"),
            "{request}"
        );
    }
}
