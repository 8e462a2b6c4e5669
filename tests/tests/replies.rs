//! Replies and failures that differ by status: each success is a variant, texts are kept as they are.

use std::fmt::Debug;
use std::sync::Mutex;

use bindery::server::{Call, Refuse, Request};
use bindery::sign::NoAuth;
use bindery::{Error, OperationError, RawBody};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use http::{HeaderMap, Method};

mod bodies {
    bindery::bindings! {
        spec = "../fixtures/bodies.json", operations = [fetch, discard, mend], sides = [client, server]
    }
}

use bodies::{
    Client, Discard, DiscardError, DiscardReply, Fetch, FetchAccepted, FetchError, FetchReply,
    Mend, MendError, MendReply, Place, Service, serve,
};

fn client(script: &Script) -> Client {
    let client = Client::builder(NoAuth).base_url("http://127.0.0.1:9");
    let client = client.transport(script.clone()).timer(Clock::default());
    client.build().unwrap()
}

const PNG: &[u8] = b"\x89PNG\xff";

fn fetched() -> [(u16, FetchReply, &'static [u8]); 4] {
    [
        (200, FetchReply::Ok(Place::new(1)), br#"{"row":1}"#),
        (
            202,
            FetchReply::Accepted(FetchAccepted::new(9)),
            br#"{"seconds":9}"#,
        ),
        (204, FetchReply::NoContent, b""),
        (
            206,
            FetchReply::PartialContent(RawBody::new("image/png", PNG)),
            PNG,
        ),
    ]
}

#[tokio::test]
async fn the_status_tells_what_the_reply_holds() {
    let script = Script::default();
    for (status, wanted, body) in fetched() {
        script.answers(status, body);
        assert_eq!(client(&script).send(Fetch::new(1)).await.unwrap(), wanted);
        script.answers(status, body);
        assert_eq!(client(&script).send(Own { id: 1 }).await.unwrap(), wanted);
    }
    let seen = &script.seen()[0];
    assert_eq!(seen.headers()["accept"], "application/json, image/png");
}

mod perhaps {
    bindery::bindings! { spec = "../fixtures/bodies.json", operations = [perhaps] }
}

#[tokio::test]
async fn a_success_may_have_nothing_to_say() {
    use perhaps::{Client, Perhaps, PerhapsReply};
    let script = Script::default();
    let client = Client::builder(NoAuth).base_url("http://127.0.0.1:9");
    let client = client.transport(script.clone()).timer(Clock::default());
    let client = client.build().unwrap();
    script.answers(204, "");
    let reply = client.send(Perhaps::new()).await.unwrap();
    assert_eq!(reply, PerhapsReply::NoContent);
    script.answers(200, r#"["a"]"#);
    let reply = client.send(Perhaps::new()).await.unwrap();
    assert_eq!(reply, PerhapsReply::Ok(vec!["a".to_owned()]));
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/bodies.json", operation = fetch, bindings = bodies)]
struct Own {
    id: u8,
}

#[tokio::test]
async fn other_successes_are_those_of_a_range_or_kept_as_they_came() {
    let script = Script::default();
    let list = || DiscardReply::Success(vec!["a".to_owned()]);
    for (status, body, wanted) in [
        (200, r#""a""#, DiscardReply::Ok("a".to_owned())),
        (201, r#"["a"]"#, list()),
        (299, r#"["a"]"#, list()),
    ] {
        script.answers(status, body);
        assert_eq!(client(&script).send(Discard::new(1)).await.unwrap(), wanted);
    }
    assert_eq!(script.seen()[0].headers()["accept"], "application/json");
    script.answers(207, "{");
    let MendReply::Other(207, body) = client(&script).send(Mend::new(1)).await.unwrap() else {
        panic!("read")
    };
    assert_eq!(body.text(), Ok("{"));
    // With `default` there is no other.
    script.answers(299, "7");
    let other = client(&script).send(Fetch::new(1)).await.unwrap();
    assert_eq!(other, FetchReply::Unexpected(7));
}

#[tokio::test]
async fn a_body_that_is_not_the_one_of_its_status_is_told_with_both() {
    let script = Script::default();
    script.answers(203, r#""a""#).answers(200, "");
    for (status, body) in [(203, r#""a""#), (200, "")] {
        let Err(Error::Undecodable(error)) = client(&script).send(Mend::new(1)).await else {
            panic!("read")
        };
        assert_eq!((error.status, &*error.body), (status, body));
    }
}

/// What each failure is: the variant and its body, or status and text.
fn told<T: Debug, E: OperationError>(reply: Result<T, Error<E>>) -> String {
    match reply {
        Err(Error::Refused(refusal)) => format!("{} {:?}", refusal.status, refusal.error),
        Err(Error::Status(error)) => format!("{} text {}", error.status, error.body),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn texts_of_failures_are_kept_whatever_range_is_around_them() {
    let problem = r#"{"why":"so"}"#;
    let fetch = [
        (404, "gone", "404 text gone"),
        (404, problem, r#"404 text {"why":"so"}"#),
        (
            409,
            problem,
            r#"409 ClientError(FetchClientError { why: "so" })"#,
        ),
        (503, "<p>", "503 text <p>"),
        (500, "7", "500 Unexpected(7)"),
        (302, "7", "302 Unexpected(7)"),
    ];
    let script = Script::default();
    for (status, body, wanted) in fetch {
        script.answers(status, body);
        let client = client(&script);
        assert_eq!(told(client.send_with(Fetch::new(1), once()).await), wanted);
    }
    let discard = [
        (500, "7", "500 text 7"),
        (599, "", "599 text "),
        (400, "7", "400 Unexpected(7)"),
    ];
    for (status, body, wanted) in discard {
        script.answers(status, body);
        let client = client(&script);
        assert_eq!(
            told(client.send_with(Discard::new(1), once()).await),
            wanted
        );
    }
}

fn once() -> bindery::CallOptions {
    bindery::CallOptions::new().no_retry()
}

/// Answers with what it is given.
#[derive(Default)]
struct Store {
    fetch: Mutex<Option<FetchReply>>,
    discard: Mutex<Option<DiscardReply>>,
    mend: Mutex<Option<MendReply>>,
}

impl Service for Store {
    bindery_tests::refuses_nothing!();

    async fn fetch(&self, _: &Call, _: Fetch) -> Result<FetchReply, Refuse<FetchError>> {
        let answer = self.fetch.lock().unwrap().take();
        answer.ok_or_else(|| FetchError::Unexpected(7).into())
    }

    async fn discard(&self, _: &Call, _: Discard) -> Result<DiscardReply, Refuse<DiscardError>> {
        let answer = self.discard.lock().unwrap().take();
        answer.ok_or_else(|| DiscardError::Unexpected(7).into())
    }

    async fn mend(&self, _: &Call, _: Mend) -> Result<MendReply, Refuse<MendError>> {
        Ok(self.mend.lock().unwrap().take().unwrap())
    }
}

async fn answer(store: Store, method: Method) -> (u16, Option<String>, Vec<u8>) {
    let request = Request {
        method,
        path: "/things/1".to_owned(),
        query: String::new(),
        headers: HeaderMap::new(),
        body: Vec::new(),
    };
    let reply = serve(&store, request).await;
    let kind = reply.content_type.map(std::borrow::Cow::into_owned);
    (reply.status, kind, reply.body)
}

#[tokio::test]
async fn a_service_answers_with_the_status_of_the_variant() {
    let json = || Some("application/json".to_owned());
    for (status, reply, body) in fetched() {
        let store = Store {
            fetch: Some(reply).into(),
            ..Store::default()
        };
        let kind = match status {
            204 => None,
            206 => Some("image/png".to_owned()),
            _ => json(),
        };
        assert_eq!(
            answer(store, Method::GET).await,
            (status, kind, body.to_vec())
        );
    }
    let several = DiscardReply::Success(Vec::new());
    let store = Store {
        discard: Some(several).into(),
        ..Store::default()
    };
    assert_eq!(
        answer(store, Method::DELETE).await,
        (201, json(), b"[]".to_vec())
    );
    let other = MendReply::Other(207, RawBody::from("x"));
    let store = Store {
        mend: Some(other).into(),
        ..Store::default()
    };
    let text = Some("text/plain; charset=utf-8".to_owned());
    assert_eq!(
        answer(store, Method::PATCH).await,
        (207, text, b"x".to_vec())
    );
}
