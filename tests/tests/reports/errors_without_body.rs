//! Failures that are documented without a body are variants like the others.

use bindery::sign::NoAuth;
use bindery::{Error, bindings};

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/errors-without-body.json" }

async fn failure(status: &str, body: &str) -> Error<StartJobError> {
    let wire = Wire::answers(status, body);
    let builder = Client::builder(NoAuth).base_url(wire.url());
    builder
        .build()
        .unwrap()
        .send(StartJob::new())
        .await
        .unwrap_err()
}

#[tokio::test]
async fn a_status_without_a_body_is_a_variant() {
    let error = failure("404 Not Found", "").await;
    assert_eq!(error.refusal(), Some(&StartJobError::NotFound));
    // What came all the same is not lost.
    let Error::Refused(refusal) = failure("404 Not Found", r#"{"code":4}"#).await else {
        panic!()
    };
    assert_eq!(
        (refusal.error, &*refusal.message),
        (StartJobError::NotFound, r#"{"code":4}"#)
    );
    // Others are read as before.
    let error = failure("409 Conflict", r#"{"lock":4}"#).await;
    assert!(matches!(error.refusal(), Some(StartJobError::Conflict(it)) if it.lock == 4));
    let error = failure("418 Teapot", r#"{"code":4}"#).await;
    assert!(matches!(error.refusal(), Some(StartJobError::Unexpected(it)) if it.code == 4));
}

mod ranges {
    use super::*;

    bindings! { spec = "../../fixtures/reports/ranges-without-body.json" }

    async fn failure(status: &str, body: &str) -> Error<GoError> {
        let wire = Wire::answers(status, body);
        let builder = Client::builder(NoAuth).base_url(wire.url());
        builder.build().unwrap().send(Go::new()).await.unwrap_err()
    }

    #[tokio::test]
    async fn ranges_and_default_are_variants_too() {
        for (status, wanted) in [
            ("404 Not Found", GoError::ClientError),
            ("500 Oh", GoError::Unexpected),
            ("410 Gone", GoError::Gone),
        ] {
            assert_eq!(failure(status, "").await.refusal(), Some(&wanted));
        }
        // A status with a text of its own is none of the range around it.
        let Error::Status(status) = failure("409 Conflict", "busy").await else {
            panic!()
        };
        assert_eq!(status.body, "busy");
        let error = failure("400 Bad Request", r#"{"why":"so"}"#).await;
        assert!(matches!(error.refusal(), Some(GoError::BadRequest(it)) if it.why == "so"));
        // Where the body that the document has did not come, it is not the range's either.
        assert!(matches!(
            failure("400 Bad Request", "").await,
            Error::Status(_)
        ));
    }
}
