//! Families of codes, which operations share.

use super::row::{self, ErrorRow, RetryClass};
use crate::extension::fields::Fields;
use crate::extension::{Extension, Name};
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
    /// What holds for the codes of the range that have no row, where the document says so.
    pub rest: Option<Unlisted>,
    /// The codes with a name.
    pub rows: Vec<ErrorRow>,
    /// The family's value.
    pub span: Span,
}

/// What a family says of the codes of its range that have no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// Whether to send the request again.
    pub retry: RetryClass,
    /// Whether the service may have done what was asked nevertheless.
    pub unknown_outcome: bool,
}

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

fn read_family(member: &Member, findings: &mut Vec<Finding>) -> Option<ErrorFamily> {
    let value = &member.value;
    let name = Name::of_key(member, "an error family", findings);
    let known = ["description", "range", "retry", "outcome", "errors"];
    let mut fields = Fields::open(value, "an error family", &known, findings)?;
    let description = fields.text("description").map(|name| name.text);
    let range = read_range(&mut fields);
    let rest = read_rest(&mut fields);
    let errors = fields.get("errors");
    let rows = errors.map_or_else(Vec::new, |errors| read_rows(errors, findings));
    Some(ErrorFamily {
        name: name?,
        description,
        range,
        rest,
        rows,
        span: value.span,
    })
}

/// `retry` and `outcome` of a family are about its range.
fn read_rest(fields: &mut Fields<'_, '_>) -> Option<Unlisted> {
    let said = ["retry", "outcome"].map(|key| fields.get(key));
    let said = said.into_iter().flatten().next()?;
    let (retry, unknown_outcome) = (row::read_class(fields), row::read_outcome(fields));
    if fields.get("range").is_none() {
        let message = "an error family has no `range`, so that this is about no code";
        let finding = Finding::error("missing-member", said.span, message);
        fields
            .findings
            .push(finding.help("add the range, or say it in the rows"));
    }
    Some(Unlisted {
        retry: retry.unwrap_or(RetryClass::Unclear),
        unknown_outcome: unknown_outcome.unwrap_or(true),
    })
}

fn read_range(fields: &mut Fields<'_, '_>) -> Option<(i64, i64)> {
    let value = fields.get("range")?;
    let [first, last] = value.as_array().unwrap_or_default() else {
        fields.wrong("range", "two integers, the first and the last code", value);
        return None;
    };
    if let Some(wrong) = [first, last].iter().find(|it| it.as_i64().is_none()) {
        fields.wrong("range", "two integers", wrong);
    }
    let (low, high) = (first.as_i64()?, last.as_i64()?);
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
        let known = &row::MEMBERS[1..];
        if let Some(mut fields) = Fields::open(&member.value, "an error row", known, findings) {
            rows.extend(row::read_row(&mut fields, name, member.value.span));
        }
    }
    rows
}
