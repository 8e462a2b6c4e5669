//! Each word of the vocabulary, and what it becomes.

use crate::support::{bodies, client, document, options, text, warnings};

const ENVELOPE: &str = r#""x-bindery-envelope": {
    "success": { "at": "/code", "equals": 0 }, "code": "/code", "message": "/text" }"#;

const ITEMS: &str = r#"{ "type": "object", "required": ["items", "group"], "properties": {
    "group": { "type": "string" },
    "items": { "type": "array", "items": { "type": "object", "required": ["at", "name"], "properties": {
        "at": { "type": "integer", "x-bindery-time": { "unit": "seconds", "before": "now" } },
        "name": { "type": "string", "x-bindery-max-bytes": 9 },
        "key": { "type": "integer", "format": "uint32" } } } } } }"#;

const VERDICTS: &str = r#"{ "type": "object", "required": ["code", "text", "verdicts"], "properties": {
    "code": { "type": "integer" }, "text": { "type": "string" }, "count": { "type": "integer" },
    "verdicts": { "type": "array", "items": { "type": "object", "required": ["code"],
        "properties": { "code": { "type": "integer" }, "seq": { "type": "integer" } } } } } }"#;

/// An operation with an envelope, items, verdicts, and what else it says.
fn call(extensions: &str, components: &str) -> String {
    let operation = format!("{}, {extensions}", bodies(ITEMS, VERDICTS));
    document(ENVELOPE, &operation, components)
}

#[test]
fn limit() {
    let text = client(&call(
        r#""x-bindery-limit": { "calls": 200, "seconds": 5 }"#,
        "",
    ));
    text.has("__rt::RateLimit { calls: 200, per: __rt::Duration::from_secs(5) }");
}

#[test]
fn retry() {
    let plain = client(&call(r#""summary": "A call.""#, ""));
    plain.has("retry: __rt::RetryClass::ResolveFirst");
    plain.lacks("is_keyed");
    let safe = client(&call(r#""x-bindery-retry": { "class": "safe" }"#, ""));
    safe.has("retry: __rt::RetryClass::Safe");
    let keyed = client(&call(
        r#""x-bindery-retry": { "class": "keyed", "key": "/items/*/key", "seconds": 60 }"#,
        "",
    ));
    keyed.has("retry: __rt::RetryClass::Keyed { window: __rt::Duration::from_secs(60) }");
    keyed.has(
        "fn is_keyed(&self) -> bool { ::core::iter::Iterator::all(&mut self.items.iter(), |x1| x1.key.is_some()) }",
    );
}

#[test]
fn applies() {
    let kinds = r#""schemas": { "Kind": { "type": "string", "enum": ["Open", "Shut"] } }"#;
    let text = client(&call(
        r##""x-bindery-applies": { "kinds": "#/components/schemas/Kind", "of": "/group", "takes": ["Open"], "code": 7 },
            "x-bindery-errors": [{ "name": "Shut", "code": 7, "description": "it is shut" }]"##,
        kinds,
    ));
    text.has("takes `group` of kind Open; the service answers all others with 7");
    text.has("impl __rt::Takes<__rt::AnyKind> for Call {}");
    text.has("impl __rt::Takes<kind::Open> for Call {}");
    text.lacks("impl __rt::Takes<kind::Shut> for Call {}");
}

#[test]
fn the_envelope_vanishes_from_the_reply() {
    let shared = client(&call(r#""summary": "A call.""#, ""));
    shared.has("envelope: ::core::option::Option::Some(&ENVELOPE)");
    shared.has("pub count: ::core::option::Option<i64>,");
    shared.lacks("pub text:");
    let own = client(&call(
        r#""x-bindery-envelope": { "success": { "at": "/code", "equals": 1 }, "code": "/code" }"#,
        "",
    ));
    own.has("envelope: ::core::option::Option::Some(&__rt::Envelope {");
    own.has("pub text: __rt::String,");
    own.lacks("static ENVELOPE");
    let off = client(&call(r#""x-bindery-envelope": false"#, ""));
    off.has("envelope: ::core::option::Option::None");
    off.has("pub code: i64,");
}

#[test]
fn results() {
    let extension = r#""x-bindery-results": { "items": "/items", "verdicts": "/verdicts", "code": "/code", "success": [0],
        "errors": [{ "name": "Late", "code": 4, "description": "too late" }] }"#;
    let json = call(extension, "");
    let made = client(&json);
    made.has("type Reply = __rt::Outcome<CallItemsItem, CallVerdict, CallItemError, CallReply>;");
    made.has(
        "pub struct CallVerdict { #[doc = \" `seq`\"] pub seq: ::core::option::Option<i64>, }",
    );
    made.has("__rt::Code::Int(4) => CallItemError::Late,");
    made.lacks("pub verdicts:");
    let served = text(&json, &options(false, true));
    served.has("(__rt::Vec<__rt::Answer<CallVerdict>>, CallReply)");
}

#[test]
fn checks_of_values() {
    let ordered = ITEMS.replacen(
        r#""type": "array","#,
        r#""type": "array", "x-bindery-order": { "by": "/at", "strict": true }, "x-bindery-max-bytes": 512,"#,
        1,
    );
    let text = client(&document("", &bodies(&ordered, "{}"), ""));
    text.has(r#"c.ascending("items", "at", value, true, |item| item.at);"#);
    text.has(r#"c.max_json_bytes("items", value, 512);"#);
    text.has(r#"c.before_now("at", *value);"#);
    text.has(r#"c.max_bytes("name", value, 9);"#);
}

#[test]
fn an_order_by_what_may_be_absent_is_not_checked() {
    let ordered = ITEMS.replacen(
        r#""type": "array","#,
        r#""type": "array", "x-bindery-order": { "by": "/key", "strict": true },"#,
        1,
    );
    let json = document("", &bodies(&ordered, "{}"), "");
    client(&json).lacks("c.ascending(");
    assert_eq!(warnings(&json), ["unchecked-order"]);
}

#[test]
fn families_of_errors() {
    let families = r#""x-bindery-errors": {
        "General": { "description": "Anyone's.", "range": [60, 79], "errors": {
            "Busy": { "code": 61, "description": "busy", "retry": "backoff", "outcome": "unknown" } } },
        "Group": { "errors": { "Gone": { "code": 10, "description": "gone" } } } }"#;
    let text = client(&call(
        r#""x-bindery-errors": [
            { "family": "Group", "name": "Gone", "description": "gone for good", "retry": "slow-down" },
            { "family": "General" },
            { "name": "Own", "code": 14, "description": "its own", "reaction": "look", "since": "2024-01-01" }]"#,
        families,
    ));
    text.has("General(GeneralError),");
    text.has("::core::matches!(code, __rt::Code::Int(60..=79))");
    text.has(r#""Gone", "gone for good", "", __rt::Retry::SlowDown, __rt::Done::No"#);
    text.has(r#""Busy", "busy", "", __rt::Retry::Backoff, __rt::Done::Unknown"#);
    text.has("__rt::Code::Int(14) => CallError::Own,");
    text.has(
        "codes: &[CallError::ROWS, GeneralError::ROWS], picked: &[&GROUP_CODES], families: &CODE_FAMILIES",
    );
    text.has("static CODE_FAMILIES: [__rt::CodeFamily; 2]");
    text.has("CallError::Other(code) => __rt::Meta::row(&CALL_META, code),");
    text.lacks("enum GroupError");
}

#[test]
fn codes_that_no_envelope_carries_are_left_out() {
    let operation = format!(
        r#"{}, "x-bindery-errors": [{{ "name": "Own", "code": 4, "description": "its own" }}]"#,
        bodies(ITEMS, VERDICTS)
    );
    let json = document("", &operation, "");
    assert_eq!(warnings(&json), ["codes-without-envelope"]);
    client(&json).lacks("Own");
}
