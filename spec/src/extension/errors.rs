//! `x-bindery-errors`: families of codes under `components`, and what one operation may answer.

use crate::extension::fields::Fields;
use crate::extension::{Code, CodeValue, Extension, Name};
use crate::finding::Finding;
use crate::span::Span;
use crate::value::{Member, Value};

/// All families of a document: the extension under `components`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorFamilies {
    /// The families in the order of the document.
    pub families: Vec<ErrorFamily>,
    /// The extension's value.
    pub span: Span,
}

/// A family of codes that several operations share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorFamily {
    /// What operations call it.
    pub name: Name,
    /// What its codes have in common.
    pub description: Option<String>,
    /// The integer codes that belong to it, both ends included.
    pub range: Option<(i64, i64)>,
    /// The codes with a name.
    pub rows: Vec<ErrorRow>,
    /// The family's value.
    pub span: Span,
}

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

/// The codes of an operation: the extension's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationErrors {
    /// The entries in the order of the document.
    pub entries: Vec<OperationError>,
    /// The extension's value.
    pub span: Span,
}

/// An entry in the list of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OperationError {
    /// A whole family, as one variant.
    Family(Name),
    /// One row of a family, as a variant of its own.
    FamilyRow(Box<FamilyRow>),
    /// A row of the operation's own.
    Own(Box<ErrorRow>),
}

/// One row of a family, and what the operation says anew about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyRow {
    /// The family.
    pub family: Name,
    /// The row's name there.
    pub name: Name,
    /// Replaces the row's description.
    pub description: Option<String>,
    /// Replaces the row's class.
    pub retry: Option<RetryClass>,
    /// Replaces the row's reaction.
    pub reaction: Option<String>,
    /// Replaces the row's outcome.
    pub unknown_outcome: Option<bool>,
    /// The entry's value.
    pub span: Span,
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

const ROW: [&str; 9] = [
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

impl ErrorFamilies {
    /// The family of a name.
    pub fn family(&self, name: &str) -> Option<&ErrorFamily> {
        self.families.iter().find(|family| family.name.text == name)
    }
}

impl ErrorFamily {
    /// The row of a name.
    pub fn row(&self, name: &str) -> Option<&ErrorRow> {
        self.rows.iter().find(|row| row.name.text == name)
    }
}

impl FamilyRow {
    /// The family's row with what the operation says anew.
    #[must_use]
    pub fn apply(&self, row: &ErrorRow) -> ErrorRow {
        let mut row = row.clone();
        row.span = self.span;
        row.retry = self.retry.unwrap_or(row.retry);
        row.unknown_outcome = self.unknown_outcome.unwrap_or(row.unknown_outcome);
        if let Some(description) = &self.description {
            row.description.clone_from(description);
        }
        if self.reaction.is_some() {
            row.reaction.clone_from(&self.reaction);
        }
        row
    }
}

impl Extension for ErrorFamilies {
    const KEY: &'static str = "x-bindery-errors";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let Some(members) = value.as_object() else {
            let what = "`x-bindery-errors` under `components`";
            findings.push(Finding::wrong_type(what, "an object of families", value));
            return None;
        };
        let families = members
            .iter()
            .filter_map(|member| read_family(member, findings));
        Some(Self {
            families: families.collect(),
            span: value.span,
        })
    }
}

impl Extension for OperationErrors {
    const KEY: &'static str = ErrorFamilies::KEY;

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let entries = read_entries(value, "`x-bindery-errors` of an operation", findings)?;
        Some(Self {
            entries,
            span: value.span,
        })
    }
}

/// The list of an operation or of its results.
pub(super) fn read_entries(
    value: &Value,
    what: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<OperationError>> {
    let Some(items) = value.as_array() else {
        findings.push(Finding::wrong_type(what, "an array", value));
        return None;
    };
    Some(
        items
            .iter()
            .filter_map(|item| read_entry(item, findings))
            .collect(),
    )
}

fn read_family(member: &Member, findings: &mut Vec<Finding>) -> Option<ErrorFamily> {
    let value = &member.value;
    let name = Name::of_key(member, "an error family", findings);
    let known = ["description", "range", "errors"];
    let mut fields = Fields::open(value, "an error family", &known, findings)?;
    let description = fields.text("description").map(|name| name.text);
    let range = read_range(&mut fields);
    let errors = fields.get("errors");
    let rows = errors.map_or_else(Vec::new, |errors| read_rows(errors, findings));
    Some(ErrorFamily {
        name: name?,
        description,
        range,
        rows,
        span: value.span,
    })
}

fn read_range(fields: &mut Fields<'_, '_>) -> Option<(i64, i64)> {
    let value = fields.get("range")?;
    let [first, last] = value.as_array().unwrap_or_default() else {
        fields.wrong("range", "two integers, the first and the last code", value);
        return None;
    };
    let (Some(low), Some(high)) = (first.as_i64(), last.as_i64()) else {
        let message = "`range` of an error family must be two integers";
        fields
            .findings
            .push(Finding::error("wrong-type", value.span, message));
        return None;
    };
    if low > high {
        let message = format!("`range` of an error family ends at {high}, before its start");
        fields
            .findings
            .push(Finding::error("bad-value", value.span, message));
        return None;
    }
    Some((low, high))
}

fn read_rows(errors: &Value, findings: &mut Vec<Finding>) -> Vec<ErrorRow> {
    let Some(members) = errors.as_object() else {
        let what = "`errors` of an error family";
        findings.push(Finding::wrong_type(
            what,
            "an object of rows by name",
            errors,
        ));
        return Vec::new();
    };
    let mut rows = Vec::with_capacity(members.len());
    for member in members {
        let name = Name::of_key(member, "an error", findings);
        let known = &ROW[1..];
        if let Some(mut fields) = Fields::open(&member.value, "an error row", known, findings) {
            rows.extend(read_row(&mut fields, name, member.value.span));
        }
    }
    rows
}

fn read_entry(value: &Value, findings: &mut Vec<Finding>) -> Option<OperationError> {
    let Some(family) = value.get("family") else {
        let mut fields = Fields::open(value, "an error row", &ROW, findings)?;
        let name = fields.required_text("name");
        let name = name.and_then(|name| name.checked("an error", fields.findings));
        let row = read_row(&mut fields, name, value.span)?;
        return Some(OperationError::Own(Box::new(row)));
    };
    if value.get("name").is_none() {
        let mut fields = Fields::open(value, "an entry for a whole family", &["family"], findings)?;
        return fields.required_text("family").map(OperationError::Family);
    }
    let known = [
        "family",
        "name",
        "description",
        "retry",
        "reaction",
        "outcome",
    ];
    let mut fields = Fields::open(value, "an entry for a row of a family", &known, findings)?;
    if family.as_str().is_none() {
        fields.wrong("family", "a string", family);
    }
    let row = read_family_row(&mut fields, value.span)?;
    Some(OperationError::FamilyRow(Box::new(row)))
}

fn read_family_row(fields: &mut Fields<'_, '_>, span: Span) -> Option<FamilyRow> {
    let name = fields.required_text("name");
    let description = fields.text("description").map(|name| name.text);
    let reaction = fields.text("reaction").map(|name| name.text);
    let retry = read_class(fields);
    let unknown_outcome = read_outcome(fields);
    let family = fields.get("family")?;
    let family = Name {
        text: family.as_str()?.to_owned(),
        span: family.span,
    };
    Some(FamilyRow {
        family,
        name: name?,
        description,
        retry,
        reaction,
        unknown_outcome,
        span,
    })
}

fn read_row(fields: &mut Fields<'_, '_>, name: Option<Name>, span: Span) -> Option<ErrorRow> {
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
    let value: CodeValue = fields.code("code", code)?;
    Some(Code {
        value,
        span: code.span,
    })
}

fn read_class(fields: &mut Fields<'_, '_>) -> Option<RetryClass> {
    let value = fields.get("retry")?;
    fields.choice("retry", value, &CLASSES)
}

fn read_outcome(fields: &mut Fields<'_, '_>) -> Option<bool> {
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
