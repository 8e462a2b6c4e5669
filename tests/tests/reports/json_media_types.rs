//! JSON that is called otherwise: what is sent, what is asked for, and what a service answers.

use bindery::server::{Call, Fault, Refuse, Reply, Request};
use bindery::sign::NoAuth;
use bindery::{Violations, bindings};

use crate::wire::Wire;

bindings! {
    spec = "../../fixtures/reports/json-media-types.json",
    sides = [client, server],
}

fn client(wire: &Wire) -> Client {
    let builder = Client::builder(NoAuth).base_url(wire.url());
    builder.build().unwrap()
}

#[tokio::test]
async fn the_documented_type_is_sent_and_asked_for() {
    let wire = Wire::answers("200 OK", r#"{"x":1}"#);
    let reply = client(&wire).send(Vnd::new(7)).await.unwrap();
    assert_eq!(reply.x, 1);
    let request = wire.request();
    assert!(
        request.contains("content-type: application/vnd.acme.v2+json\r\n"),
        "{request}"
    );
    assert!(
        request.contains("accept: application/vnd.acme.v2+json\r\n"),
        "{request}"
    );

    let wire = Wire::answers("200 OK", r#"{"ok":true}"#);
    client(&wire).send(Mp::new()).await.unwrap();
    let request = wire.request();
    assert!(
        request.contains("content-type: application/merge-patch+json\r\n"),
        "{request}"
    );
    assert!(
        request.contains("accept: application/json\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn errors_of_another_type_are_asked_for_too() {
    let wire = Wire::answers("406 Not Acceptable", r#"{"title":"no"}"#);
    let error = client(&wire).send(Neg::new()).await.unwrap_err();
    assert!(
        matches!(error.refusal(), Some(NegError::NotAcceptable(it)) if it.title == "no"),
        "{error:?}"
    );
    let request = wire.request();
    assert!(
        request.contains("accept: application/json, application/problem+json\r\n"),
        "{request}"
    );
}

struct Answers;

impl Service for Answers {
    fn reject(&self, _: Option<&Call>, fault: &Fault) -> Reply {
        panic!("{fault:?}")
    }

    fn invalid(&self, _: &Call, _: &Violations) -> Option<Reply> {
        None
    }

    async fn neg(&self, _: &Call, _: Neg) -> Result<NegReply, Refuse<NegError>> {
        let title = "no".to_owned();
        Err(NegError::NotAcceptable(NegNotAcceptable { title }).into())
    }

    async fn vnd(&self, _: &Call, asked: Vnd) -> Result<VndReply, Refuse<VndError>> {
        Ok(VndReply { x: asked.x + 1 })
    }

    async fn mp(&self, _: &Call, _: Mp) -> Result<MpReply, Refuse<MpError>> {
        Ok(MpReply { ok: None })
    }
}

async fn answer(method: &str, body: &str) -> Reply {
    let request = Request {
        method: method.parse().unwrap(),
        path: "/neg".to_owned(),
        query: String::new(),
        headers: http::HeaderMap::new(),
        body: body.as_bytes().to_vec(),
    };
    serve(&Answers, request).await
}

#[tokio::test]
async fn a_service_answers_in_the_documented_type() {
    let reply = answer("POST", r#"{"x":1}"#).await;
    assert_eq!(
        reply.content_type.as_deref(),
        Some("application/vnd.acme.v2+json")
    );
    assert_eq!(reply.body, br#"{"x":2}"#);
    let reply = answer("GET", "").await;
    assert_eq!(
        reply.content_type.as_deref(),
        Some("application/problem+json")
    );
    assert_eq!(reply.status, 406);
    let reply = answer("PATCH", "{}").await;
    assert_eq!(reply.content_type.as_deref(), Some("application/json"));
}
