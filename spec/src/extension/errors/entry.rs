//! What one operation says about errors: families, rows of families, rows of its own.

use super::family::ErrorFamilies;
use super::row::{self, ErrorRow, RetryClass, read_class, read_outcome, read_row};
use crate::extension::fields::Fields;
use crate::extension::{Extension, Name};
use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

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
pub(in crate::extension) fn read_entries(
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

fn read_entry(value: &Value, findings: &mut Vec<Finding>) -> Option<OperationError> {
    let Some(family) = value.get("family") else {
        let mut fields = Fields::open(value, "an error row", &row::MEMBERS, findings)?;
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
