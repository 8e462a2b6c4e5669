//! Secrets of a request that come back in documented refusals, and secrets that the service tells: no error shows any of them.

use std::error::Error as _;
use std::fmt::Write as _;

use bindery::{Error, Rates, RetryPolicy};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod safes {
    bindery::bindings! { spec = "../fixtures/echoes.json" }
}

use safes::{Client, Open, OpenError};

const TOKEN: &str = "tok-4815162342-en";
const SECRETS: [&str; 4] = [
    TOKEN,
    "pin-2718281828",
    "hint-3141592653",
    "answer-1414213562",
];

async fn refused(status: u16, body: String) -> Error<OpenError> {
    let script = Script::default();
    script.answers(status, body);
    let client = Client::builder(bindery::sign::Bearer::new(TOKEN))
        .transport(script)
        .timer(Clock::default())
        .retries(RetryPolicy::never())
        .rate(Rates::off())
        .build()
        .unwrap();
    let [_, pin, hint, answer] = SECRETS;
    let open = Open::new(pin.parse().unwrap())
        .hint(hint.parse().unwrap())
        .body(safes::OpenBody::new().answers([answer.parse().unwrap()]));
    client.send(open).await.unwrap_err()
}

fn all_text(error: &Error<OpenError>) -> String {
    let refusal = error.refusal().map(|it| format!("{it} {it:?}"));
    let source = error.source().map(|it| format!("{it} {it:?}"));
    format!("{error} {error:?} {refusal:?} {source:?}")
}

#[tokio::test]
async fn no_documented_refusal_shows_a_secret() {
    for status in [400, 503] {
        for secret in SECRETS {
            let mut escaped = String::new();
            for c in secret.chars() {
                write!(escaped, "\\u{:04x}", u32::from(c)).unwrap();
            }
            for echo in [secret.to_owned(), escaped] {
                let body = format!(
                    r#"{{"message":"bad {echo}!","details":{{"{echo}":"{echo}"}},"session":"new one"}}"#
                );
                let error = refused(status, body).await;
                let text = all_text(&error);
                assert!(!text.contains(secret), "{text}");
                assert!(!text.contains("new one"), "{text}");
                assert!(text.contains("bad [redacted]!"), "{text}");
                // What the service tells is there for the caller, as is all that was no secret.
                let Some(OpenError::BadRequest(complaint) | OpenError::ServerError(complaint)) =
                    error.refusal()
                else {
                    panic!("{text}")
                };
                let session = complaint
                    .session
                    .as_ref()
                    .map(safes::ComplaintSession::expose);
                assert_eq!(session, Some("new one"));
            }
        }
    }
}

#[tokio::test]
async fn a_secret_that_the_service_tells_is_in_no_error() {
    for (status, body) in [
        (200, r#"{"session":"new one","drawers":"three"}"#),
        (200, r#"{"drawers":7.5,"session":"new one"}"#),
        (200, r#"{"drawers":1,"session":{"id":"new one"}}"#),
        (400, r#"{"session":"new one","message":7}"#),
        (404, r#"{"session":"new one"}"#),
        (502, r#"{"session":"new one","#),
    ] {
        let error = refused(status, body.to_owned()).await;
        let text = all_text(&error);
        assert!(!text.contains("new one"), "{text}");
        assert!(text.contains("session"), "{text}");
    }
}
