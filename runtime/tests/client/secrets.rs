//! No secret in any text the client gives out, however the service and the transport try.

use std::error::Error;
use std::sync::{Arc, Mutex};

use bindery::{Attempt, Observer, TransportError, TransportErrorKind};
use bytes::Bytes;

use crate::api::{KEY, Key, SendParcel};
use crate::service::Service;

const TOKEN: &str = "t0k/en+\"quoted\"";

/// The telling part of each secret and of all its spellings.
const TRACES: [&str; 2] = ["k3y", "t0k"];

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Observer for Log {
    fn attempt(&self, attempt: &Attempt<'_>) {
        self.0.lock().unwrap().push(format!("{attempt:?}"));
    }
}

fn all_text(error: &impl Error) -> String {
    let mut texts = vec![format!("{error} {error:?} {error:#?}")];
    let mut cause = error.source();
    while let Some(source) = cause {
        texts.push(format!("{source} {source:?}"));
        cause = source.source();
    }
    texts.join(" ")
}

type Echo = fn(&http::Request<Bytes>) -> String;

/// Every spelling of the secrets that a service may echo.
fn echo(request: &http::Request<Bytes>) -> String {
    let lower = request
        .uri()
        .to_string()
        .replace("%2F", "%2f")
        .replace("%2B", "%2b")
        .replace("%3D", "%3d");
    let escaped = TOKEN.replace('"', "\\\"");
    let slashed = escaped.replace('/', "\\/");
    format!(
        "{} {lower} {KEY} {TOKEN} {escaped} {slashed}",
        request.uri()
    )
}

fn json_echo(request: &http::Request<Bytes>) -> String {
    let plain = format!("{} {KEY} {TOKEN}", request.uri());
    plain.replace('"', "\\\"")
}

#[tokio::test]
async fn no_error_shows_a_secret() {
    let answers: [(u16, Echo); 8] = [
        (502, echo),
        (403, |r| echo(r).repeat(20)),
        (404, echo),
        (200, echo),
        (200, |r| {
            format!(r#"{{"ErrorCode":10,"ErrorInfo":"{}"}}"#, json_echo(r))
        }),
        (200, |r| {
            format!(r#"{{"ErrorCode":10,"Trace":["{}"]}}"#, json_echo(r))
        }),
        (200, |r| {
            format!(r#"{{"ErrorCode":0,"Seq":"{}"}}"#, json_echo(r))
        }),
        (400, |r| {
            format!(r#"{{"ErrorCode":10,"RequestId":"{}"}}"#, json_echo(r))
        }),
    ];
    for (status, body) in answers {
        let service = Service::leaping();
        service.then(move |request| {
            let mut answer = http::Response::new(body(request).into());
            *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
            Ok(answer)
        });
        assert_silent(&service, true).await;
    }
}

#[tokio::test]
async fn no_transport_error_shows_a_secret() {
    for kind in [TransportErrorKind::Connect, TransportErrorKind::Interrupted] {
        let service = Service::leaping();
        for _ in 0..3 {
            service.then(move |request| {
                let cause = format!("cannot reach {}", echo(request));
                Err(TransportError::new(kind).with_source(cause))
            });
        }
        assert_silent(&service, true).await;
    }
}

#[tokio::test]
async fn no_signing_or_header_error_shows_a_secret() {
    let service = Service::leaping();
    let send = SendParcel {
        token: format!("{TOKEN}\n"),
        ..SendParcel::to("ann")
    };
    let error = service.client().send(send).await.unwrap_err();
    assert_clean(&all_text(&error), false);
    let client = service
        .builder_with(Key {
            broken: true,
            ..Key::default()
        })
        .build()
        .unwrap();
    assert_clean(
        &all_text(&client.send(SendParcel::to("ann")).await.unwrap_err()),
        false,
    );
}

async fn assert_silent(service: &Service, echoed: bool) {
    let log = Log::default();
    let client = service.builder().observer(log.clone()).build().unwrap();
    let send = SendParcel {
        token: TOKEN.to_owned(),
        ..SendParcel::to("ann")
    };
    let error = client.send(send).await.unwrap_err();
    assert_clean(&all_text(&error), echoed);
    assert_clean(&format!("{client:?}"), false);
    let log = log.0.lock().unwrap().join(" ");
    assert!(log.contains("send_parcel"));
    assert_clean(&log, false);
}

fn assert_clean(text: &str, echoed: bool) {
    for trace in TRACES {
        assert!(!text.contains(trace), "{trace} in {text}");
    }
    assert_eq!(text.contains("[redacted]"), echoed, "{text}");
}
