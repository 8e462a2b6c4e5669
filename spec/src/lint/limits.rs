//! Limits that are stated twice: whoever changes one forgets the other.

use crate::check::place::Place;
use crate::document::Document;
use crate::finding::Finding;
use crate::lint::visit::Visit;
use crate::schema::{integer_of, integer_range};
use crate::value::{Member, Value};

const LIMITS: [&str; 8] = [
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "pattern",
    "minItems",
    "maxItems",
    "x-bindery-max-bytes",
];

/// Complains about limits that the same schema, or the one it refers to, has stated already.
pub(super) fn lint(document: &Document, visit: Visit<'_>, findings: &mut Vec<Finding>) {
    if !matches!(visit.place, Place::Schema | Place::SchemaPart) {
        return;
    }
    let schema = visit.value;
    let stated = schema.as_object().unwrap_or_default().iter();
    for limit in stated.filter(|member| LIMITS.contains(&&*member.key)) {
        let other = listed(schema)
            .or_else(|| format(schema, limit))
            .or_else(|| size(schema, limit))
            .or_else(|| referred(document, schema, limit));
        if let Some(other) = other {
            findings.push(twice(limit, other));
        }
    }
}

fn twice(limit: &Member, other: &Member) -> Finding {
    let message = if limit.key == other.key {
        format!("`{}` is stated again beside `$ref`", limit.key)
    } else {
        format!(
            "`{}` limits nothing that `{}` does not",
            limit.key, other.key
        )
    };
    Finding::warning("limit-stated-twice", limit.key_span, message)
        .note(other.key_span, "stated here already")
        .help(format!("leave out `{}`", limit.key))
}

/// Listed values say all there is to say.
fn listed(schema: &Value) -> Option<&Member> {
    let is_const = |branch: &Value| branch.get("const").is_some();
    let choice = schema.member("oneOf").filter(|all| {
        let branches = all.value.as_array().unwrap_or_default();
        !branches.is_empty() && branches.iter().all(is_const)
    });
    schema
        .member("const")
        .or_else(|| schema.member("enum"))
        .or(choice)
}

/// A number of a format has the bounds of the format.
fn format<'a>(schema: &'a Value, limit: &Member) -> Option<&'a Member> {
    let format = schema.member("format")?;
    let (low, high) = integer_range(integer_of(format.value.as_str()?)?)?;
    let stated = limit.value.as_integer()?;
    let implied = match &*limit.key {
        "minimum" => stated <= low,
        "maximum" => stated >= high,
        _ => false,
    };
    implied.then_some(format)
}

/// A character is one to four bytes of UTF-8, so that of two sizes one may never be reached.
fn size<'a>(schema: &'a Value, limit: &Member) -> Option<&'a Member> {
    let stated = limit.value.as_u64()?;
    let (key, implied): (_, fn(u64, u64) -> bool) = match &*limit.key {
        "maxLength" => ("x-bindery-max-bytes", |characters, bytes| {
            bytes <= characters
        }),
        "x-bindery-max-bytes" => ("maxLength", |bytes, characters| {
            characters.checked_mul(4).is_some_and(|most| most <= bytes)
        }),
        _ => return None,
    };
    let other = schema.member(key)?;
    implied(stated, other.value.as_u64()?).then_some(other)
}

/// A limit beside a reference, which may be one of `allOf`, that the schema referred to has in the same words.
fn referred<'a>(document: &'a Document, schema: &'a Value, limit: &Member) -> Option<&'a Member> {
    let parts = schema.get("allOf").and_then(Value::as_array);
    let parts = parts.unwrap_or_default().iter().chain([schema]);
    let mut referred = parts.filter(|part| part.get("$ref").is_some());
    referred.find_map(|part| {
        let other = document.resolve(part).ok()?.member(&limit.key)?;
        (other.value.kind == limit.value.kind).then_some(other)
    })
}
