//! Verdicts in other places than at the root, and of other kinds than whole numbers.

use bindery::__private::{DecodeError, Envelope, Meta, Parts, Scalar};
use bindery::{Code, Error, Operation, OperationOf, RetryClass};

use crate::api::{ParcelError, Parcels, SendParcel};
use crate::service::Service;

static FLAG: Envelope = Envelope {
    success_at: &["meta", "ok"],
    success_equals: Scalar::Bool(true),
    code: &["meta", "error", "code"],
    message: Some(&["meta", "error", "text"]),
    status: None,
    also: &[&["meta", "id"], &["meta", "none"]],
};

static WORD: Envelope = Envelope {
    success_at: &["code"],
    success_equals: Scalar::Code(Code::Str(std::borrow::Cow::Borrowed("0"))),
    code: &["code"],
    message: None,
    status: None,
    also: &[],
};

static METAS: [Meta; 2] = [meta(&FLAG), meta(&WORD)];

const fn meta(envelope: &'static Envelope) -> Meta {
    Meta {
        id: "ask",
        method: "GET",
        path: "/ask",
        limit: None,
        retry: RetryClass::ResolveFirst,
        envelope: Some(envelope),
        codes: &[],
        picked: &[],
        families: &[],
    }
}

/// An operation with one of the envelopes; its payload is not looked at.
struct Ask<const ENVELOPE: usize>;

impl<const ENVELOPE: usize> OperationOf<Parcels> for Ask<ENVELOPE> {}

impl<const ENVELOPE: usize> Operation for Ask<ENVELOPE> {
    type Api = Parcels;
    type Reply = ();
    type Error = ParcelError;
    const META: &'static Meta = &METAS[ENVELOPE];

    fn write(&self, _: &mut Parts) {}

    fn read(self, _: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

async fn flag(body: &'static str) -> Result<(), Error<ParcelError>> {
    let service = Service::leaping();
    service.says(body);
    service.client().send(Ask::<0>).await
}

async fn word(body: &'static str) -> Result<(), Error<ParcelError>> {
    let service = Service::leaping();
    service.says(body);
    service.client().send(Ask::<1>).await
}

fn path(error: Error<ParcelError>) -> String {
    match error {
        Error::Undecodable(bad) => bad.error.path().to_owned(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_flag_tells_success_from_refusal() {
    flag(r#"{"meta":{"ok":true}}"#).await.expect("a success");
    let refused = flag(
        r#"{"meta":{"ok":false,"id":7,"none":null,"error":{"code":"no_street","text":"where?"}}}"#,
    );
    let Err(Error::Refused(refusal)) = refused.await else {
        panic!("a refusal")
    };
    assert_eq!(refusal.error, ParcelError::Coded(Code::from("no_street")));
    assert_eq!(refusal.message, "where?");
    let details = [("meta/id".to_owned(), "7".to_owned())];
    assert_eq!(refusal.details, details);
}

#[tokio::test]
async fn what_a_verdict_lacks_is_named_by_its_place() {
    for (body, wanted) in [
        (r#"{"meta":{}}"#, "/meta/ok"),
        ("{}", "/meta/ok"),
        (r#"{"meta":{"ok":1}}"#, "/meta/ok"),
        (r#"{"meta":{"ok":false}}"#, "/meta/error/code"),
        (
            r#"{"meta":{"ok":false,"error":{"code":true}}}"#,
            "/meta/error/code",
        ),
        (r#"{"meta":{"ok":true,"ok":true}}"#, "/meta/ok"),
        (r#"{"meta":{"ok":true},"meta":{"ok":true}}"#, "/meta"),
    ] {
        assert_eq!(path(flag(body).await.expect_err(body)), wanted, "{body}");
    }
}

#[tokio::test]
async fn a_number_in_quotes_is_that_number_where_the_document_has_numbers() {
    let service = Service::leaping();
    service
        .says(r#"{"ErrorCode":"0","Seq":9}"#)
        .says(r#"{"ErrorCode":"10"}"#);
    let client = service.client();
    assert_eq!(
        client.send(SendParcel::to("ann")).await.expect("a success"),
        9
    );
    let refused = client
        .send(SendParcel::to("ann"))
        .await
        .expect_err("a refusal");
    assert_eq!(refused.code(), Some(Code::Int(10)));
}

#[tokio::test]
async fn a_word_means_success_as_it_is_written() {
    word(r#"{"code":"0"}"#).await.expect("a success");
    for (body, code) in [
        (r#"{"code":"00"}"#, Code::from("00")),
        (r#"{"code":""}"#, Code::from("")),
        (r#"{"code":0}"#, Code::Int(0)),
    ] {
        let error = word(body).await.expect_err(body);
        assert!(matches!(error, Error::Refused(_)), "{body}");
        assert_eq!(error.code(), Some(code));
    }
    assert_eq!(
        path(word(r#"{"code":[]}"#).await.expect_err("no code")),
        "/code"
    );
}
