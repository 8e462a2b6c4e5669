//! Keywords that say something of what travels, and that bindings know nothing of: each is told where it stands, since silence
//! would be taken for a check.

use crate::beside::Beside;
use crate::body;
use crate::check::place::Place;
use crate::document::Document;
use crate::finding::Finding;
use crate::lint::visit::Visit;
use crate::media_type::{essence, is_json};
use crate::value::{Kind, Member, Value};

/// What is passed over where, and what that leaves undone.
const KEYWORDS: [(&[Place], &[&str], &str); 9] = [
    (
        &[Place::Schema, Place::SchemaPart],
        &[
            "multipleOf",
            "uniqueItems",
            "contains",
            "minProperties",
            "maxProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "not",
            "if",
            "unevaluatedItems",
            "unevaluatedProperties",
        ],
        "is not checked before sending",
    ),
    (
        &[Place::Schema, Place::SchemaPart],
        &["$dynamicRef"],
        "gives no type, its values are any JSON",
    ),
    (
        &[Place::Response],
        &["headers"],
        "is passed over: a success is its body alone, and those of failures are read by name",
    ),
    (
        &[Place::Document, Place::Operation],
        &["webhooks", "callbacks"],
        "has types only where `webhooks` is among the sides",
    ),
    (
        &[Place::Document],
        &["$self"],
        "is passed over: references are relative to where the file lies",
    ),
    (
        &[Place::MediaType],
        &["itemSchema"],
        "gives no type: the items are left to the caller",
    ),
    (
        &[Place::MediaType],
        &["$ref"],
        "is not followed: the body is read as one without a schema",
    ),
    (
        &[Place::MediaType],
        &["prefixEncoding", "itemEncoding"],
        "is passed over: parts are written as is usual",
    ),
    (
        &[Place::MediaType],
        &["encoding"],
        "is passed over: parts are written as is usual",
    ),
];

/// Complains about each keyword of an object that is passed over.
pub(super) fn lint(document: &Document, visit: Visit<'_>, findings: &mut Vec<Finding>) {
    let members = visit.value.as_object().unwrap_or_default();
    for (places, keys, undone) in KEYWORDS {
        let here = members.iter().filter(|_| places.contains(&visit.place));
        let passed = here.filter(|member| keys.contains(&&*member.key) && says_something(member));
        for member in passed.filter(|member| &*member.key != "encoding" || more_than_types(visit)) {
            let message = format!("`{}` {undone}", member.key);
            findings.push(Finding::warning("passed-over", member.key_span, message));
        }
    }
    if visit.under == "discriminator" {
        let member = members.iter().find(|it| &*it.key == "defaultMapping");
        findings.extend(member.map(|member| {
            let message = "`defaultMapping` is passed over: a value with an unknown tag, or with \
                           none, is kept as it came";
            Finding::warning("passed-over", member.key_span, message)
        }));
    }
    if visit.place == Place::RequestBody {
        findings.extend(not_sent(document, visit.value).map(|(member, sent)| {
            let message = format!(
                "`{}` is passed over: the body is sent as `{sent}`",
                member.key
            );
            Finding::warning("passed-over", member.key_span, message)
        }));
    }
    if matches!(visit.place, Place::Schema | Place::SchemaPart) && visit.value.get("$ref").is_some()
    {
        let lost = members
            .iter()
            .filter(|member| Beside::Everything.counts(member));
        findings.extend(lost.map(|member| {
            let message = format!(
                "`{}` is passed over beside `$ref`, as OpenAPI 3.0 has it",
                member.key
            );
            Finding::warning("passed-over", member.key_span, message)
                .help("put the reference into `allOf`")
        }));
    }
}

/// The media types of a request's body that are not the one sent. Other names of JSON say nothing more.
fn not_sent<'a>(
    document: &'a Document,
    body: &'a Value,
) -> impl Iterator<Item = (&'a Member, &'a str)> {
    let sent = body::sent(document, body).map(|(sent, _)| &*sent.key);
    let content = body.get("content").and_then(Value::as_object);
    let others = content.unwrap_or_default().iter();
    let others = others.filter_map(move |member| Some((member, sent?)));
    others.filter(|(member, sent)| &*member.key != *sent && !is_json(&member.key))
}

/// Whether `encoding` says more than of which media types parts are, which bindings heed.
fn more_than_types(visit: Visit<'_>) -> bool {
    let parts = visit
        .named
        .is_some_and(|media| essence(&media.key) == "multipart/form-data");
    let encoding = visit.value.get("encoding").and_then(Value::as_object);
    let mut said = encoding.unwrap_or_default().iter();
    let mut said = said
        .by_ref()
        .filter_map(|part| part.value.as_object())
        .flatten();
    !parts || said.any(|member| &*member.key != "contentType")
}

/// Whether a keyword's value changes anything.
fn says_something(member: &Member) -> bool {
    let value: &Value = &member.value;
    match &*member.key {
        "unevaluatedItems" | "unevaluatedProperties" => value.as_bool() != Some(true),
        "minProperties" => value.as_u64() != Some(0),
        _ => {
            !matches!(&value.kind, Kind::Bool(false))
                && value.as_object().is_none_or(|members| !members.is_empty())
        }
    }
}
