//! How long the service asks to be left alone, whether or not its answer is documented.

use std::time::{Duration, UNIX_EPOCH};

use bindery::{Error, Retry, Timer};

use crate::api::{ParcelError, SendParcel};
use crate::service::{Service, answer};

async fn refused(status: u16, body: &'static str, after: &'static str) -> Error<ParcelError> {
    let service = Service::leaping();
    service.then(move |_| {
        let mut answer = answer(status, body);
        let headers = answer.headers_mut();
        headers.insert("retry-after", after.parse().unwrap());
        Ok(answer)
    });
    let once = bindery::CallOptions::new().no_retry();
    let sent = service
        .client()
        .send_with(SendParcel::to("ann"), once)
        .await;
    sent.unwrap_err()
}

#[tokio::test]
async fn it_is_there_with_and_without_a_documented_body() {
    for (status, body) in [
        (429, "slowly"),
        (429, r#"{"ErrorCode":21}"#),
        (503, "later"),
        (503, r#"{"ErrorCode":20}"#),
        (200, r#"{"ErrorCode":21}"#),
        (429, r#"{"why":"too fast"}"#),
        (422, r#"{"why":"too fast"}"#),
    ] {
        let error = refused(status, body, "7").await;
        assert_eq!(
            error.retry_after(),
            Some(Duration::from_secs(7)),
            "{error:?}"
        );
        if let Error::Refused(refusal) = &error {
            assert_eq!(refusal.retry_after, error.retry_after());
        }
    }
    let refused = refused(422, "{}", "soon").await;
    assert!(matches!(refused, Error::Refused(_)));
    assert_eq!(refused.retry_after(), None);
}

#[tokio::test]
async fn a_documented_429_slows_down_as_any_other() {
    let service = Service::leaping();
    for _ in 0..3 {
        service.status(429, r#"{"why":"too fast"}"#);
    }
    let error = service
        .client()
        .send(crate::api::TrackParcel)
        .await
        .unwrap_err();
    assert!(matches!(error.refusal(), Some(ParcelError::Detailed(_))));
    assert_eq!(error.retry(), Retry::SlowDown);
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn it_may_be_a_date() {
    let now = Service::leaping().clock.now();
    let now = now.duration_since(UNIX_EPOCH).unwrap().as_secs();
    for (date, seconds) in [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
        ("Thu, 01 Mar 2040 00:00:00 GMT", 2_214_172_800),
        ("Fri, 31 Dec 2100 12:00:00 GMT", 4_133_937_600),
    ] {
        let wanted = Duration::from_secs(u64::saturating_sub(seconds, now));
        let error = refused(503, "later", date).await;
        assert_eq!(error.retry_after(), Some(wanted), "{date}");
    }
    for date in [
        "Thu, 01 Mar 2040 00:00:00 CET",
        "2040-03-01",
        "Thu, 01 Mar 2040",
        "-1",
        "",
    ] {
        assert_eq!(
            refused(503, "later", date).await.retry_after(),
            None,
            "{date}"
        );
    }
}
