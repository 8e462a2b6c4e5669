//! What an error says and advises: of every kind, whether the service may have done it, and what caused it.

use std::error::Error as _;

use bindery::TransportErrorKind as Kind;
use bindery::{Code, Done, Error, Retry, TransportError};

use crate::api::{Key, ParcelError, SendParcel};
use crate::service::{Service, answer};

type Failed = Error<ParcelError>;

async fn sent(service: &Service) -> Failed {
    let sent = service.client().send(SendParcel::to("ann")).await;
    sent.expect_err("a failure")
}

async fn status(status: u16, body: &'static str) -> Failed {
    let service = Service::leaping();
    for _ in 0..9 {
        service.then(move |_| Ok(answer(status, body)));
    }
    sent(&service).await
}

async fn transport(kind: Kind) -> Failed {
    let service = Service::leaping();
    for _ in 0..9 {
        service.then(move |_| Err(TransportError::new(kind).with_source("a cable was cut")));
    }
    sent(&service).await
}

#[tokio::test]
async fn a_status_advises_to_slow_down_where_it_says_too_many() {
    for (code, advice) in [
        (428, Retry::Unclear),
        (429, Retry::SlowDown),
        (430, Retry::Unclear),
        (500, Retry::Unclear),
    ] {
        assert_eq!(status(code, "").await.retry(), advice, "{code}");
    }
}

/// Of a call that may not be repeated blindly.
#[tokio::test]
async fn a_status_tells_what_was_never_begun_from_what_may_be_done() {
    for code in [400, 407, 409, 459, 461, 498, 501, 505, 511] {
        assert_eq!(status(code, "").await.done(), Done::No, "{code}");
    }
    for code in [303, 399, 408, 460, 499, 500, 502, 504, 510] {
        assert_eq!(status(code, "").await.done(), Done::Unknown, "{code}");
    }
}

#[tokio::test]
async fn a_failure_on_the_way_advises_by_how_far_it_came() {
    for (kind, advice, done) in [
        (Kind::Connect, Retry::Backoff, Done::No),
        (Kind::Request, Retry::Never, Done::No),
        (Kind::Timeout, Retry::Unclear, Done::Unknown),
        (Kind::Interrupted, Retry::Unclear, Done::Unknown),
        (Kind::TooLarge, Retry::Unclear, Done::Unknown),
        (Kind::Source, Retry::Unclear, Done::Unknown),
    ] {
        let error = transport(kind).await;
        assert_eq!((error.retry(), error.done()), (advice, done), "{kind:?}");
        let cause = error.source().expect("what caused it");
        assert_eq!(cause.to_string(), "a cable was cut");
    }
}

#[tokio::test]
async fn what_was_never_sent_is_not_to_be_sent_again() {
    let service = Service::leaping();
    let client = service.client();
    let invalid = client
        .send(SendParcel::to("nobody"))
        .await
        .expect_err("a rule is broken");
    let key = Key {
        broken: true,
        ..Key::default()
    };
    let client = service.builder_with(key).build().expect("a client");
    let unsigned = client
        .send(SendParcel::to("ann"))
        .await
        .expect_err("no key");
    for error in [&invalid, &unsigned] {
        assert_eq!((error.retry(), error.done()), (Retry::Never, Done::No));
        assert_eq!((error.code(), error.refusal()), (None, None));
    }
    assert!(invalid.source().is_none());
    assert!(unsigned.source().is_some());
    assert_eq!(service.requests().len(), 0);
    assert_eq!(
        invalid.to_string(),
        "not sent, the request breaks documented rules: /to: nobody lives here"
    );
    assert_eq!(
        unsigned.to_string(),
        "not sent, the request could not be signed"
    );
}

#[tokio::test]
async fn errors_are_told_in_words() {
    assert_eq!(
        status(403, "go away").await.to_string(),
        "HTTP status 403: go away"
    );
    let undecodable = status(200, "[]").await;
    assert!(undecodable.source().is_some());
    let text = undecodable.to_string();
    assert_eq!(text, "an answer that cannot be read (HTTP status 200): []");
    for (kind, words) in [
        (
            Kind::Connect,
            "not sent: no connection to `parcels.test`: a cable was cut",
        ),
        (Kind::Request, "not sent: the request could not be made"),
        (
            Kind::Timeout,
            "no answer within the time allowed; the service may have done it, so look before sending again",
        ),
        (
            Kind::Interrupted,
            "the connection broke before the answer was complete; the service may have done it, so look before sending again",
        ),
        (
            Kind::TooLarge,
            "the answer is larger than the client accepts; the service may have done it, so look before sending again",
        ),
        (
            Kind::Source,
            "the source of the request's body failed while it was sent; the service may have done it, so look before sending again",
        ),
    ] {
        assert_eq!(transport(kind).await.to_string(), words);
    }
}

#[tokio::test]
async fn a_refusal_is_told_with_what_the_spec_knows_of_it() {
    for (code, body, words) in [
        (
            200,
            r#"{"ErrorCode":10}"#,
            "send_parcel refused with 10 TooHeavy: documented",
        ),
        (200, r#"{"ErrorCode":11}"#, "send_parcel refused with 11"),
        (
            200,
            r#"{"ErrorCode":11,"ErrorInfo":"why"}"#,
            "send_parcel refused with 11 (the service says: why)",
        ),
        (
            404,
            r#""street""#,
            "send_parcel refused with HTTP status 404",
        ),
    ] {
        let error = status(code, body).await;
        assert_eq!(error.to_string(), words);
        assert!(error.source().is_none() && error.refusal().is_some());
    }
    let error = status(200, r#"{"ErrorCode":11}"#).await;
    assert_eq!(error.refusal(), Some(&ParcelError::Coded(Code::Int(11))));
    assert_eq!(error.code(), Some(Code::Int(11)));
}

#[test]
fn a_transport_keeps_the_kind_of_its_failure() {
    let error = TransportError::new(Kind::Timeout);
    assert_eq!(error.kind(), Kind::Timeout);
    assert_eq!(error.done(), Done::Unknown);
    assert!(error.source().is_none());
    let error = error.with_source("why");
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("why")
    );
}
