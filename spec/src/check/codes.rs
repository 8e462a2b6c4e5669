//! Error codes: families and rows exist, and no code or name is given twice.

use std::collections::{BTreeMap, HashMap};

use crate::extension::{
    Code, CodeValue, ErrorFamilies, ErrorRow, Extension, Name, OperationError, OperationErrors,
    Results,
};
use crate::finding::Finding;
use crate::span::Span;
use crate::suggest;
use crate::value::Value;

type Rows<'a> = BTreeMap<&'a str, &'a ErrorRow>;

/// The families of a document and their rows, by name.
#[derive(Default)]
pub(super) struct Index<'a> {
    families: BTreeMap<&'a str, Rows<'a>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(families: Option<&'a ErrorFamilies>) -> Self {
        let mut index = Self::default();
        for family in families.map(|all| &*all.families).unwrap_or_default() {
            let rows = family.rows.iter().map(|row| (&*row.name.text, row));
            index.families.insert(&family.name.text, rows.collect());
        }
        index
    }

    /// The codes of a list, each where it stands.
    pub(super) fn codes(&self, entries: &[OperationError]) -> Vec<Code> {
        let mut codes = Vec::new();
        for entry in entries {
            match entry {
                OperationError::Own(row) => codes.push(row.code.clone()),
                OperationError::FamilyRow(entry) => {
                    let rows = self.families.get(&*entry.family.text);
                    let row = rows.and_then(|rows| rows.get(&*entry.name.text));
                    codes.extend(row.map(|row| row.code.clone()));
                }
                OperationError::Family(family) => {
                    let rows = self.families.get(&*family.text);
                    let rows = rows.into_iter().flat_map(BTreeMap::values);
                    codes.extend(rows.map(|row| row.code.clone()));
                }
            }
        }
        codes
    }

    /// The rows of a family, or a complaint.
    fn rows(&self, family: &Name, findings: &mut Vec<Finding>) -> Option<&Rows<'a>> {
        let found = self.families.get(&*family.text);
        if found.is_none() {
            let message = format!("there is no error family `{}`", family.text);
            findings.push(unknown(
                family,
                message,
                self.families.keys().copied(),
                findings,
            ));
        }
        found
    }
}

/// Checks the families themselves.
pub(super) fn families(families: Option<&ErrorFamilies>, findings: &mut Vec<Finding>) {
    for family in families
        .map(|families| &*families.families)
        .unwrap_or_default()
    {
        let mut taken = Taken::default();
        for row in &family.rows {
            taken.code(&row.code, findings);
            if let (Some((low, high)), CodeValue::Int(code)) = (family.range, &row.code.value)
                && !(low..=high).contains(code)
            {
                let message = format!("code {code} is outside its family's range");
                let finding = Finding::error("code-outside-range", row.code.span, message);
                findings.push(finding.label(format!("the range is {low} to {high}")));
            }
        }
    }
}

/// Checks the lists of one operation.
pub(super) fn operation(index: &Index<'_>, operation: &Value, findings: &mut Vec<Finding>) {
    // What is wrong with the extensions themselves has been said where their places were checked.
    let mut said = Vec::new();
    if let Some(errors) = OperationErrors::of(operation, &mut said) {
        entries(index, &errors.entries, Taken::default(), findings);
    }
    if let Some(results) = Results::of(operation, &mut said) {
        let mut taken = Taken::default();
        for code in &results.success {
            taken.code(code, findings);
        }
        entries(index, &results.errors, taken, findings);
    }
}

fn entries(
    index: &Index<'_>,
    entries: &[OperationError],
    mut taken: Taken,
    findings: &mut Vec<Finding>,
) {
    for entry in entries {
        match entry {
            OperationError::Family(family) => {
                index.rows(family, findings);
                taken.name(family, findings);
            }
            OperationError::Own(row) => {
                taken.name(&row.name, findings);
                taken.code(&row.code, findings);
            }
            OperationError::FamilyRow(entry) => {
                taken.name(&entry.name, findings);
                let Some(rows) = index.rows(&entry.family, findings) else {
                    continue;
                };
                match rows.get(&*entry.name.text) {
                    Some(row) => {
                        let value = row.code.value.clone();
                        taken.code(
                            &Code {
                                value,
                                span: entry.name.span,
                            },
                            findings,
                        );
                    }
                    None => findings.push(unknown_row(entry, rows.keys().copied(), findings)),
                }
            }
        }
    }
}

fn unknown_row<'a>(
    entry: &crate::extension::FamilyRow,
    names: impl Iterator<Item = &'a str>,
    before: &[Finding],
) -> Finding {
    let message = format!(
        "the family `{}` has no row `{}`",
        entry.family.text, entry.name.text
    );
    unknown(&entry.name, message, names, before)
}

fn unknown<'a>(
    name: &Name,
    message: String,
    names: impl Iterator<Item = &'a str>,
    before: &[Finding],
) -> Finding {
    let near = suggest::did_you_mean(&name.text, names, before).unwrap_or_default();
    Finding::error("unknown-error", name.span, message).label(near)
}

/// The codes and names one list has given so far, and where.
#[derive(Default)]
struct Taken {
    codes: HashMap<CodeValue, Span>,
    names: HashMap<String, Span>,
}

impl Taken {
    fn code(&mut self, code: &Code, findings: &mut Vec<Finding>) {
        let first = *self.codes.entry(code.value.clone()).or_insert(code.span);
        if first != code.span {
            let message = format!("code {} is listed twice", code.value);
            let finding = Finding::error("duplicate-code", code.span, message);
            findings.push(finding.note(first, "first here"));
        }
    }

    fn name(&mut self, name: &Name, findings: &mut Vec<Finding>) {
        let first = *self.names.entry(name.text.clone()).or_insert(name.span);
        if first != name.span {
            let message = format!("the name `{}` is listed twice", name.text);
            let finding = Finding::error("duplicate-error-name", name.span, message);
            findings.push(finding.note(first, "first here"));
        }
    }
}
