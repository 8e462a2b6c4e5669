//! A code with a name, and what is known about it.

use crate::extension::fields::Fields;
use crate::extension::{Code, Name};
use crate::finding::Finding;
use crate::span::Span;

/// A code with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorRow {
    /// The name of its variant.
    pub name: Name,
    /// The code on the wire.
    pub code: Code,
    /// What it means.
    pub description: String,
    /// Whether to send the request again.
    pub retry: RetryClass,
    /// What to do about it.
    pub reaction: Option<String>,
    /// Whether the service may have done what was asked nevertheless.
    pub unknown_outcome: bool,
    /// The first day it was answered, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// The last day it was answered, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Page and date of the documentation.
    pub source: Option<String>,
    /// The row's value.
    pub span: Span,
}

/// Whether a failed request may succeed when it is sent again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RetryClass {
    /// It will fail again.
    #[default]
    Never,
    /// After a wait.
    Backoff,
    /// After a wait, and at a lower rate from then on.
    SlowDown,
    /// Once, with a new signature.
    Resign,
    /// Only the message tells.
    Unclear,
}

const CLASSES: [(&str, RetryClass); 5] = [
    ("never", RetryClass::Never),
    ("backoff", RetryClass::Backoff),
    ("slow-down", RetryClass::SlowDown),
    ("resign", RetryClass::Resign),
    ("unclear", RetryClass::Unclear),
];

/// Word, and whether the outcome is unknown.
const OUTCOMES: [(&str, bool); 2] = [("not-done", false), ("unknown", true)];

/// The members of a row; the name comes first, for in a family it is the key.
pub(super) const MEMBERS: [&str; 9] = [
    "name",
    "code",
    "description",
    "retry",
    "reaction",
    "outcome",
    "since",
    "until",
    "source",
];

/// Reads all but the name.
pub(super) fn read_row(
    fields: &mut Fields<'_, '_>,
    name: Option<Name>,
    span: Span,
) -> Option<ErrorRow> {
    let code = read_code(fields);
    let description = fields.required_text("description");
    let reaction = fields.text("reaction");
    let source = fields.text("source");
    let (since, until) = (read_date(fields, "since"), read_date(fields, "until"));
    let retry = read_class(fields);
    let unknown_outcome = read_outcome(fields);
    Some(ErrorRow {
        name: name?,
        code: code?,
        description: description?.text,
        retry: retry.unwrap_or_default(),
        reaction: reaction.map(|name| name.text),
        unknown_outcome: unknown_outcome.unwrap_or(false),
        since,
        until,
        source: source.map(|name| name.text),
        span,
    })
}

fn read_code(fields: &mut Fields<'_, '_>) -> Option<Code> {
    let code = fields.required("code")?;
    let value = fields.code("code", code)?;
    Some(Code {
        value,
        span: code.span,
    })
}

pub(super) fn read_class(fields: &mut Fields<'_, '_>) -> Option<RetryClass> {
    let value = fields.get("retry")?;
    fields.choice("retry", value, &CLASSES)
}

pub(super) fn read_outcome(fields: &mut Fields<'_, '_>) -> Option<bool> {
    let value = fields.get("outcome")?;
    fields.choice("outcome", value, &OUTCOMES)
}

fn read_date(fields: &mut Fields<'_, '_>, key: &str) -> Option<String> {
    let date = fields.text(key)?;
    let shape = date
        .text
        .bytes()
        .map(|byte| if byte.is_ascii_digit() { b'9' } else { byte });
    if shape.eq(*b"9999-99-99") {
        return Some(date.text);
    }
    let message = format!("`{key}` of an error row must be a date such as 2026-01-31");
    fields
        .findings
        .push(Finding::error("bad-value", date.span, message));
    None
}
