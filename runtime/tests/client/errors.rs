//! What comes back: verdicts, statuses, pages that are no answers.

use bindery::json::DecodeErrorKind;
use bindery::{Code, Done, Error, Retry, TransportErrorKind};

use crate::api::{DropParcel, ParcelError, SendParcel};
use crate::service::{Service, answer};

type Result<T = u64> = std::result::Result<T, Error<ParcelError>>;

async fn reply(status: u16, body: &'static str) -> Result {
    let service = Service::leaping();
    service.status(status, body);
    service.client().send(SendParcel::to("ann")).await
}

#[tokio::test]
async fn success_is_the_payload() {
    let body = r#"{"Seq":9,"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"New":[1]}"#;
    assert_eq!(reply(200, body).await.unwrap(), 9);
}

#[tokio::test]
async fn a_refusal_keeps_code_message_and_details() {
    let body = r#"{"ErrorCode":10,"ErrorInfo":"31 kg","RequestId":"r-1","Trace":{"hop":2}}"#;
    let error = reply(200, body).await.unwrap_err();
    assert_eq!(error.code(), Some(Code::Int(10)));
    assert_eq!(error.retry(), Retry::Never);
    assert_eq!(error.done(), Done::No);
    assert_eq!(
        error.to_string(),
        "send_parcel refused with 10 TooHeavy: documented (the service says: 31 kg)"
    );
    let Error::Refused(refusal) = error else {
        panic!()
    };
    let details = [("RequestId", "r-1"), ("Trace", r#"{"hop":2}"#)];
    assert_eq!(
        refusal.details,
        details.map(|(name, text)| (name.to_owned(), text.to_owned()))
    );
    assert_eq!(refusal.status, 200);
}

#[tokio::test]
async fn a_refusal_keeps_a_code_nobody_documented() {
    let error = reply(200, r#"{"ErrorCode":987654}"#).await.unwrap_err();
    assert_eq!(error.code(), Some(Code::Int(987_654)));
    assert_eq!(error.retry(), Retry::Unclear);
}

#[tokio::test]
async fn a_refusal_needs_no_payload_and_survives_a_broken_one() {
    for body in [
        r#"{"ErrorCode":10}"#,
        r#"{"ErrorCode":10,"ErrorInfo":7,"Seq":"none"}"#,
        r#"{"Seq":{"deep":[]},"ErrorCode":10}"#,
        r#"{"ErrorCode":10,"Seq":[1,2"#,
    ] {
        let error = reply(200, body).await.unwrap_err();
        assert_eq!(error.code(), Some(Code::Int(10)), "{body}");
    }
}

#[tokio::test]
async fn a_payload_that_cannot_be_read_names_its_place() {
    let error = reply(200, r#"{"ErrorCode":0}"#).await.unwrap_err();
    assert_eq!(error.done(), Done::Unknown);
    let Error::Undecodable(bad) = error else {
        panic!()
    };
    assert_eq!((bad.status, bad.error.path()), (200, "/Seq"));
    assert_eq!(bad.error.kind(), DecodeErrorKind::Missing);
    assert_eq!(bad.body, r#"{"ErrorCode":0}"#);
}

#[tokio::test]
async fn an_answer_without_verdict_is_no_success() {
    for (body, path) in [
        (r#"{"Seq":9}"#, "/ErrorCode"),
        (r#"{"ErrorCode":null}"#, "/ErrorCode"),
        ("<html>welcome</html>", ""),
        ("[]", ""),
        ("", ""),
    ] {
        let Err(Error::Undecodable(bad)) = reply(200, body).await else {
            panic!("{body}")
        };
        assert_eq!((bad.error.path(), &*bad.body), (path, body));
    }
}

#[tokio::test]
async fn a_gateways_page_is_reported_with_status_and_beginning() {
    let service = Service::leaping();
    let page = "<html>€".repeat(1000);
    service.then(move |_| {
        let mut answer = http::Response::new(page.into());
        *answer.status_mut() = http::StatusCode::BAD_GATEWAY;
        answer
            .headers_mut()
            .insert("content-type", "text/html".parse().unwrap());
        Ok(answer)
    });
    let error = service
        .client()
        .send(SendParcel::to("ann"))
        .await
        .unwrap_err();
    assert_eq!(error.done(), Done::Unknown);
    assert_eq!(
        service.requests().len(),
        1,
        "a gateway's 502 leaves the outcome unknown"
    );
    let Error::Status(status) = error else {
        panic!()
    };
    assert_eq!(status.status, 502);
    assert_eq!(status.content_type.as_deref(), Some("text/html"));
    assert!(status.body.starts_with("<html>€<html>€"));
    assert!(
        (500..520).contains(&status.body.len()),
        "{}",
        status.body.len()
    );
}

#[tokio::test]
async fn a_body_that_is_no_text_is_shown_as_far_as_it_is() {
    let service = Service::leaping();
    service.then(|_| {
        Ok(http::Response::new(bytes::Bytes::from_static(
            b"\xff\xfe\x00ok",
        )))
    });
    let Err(Error::Undecodable(bad)) = service.client().send(SendParcel::to("ann")).await else {
        panic!()
    };
    assert!(bad.body.ends_with("ok"), "{}", bad.body);
}

#[tokio::test]
async fn a_documented_status_is_a_refusal_of_its_own_type() {
    let error = reply(404, r#""no such street""#).await.unwrap_err();
    let Error::Refused(refusal) = error else {
        panic!()
    };
    assert_eq!(
        refusal.error,
        ParcelError::NotFound("no such street".to_owned())
    );
    let Err(Error::Undecodable(bad)) = reply(404, "<html>").await else {
        panic!()
    };
    assert_eq!((bad.status, &*bad.body), (404, "<html>"));
}

#[tokio::test]
async fn a_verdict_under_another_status_keeps_its_code() {
    let Err(Error::Refused(refusal)) = reply(400, r#"{"ErrorCode":10}"#).await else {
        panic!()
    };
    assert_eq!(
        (refusal.status, &refusal.error),
        (400, &ParcelError::Coded(10.into()))
    );
}

#[tokio::test]
async fn a_success_verdict_under_a_bad_status_is_no_success() {
    let Err(Error::Status(status)) = reply(500, r#"{"ErrorCode":0,"Seq":1}"#).await else {
        panic!()
    };
    assert_eq!(status.status, 500);
}

#[tokio::test]
async fn a_success_verdict_under_a_bad_status_leaves_the_outcome_open() {
    let (yes, none, no) = (
        r#"{"ErrorCode":0,"Seq":1}"#,
        r#"{"Seq":1}"#,
        r#"{"ErrorCode":10}"#,
    );
    for (status, body, done) in [
        (400, yes, Done::Unknown),
        (400, none, Done::No),
        (400, no, Done::No),
        // What a redirect says of a call that changes something, only a verdict can say better.
        (304, yes, Done::Unknown),
        (304, none, Done::Unknown),
        (304, no, Done::No),
    ] {
        let error = reply(status, body).await.unwrap_err();
        assert_eq!(error.done(), done, "{status} {body}");
    }
}

#[tokio::test]
async fn a_verdict_given_twice_is_no_success() {
    for body in [
        r#"{"ErrorCode":0,"Seq":1,"ErrorCode":10}"#,
        r#"{"ErrorCode":0,"ErrorCode":0,"Seq":1}"#,
    ] {
        let Err(Error::Undecodable(bad)) = reply(200, body).await else {
            panic!("{body}")
        };
        assert_eq!(bad.error.path(), "/ErrorCode");
    }
}

#[tokio::test]
async fn without_an_envelope_the_status_is_the_verdict() {
    let service = Service::leaping();
    service.status(204, "").status(200, "5").status(302, "");
    let client = service.client();
    assert_eq!(client.send(DropParcel).await.unwrap(), None);
    assert_eq!(client.send(DropParcel).await.unwrap(), Some(5));
    assert!(
        matches!(client.send(DropParcel).await, Err(Error::Status(status)) if status.status == 302)
    );
}

#[tokio::test]
async fn transport_failures_tell_unsent_from_unknown() {
    let cases = [
        (TransportErrorKind::Connect, Done::No),
        (TransportErrorKind::Timeout, Done::Unknown),
        (TransportErrorKind::Interrupted, Done::Unknown),
        (TransportErrorKind::TooLarge, Done::Unknown),
    ];
    for (kind, done) in cases {
        let service = Service::leaping();
        service.fails(kind).fails(kind).fails(kind);
        let error = service
            .client()
            .send(SendParcel::to("ann"))
            .await
            .unwrap_err();
        assert_eq!(error.done(), done);
        assert_eq!(matches!(error, Error::Transport(_)), done == Done::No);
        assert_eq!(
            matches!(error, Error::UnknownOutcome(_)),
            done == Done::Unknown
        );
    }
}

#[tokio::test]
async fn a_retry_time_is_kept_for_the_caller() {
    let service = Service::leaping();
    service.then(|_| {
        let mut answer = answer(503, "later");
        answer
            .headers_mut()
            .insert("retry-after", "120".parse().unwrap());
        Ok(answer)
    });
    let Err(Error::Status(status)) = service.client().send(SendParcel::to("ann")).await else {
        panic!()
    };
    assert_eq!(
        status.retry_after,
        Some(std::time::Duration::from_secs(120))
    );
}
