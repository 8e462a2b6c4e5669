//! The error codes that an operation may answer, families unfolded.

use bindery_spec::{ErrorFamilies, ErrorRow, Extension, OperationError, OperationErrors, Results};

use super::api::Operation;

/// An error code that an operation may answer.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) row: ErrorRow,
    /// The family it comes from.
    pub(super) family: Option<String>,
    /// Whether the operation takes the family as a whole.
    pub(super) whole_family: bool,
    /// Where the items stand in the request, when the code is the verdict on one of them.
    pub(super) item_of: Option<String>,
}

impl Answer {
    /// Whether the two say the same, whoever answers them.
    pub(super) fn means_the_same(&self, other: &Self) -> bool {
        let said = |answer: &Self| {
            let mut row = answer.row.clone();
            row.span = other.row.span;
            row.name.span = other.row.name.span;
            row.code.span = other.row.code.span;
            (row, answer.family.clone())
        };
        said(self) == said(other)
    }
}

/// What one operation may answer: first for the call, then for one item.
pub(super) fn of_operation(operation: &Operation<'_>, families: &ErrorFamilies) -> Vec<Answer> {
    let mut answers = Vec::new();
    if let Some(errors) = OperationErrors::of(operation.value, &mut Vec::new()) {
        unfold(&errors.entries, families, None, &mut answers);
    }
    if let Some(results) = Results::of(operation.value, &mut Vec::new()) {
        let items = results.items.to_string();
        unfold(&results.errors, families, Some(&items), &mut answers);
    }
    answers
}

fn unfold(
    entries: &[OperationError],
    families: &ErrorFamilies,
    item_of: Option<&str>,
    answers: &mut Vec<Answer>,
) {
    let answer = |row: ErrorRow, family: Option<&str>, whole_family| Answer {
        row,
        family: family.map(str::to_owned),
        whole_family,
        item_of: item_of.map(str::to_owned),
    };
    // Codes that the operation lists itself say more than the family's row.
    let mut told: Vec<_> = answers
        .iter()
        .map(|answer| answer.row.code.value.clone())
        .collect();
    if item_of.is_some() {
        told.clear();
    }
    let first = answers.len();
    for entry in entries {
        match entry {
            OperationError::Own(row) => answers.push(answer((**row).clone(), None, false)),
            OperationError::FamilyRow(picked) => {
                let family = &picked.family.text;
                let row = families
                    .family(family)
                    .and_then(|all| all.row(&picked.name.text));
                answers.extend(row.map(|row| answer(picked.apply(row), Some(family), false)));
            }
            OperationError::Family(_) => {}
        }
    }
    told.extend(
        answers[first..]
            .iter()
            .map(|answer| answer.row.code.value.clone()),
    );
    for entry in entries {
        let OperationError::Family(name) = entry else {
            continue;
        };
        let rows = families
            .family(&name.text)
            .map(|family| &*family.rows)
            .unwrap_or_default();
        let rows = rows.iter().filter(|row| !told.contains(&row.code.value));
        answers.extend(rows.map(|row| answer(row.clone(), Some(&name.text), true)));
    }
}
