//! When the client sends again, and when it must not.

use std::time::Duration;

use bindery::TransportErrorKind::{Connect, Interrupted, Timeout, TooLarge};
use bindery::{CallOptions, Code, Done, Error, RateLimit, Rates, RetryPolicy};

use crate::api::{BookParcel, DropParcel, SendParcel, TrackParcel};
use crate::service::{Service, answer};

const YES: &str = r#"{"ErrorCode":0,"Seq":7}"#;

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

#[tokio::test]
async fn what_was_never_sent_is_sent_again() {
    let service = Service::leaping();
    service.fails(Connect).fails(Connect);
    assert_eq!(
        service.client().send(SendParcel::to("ann")).await.unwrap(),
        7
    );
    assert_eq!(service.requests().len(), 3);
    assert_eq!(
        service.clock.slept(),
        [ms(100), ms(200)],
        "half of 200 ms, then half of 400 ms"
    );
}

#[tokio::test]
async fn attempts_are_counted() {
    let service = Service::leaping();
    for _ in 0..5 {
        service.fails(Connect);
    }
    let client = service
        .builder()
        .retries(RetryPolicy::default().max_attempts(5))
        .build()
        .unwrap();
    let error = client.send(SendParcel::to("ann")).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)));
    assert_eq!(service.requests().len(), 5);
}

#[tokio::test]
async fn a_post_is_not_repeated_after_an_unknown_outcome() {
    for kind in [Timeout, Interrupted, TooLarge] {
        let service = Service::leaping();
        service.fails(kind);
        let error = service
            .client()
            .send(SendParcel::to("ann"))
            .await
            .unwrap_err();
        assert!(matches!(error, Error::UnknownOutcome(_)), "{error}");
        assert_eq!(service.requests().len(), 1);
    }
    for (status, body) in [
        (500, ""),
        (503, ""),
        (200, "<html>"),
        (200, r#"{"ErrorCode":22}"#),
    ] {
        let service = Service::leaping();
        service.status(status, body);
        let error = service
            .client()
            .send(SendParcel::to("ann"))
            .await
            .unwrap_err();
        assert_eq!(
            (error.done(), service.requests().len()),
            (Done::Unknown, 1),
            "{error}"
        );
    }
}

#[tokio::test]
async fn what_changes_nothing_is_repeated_after_an_unknown_outcome() {
    for (status, body) in [
        (502, "<html>"),
        (200, "<html>"),
        (200, r#"{"ErrorCode":22}"#),
    ] {
        let service = Service::leaping();
        service.fails(Timeout).status(status, body);
        service.client().send(TrackParcel).await.unwrap();
        assert_eq!(service.requests().len(), 3);
    }
    let service = Service::leaping();
    service.fails(TooLarge);
    service.client().send(TrackParcel).await.unwrap_err();
    assert_eq!(service.requests().len(), 1, "it would be as large again");
}

#[tokio::test]
async fn a_refusal_is_repeated_where_the_spec_says_so() {
    for (code, attempts) in [(20, 2), (21, 2), (10, 1), (999, 1)] {
        let service = Service::leaping();
        service.code(code);
        let result = service.client().send(SendParcel::to("ann")).await;
        assert_eq!(service.requests().len(), attempts, "{code}");
        assert_eq!(result.is_ok(), attempts == 2);
    }
}

#[tokio::test]
async fn a_keyed_request_is_repeated_within_its_window() {
    let service = Service::leaping();
    service.fails(Timeout);
    service
        .client()
        .send(BookParcel { keyed: true })
        .await
        .unwrap();
    assert_eq!(service.requests().len(), 2);

    let service = Service::leaping();
    service.fails(Timeout);
    service
        .client()
        .send(BookParcel { keyed: false })
        .await
        .unwrap_err();
    assert_eq!(service.requests().len(), 1, "a key is missing");
}

#[tokio::test]
async fn a_keyed_request_is_not_repeated_when_its_window_might_close() {
    // The window is 60 s: a repeat that may take 10 s must start before 50 s are over.
    for (after, attempts) in [(45, 2), (51, 1)] {
        let service = Service::leaping();
        let clock = service.clock.clone();
        service.then(move |_| {
            clock.advance(Duration::from_secs(after));
            Err(bindery::TransportError::new(Timeout))
        });
        let policy = RetryPolicy::default().budget(Duration::from_secs(300));
        let client = service.builder().retries(policy).build().unwrap();
        let _ = client.send(BookParcel { keyed: true }).await;
        assert_eq!(service.requests().len(), attempts, "{after} s");
    }
}

#[tokio::test]
async fn a_wait_for_a_permit_may_close_the_window_too() {
    let service = Service::leaping();
    service.fails(Timeout);
    let per = Duration::from_secs(100);
    let rates = Rates::off().operation("book_parcel", RateLimit { calls: 1, per });
    let client = service.builder().rate(rates).build().unwrap();
    let error = client.send(BookParcel { keyed: true }).await.unwrap_err();
    assert!(
        matches!(&error, Error::UnknownOutcome(e) if e.kind() == Timeout),
        "{error}"
    );
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn a_later_failure_does_not_hide_an_unknown_outcome() {
    let service = Service::leaping();
    service.fails(Timeout).fails(Connect).fails(Connect);
    let error = service
        .client()
        .send(BookParcel { keyed: true })
        .await
        .unwrap_err();
    assert!(
        matches!(&error, Error::UnknownOutcome(e) if e.kind() == Timeout),
        "{error}"
    );

    let service = Service::leaping();
    service.fails(Timeout).code(10);
    let error = service
        .client()
        .send(BookParcel { keyed: true })
        .await
        .unwrap_err();
    assert_eq!(
        (error.code(), error.done()),
        (Some(Code::Int(10)), Done::Unknown)
    );

    let service = Service::leaping();
    service.status(500, "").status(403, "");
    let error = service
        .client()
        .send(BookParcel { keyed: true })
        .await
        .unwrap_err();
    assert_eq!(error.done(), Done::Unknown);
    assert!(matches!(error, Error::Status(status) if status.status == 403 && status.after_unknown));
}

#[tokio::test]
async fn an_expired_signature_is_renewed_once() {
    let service = Service::leaping();
    service.code(70001);
    let client = service.client();
    assert_eq!(client.send(SendParcel::to("ann")).await.unwrap(), 7);
    let signatures: Vec<_> = service
        .requests()
        .iter()
        .map(|request| request.uri().to_string())
        .collect();
    assert!(
        signatures[0].contains("app%230&") && signatures[1].contains("app%231&"),
        "{signatures:?}"
    );
    assert!(service.clock.slept().is_empty());

    service.code(70001).code(70001).says(YES);
    let error = client.send(SendParcel::to("ann")).await.unwrap_err();
    assert_eq!(error.code(), Some(Code::Int(70001)));
    assert_eq!(service.requests().len(), 4);
}

#[tokio::test]
async fn an_expired_signature_is_renewed_for_the_next_call_even_without_retries() {
    let service = Service::leaping();
    service.code(70001);
    let client = service.client();
    let once = CallOptions::new().no_retry();
    client
        .send_with(SendParcel::to("ann"), once)
        .await
        .unwrap_err();
    client.send_with(SendParcel::to("ann"), once).await.unwrap();
    let requests = service.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests[1].uri().to_string().contains("app%231&"));
}

#[tokio::test]
async fn without_retries_there_is_one_attempt() {
    let service = Service::leaping();
    service.fails(Connect).code(20);
    let client = service
        .builder()
        .retries(RetryPolicy::never())
        .build()
        .unwrap();
    client.send(TrackParcel).await.unwrap_err();
    service
        .client()
        .send_with(TrackParcel, CallOptions::new().no_retry())
        .await
        .unwrap_err();
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn a_wait_the_service_asks_for_is_kept() {
    for (status, keyed) in [(429, false), (503, true)] {
        let service = Service::leaping();
        service.then(move |_| {
            let mut answer = answer(status, "later");
            answer
                .headers_mut()
                .insert("retry-after", "7".parse().unwrap());
            Ok(answer)
        });
        service.client().send(BookParcel { keyed }).await.unwrap();
        assert_eq!(service.clock.slept(), [Duration::from_secs(7)]);
    }
}

#[tokio::test]
async fn after_too_many_calls_the_wait_is_never_short() {
    let service = Service::leaping();
    service.code(21).code(21);
    service.client().send(SendParcel::to("ann")).await.unwrap();
    assert_eq!(
        service.clock.slept(),
        [150, 300].map(ms),
        "from the upper half of 200 and 400 ms"
    );
}

#[tokio::test]
async fn waits_grow_to_their_cap_and_end_with_the_budget() {
    let service = Service::leaping();
    for _ in 0..9 {
        service.status(500, "");
    }
    let policy = RetryPolicy::default()
        .max_attempts(99)
        .base(ms(1000))
        .cap(ms(4000))
        .budget(ms(8000));
    let client = service.builder().retries(policy).build().unwrap();
    client.send(DropParcel).await.unwrap_err();
    let waits = [500, 1000, 2000, 2000, 2000].map(ms);
    assert_eq!(
        service.clock.slept(),
        waits,
        "half of 1, 2, 4, 4, 4 s; 9.5 s would be over the budget"
    );
}
