//! A document that uses the whole vocabulary: nothing to complain about, and every word read as it was meant.

use bindery_spec::{
    Algorithm, Applies, CodeValue, Document, Envelope, ErrorFamilies, Extension, Limit, MaxBytes,
    OperationEnvelope, OperationError, OperationErrors, Order, ResendClass, Results, Retry,
    RetryClass, RustName, Scalar, Secret, Signer, Time, TimeUnit, Value, check,
};

const GOOD: &str = include_str!("good.json");
const SEND: &str = "/paths/~1send/post";

fn good() -> Document {
    Document::parse("good.json", GOOD.to_owned()).unwrap()
}

fn read<T: Extension>(document: &Document, owner: &str) -> T {
    let mut findings = Vec::new();
    let read = T::of(document.root.at(owner).unwrap(), &mut findings);
    assert_eq!(findings, []);
    read.unwrap()
}

fn span_text<'a>(document: &'a Document, value: &Value) -> &'a str {
    document.source.snippet(value.span)
}

#[test]
fn a_good_document_has_no_findings() {
    assert_eq!(check(&good()), []);
}

#[test]
fn envelope() {
    let document = good();
    let envelope: Envelope = read(&document, "");
    assert_eq!(envelope.success_at.tokens, ["Code"]);
    assert_eq!(envelope.success_equals, Scalar::Int(0));
    let pointers: Vec<_> = envelope.pointers().map(ToString::to_string).collect();
    assert_eq!(
        pointers,
        ["/Code", "/Code", "/Info", "/Status", "/RequestId"]
    );
    let status = envelope.status.unwrap();
    assert_eq!((&*status.success, &*status.failure), ("OK", "FAIL"));
}

#[test]
fn envelope_of_an_operation() {
    let document = good();
    assert!(matches!(
        read(&document, "/paths/~1ping/get"),
        OperationEnvelope::Off(_)
    ));
    let OperationEnvelope::Own(own) = read(&document, "/paths/~1status/get") else {
        panic!("the operation has an envelope of its own");
    };
    assert_eq!(own.success_equals, Scalar::Bool(true));
    assert!(own.message.is_none() && own.status.is_none() && own.also.is_empty());
}

#[test]
fn families_of_errors() {
    let document = good();
    let families: ErrorFamilies = read(&document, "/components");
    let general = families.family("General").unwrap();
    assert_eq!(general.range, Some((60000, 79999)));
    let busy = general.row("Busy").unwrap();
    assert_eq!(busy.code.value, CodeValue::Int(60011));
    assert_eq!(busy.retry, RetryClass::Backoff);
    assert_eq!(busy.until.as_deref(), Some("2026-01-01"));
    assert!(!busy.unknown_outcome);
    assert_eq!(
        general.row("NotAdmin").unwrap().reaction.as_deref(),
        Some("ask one")
    );
}

#[test]
fn errors_of_an_operation() {
    let document = good();
    let families: ErrorFamilies = read(&document, "/components");
    let errors: OperationErrors = read(&document, SEND);
    let [
        OperationError::Family(family),
        OperationError::FamilyRow(busy),
        OperationError::Own(own),
    ] = &errors.entries[..]
    else {
        panic!("one entry of each kind: {:?}", errors.entries);
    };
    assert_eq!(family.text, "General");
    assert_eq!(own.code.value, CodeValue::Str("LONG".to_owned()));
    assert_eq!(own.since.as_deref(), Some("2024-01-31"));
    let row = busy.apply(families.family("General").unwrap().row("Busy").unwrap());
    assert_eq!(row.description, "busy");
    assert_eq!(row.retry, RetryClass::SlowDown);
    assert_eq!(row.reaction.as_deref(), Some("wait longer"));
    assert!(row.unknown_outcome);
}

#[test]
fn results() {
    let document = good();
    let results: Results = read(&document, SEND);
    let pointers = [&results.items, &results.verdicts, &results.code];
    assert_eq!(
        pointers.map(ToString::to_string),
        ["/Parcels", "/Verdicts", "/Result"]
    );
    assert_eq!(results.success[0].value, CodeValue::Int(0));
    assert_eq!(results.errors.len(), 2);
}

#[test]
fn limit_retry_and_kinds() {
    let document = good();
    let limit: Limit = read(&document, SEND);
    assert_eq!((limit.calls, limit.seconds), (200, 1));
    let retry: Retry = read(&document, SEND);
    assert_eq!(retry.class, ResendClass::Keyed);
    assert_eq!(retry.key.unwrap().tokens, ["Parcels", "*", "Random"]);
    assert_eq!(retry.seconds, Some(300));
    let applies: Applies = read(&document, SEND);
    assert_eq!(applies.kinds.text, "Kind");
    let takes: Vec<_> = applies.takes.iter().map(|kind| &*kind.text).collect();
    assert_eq!(takes, ["Private", "Public"]);
    assert_eq!(applies.code.value, CodeValue::Int(10007));
    assert_eq!(document.source.snippet(applies.takes[1].span), "\"Public\"");
}

#[test]
fn words_on_schemas() {
    let document = good();
    let parcel = "/components/schemas/Parcel/properties";
    let time: Time = read(&document, &format!("{parcel}/SendTime"));
    assert_eq!((time.unit, time.before_now), (TimeUnit::Seconds, true));
    assert_eq!(
        read::<Secret>(&document, &format!("{parcel}/Secret")),
        Secret(true)
    );
    assert_eq!(
        read::<MaxBytes>(&document, &format!("{parcel}/Inside")).bytes,
        12288
    );
    let order: Order = read(
        &document,
        &format!("{SEND}/requestBody/content/application~1json/schema/properties/Parcels"),
    );
    assert_eq!(
        (order.by.to_string(), order.strict),
        ("/SendTime".to_owned(), false)
    );
    assert_eq!(read::<RustName>(&document, "/info").0.text, "Parcels");
}

#[test]
fn signer() {
    let document = good();
    let signer: Signer = read(&document, "/components/securitySchemes/signature");
    assert_eq!(signer.algorithm, Algorithm::TlsSigApiV2);
    let parameters: Vec<_> = signer.parameters.iter().map(|name| &*name.text).collect();
    assert_eq!(parameters, ["sdkappid", "identifier", "usersig", "random"]);
}

#[test]
fn an_absent_extension_is_no_finding() {
    let document = good();
    let mut findings = Vec::new();
    let ping = document.root.at("/paths/~1ping/get").unwrap();
    assert!(Limit::of(ping, &mut findings).is_none());
    assert_eq!(findings, []);
    assert_eq!(
        span_text(&document, ping.get("operationId").unwrap()),
        "\"ping\""
    );
}
