//! Error codes: families that nobody takes, codes that an operation answers but does not list.

use crate::check::place::Place;
use crate::document::Document;
use crate::extension::{
    Applies, CodeValue, Envelope, ErrorFamilies, ErrorFamily, Extension, OperationEnvelope,
    OperationError, OperationErrors, Results,
};
use crate::finding::Finding;
use crate::lint::visit;
use crate::value::Value;

/// Complains about families and codes.
pub(super) fn lint(document: &Document, findings: &mut Vec<Finding>) {
    let components = document.root.get("components");
    let families = components.and_then(|all| ErrorFamilies::of(all, &mut Vec::new()));
    let families = families.map(|all| all.families).unwrap_or_default();
    let mut taken = Vec::new();
    let mut coded = Envelope::of(&document.root, &mut Vec::new()).is_some();
    visit::document(document, &mut |visit| {
        if visit.place == Place::Operation {
            operation(visit.value, &families, &mut taken, findings);
            coded |= carries_codes(visit.value);
        }
    });
    for family in &families {
        // Where replies carry codes every family is asked.
        let used = coded || taken.contains(&family.name.text);
        self::family(family, used, findings);
    }
}

fn carries_codes(operation: &Value) -> bool {
    let said = &mut Vec::new();
    let envelope = OperationEnvelope::of(operation, said);
    matches!(envelope, Some(OperationEnvelope::Own(_))) || Results::of(operation, said).is_some()
}

fn family(family: &ErrorFamily, taken: bool, findings: &mut Vec<Finding>) {
    let name = &family.name;
    if !taken {
        let message = format!("the error family `{}` is used by no operation", name.text);
        let finding = Finding::warning("unused-component", name.span, message);
        findings.push(finding.help("name it in `x-bindery-errors` of an operation, or remove it"));
    }
    if family.description.is_none() {
        let message = format!("the error family `{}` has no description", name.text);
        let finding = Finding::warning("missing-description", name.span, message);
        findings.push(finding.help("say in `description` what its codes have in common"));
    }
}

fn operation(
    operation: &Value,
    families: &[ErrorFamily],
    taken: &mut Vec<String>,
    findings: &mut Vec<Finding>,
) {
    let said = &mut Vec::new();
    let errors = OperationErrors::of(operation, said).map(|errors| errors.entries);
    let errors = errors.unwrap_or_default();
    let results = Results::of(operation, said).map(|results| results.errors);
    for entry in errors.iter().chain(results.iter().flatten()) {
        match entry {
            OperationError::Family(name) => taken.push(name.text.clone()),
            OperationError::FamilyRow(row) => taken.push(row.family.text.clone()),
            OperationError::Own(_) => {}
        }
    }
    if let Some(applies) = Applies::of(operation, said)
        && !errors
            .iter()
            .any(|entry| lists(entry, families, &applies.code.value))
    {
        let code = &applies.code;
        let message = format!(
            "code {} is not among the errors of the operation",
            code.value
        );
        let finding = Finding::warning("undocumented-code", code.span, message);
        findings.push(finding.help("say what it means in a row of `x-bindery-errors`"));
    }
}

/// Whether an entry of an operation has a row for a code.
fn lists(entry: &OperationError, families: &[ErrorFamily], code: &CodeValue) -> bool {
    let family = |name: &str| families.iter().find(|family| family.name.text == name);
    match entry {
        OperationError::Own(row) => row.code.value == *code,
        OperationError::FamilyRow(picked) => family(&picked.family.text)
            .and_then(|family| family.row(&picked.name.text))
            .is_some_and(|row| row.code.value == *code),
        OperationError::Family(name) => family(&name.text)
            .is_some_and(|family| family.rows.iter().any(|row| row.code.value == *code)),
    }
}
