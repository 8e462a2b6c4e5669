//! Everything a spec says about one error code. How it looks is decided elsewhere.

use bindery_spec::{
    CodeValue, Extension, OperationError, OperationErrors, Results, Scalar, Unlisted,
};

use super::answers::{self, Answer};
use super::api::{Api, Operation};

/// What is known about a code.
#[derive(Debug)]
pub(super) struct CodePage {
    pub(super) code: CodeValue,
    /// Who takes it for success.
    pub(super) success: Vec<Answerer>,
    /// What it means, which may differ by operation.
    pub(super) meanings: Vec<Meaning>,
    /// The families whose range it is in though they have no row for it.
    pub(super) ranges: Vec<Range>,
}

/// One meaning, and who answers it.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) answer: Answer,
    /// Empty where no operation names the row.
    pub(super) by: Vec<Answerer>,
}

/// Who answers a code, and what about.
#[derive(Debug, Clone)]
pub(super) struct Answerer {
    pub(super) operation: String,
    /// Where the items stand in the request, when the code is the verdict on one of them.
    pub(super) item_of: Option<String>,
}

/// A family that a code without a row belongs to.
#[derive(Debug)]
pub(super) struct Range {
    pub(super) family: String,
    pub(super) description: Option<String>,
    pub(super) first: i64,
    pub(super) last: i64,
    /// What holds for it all the same.
    pub(super) rest: Option<Unlisted>,
    pub(super) by: Vec<Answerer>,
}

impl CodePage {
    /// `None` where the spec knows nothing about the code.
    pub(super) fn of(api: &Api<'_>, code: CodeValue) -> Option<Self> {
        let meanings = meanings(api, &code);
        let ranges = match &code {
            CodeValue::Int(number) => ranges(api, *number),
            CodeValue::Str(_) => Vec::new(),
        };
        let success = success(api, &code);
        let known = !(meanings.is_empty() && ranges.is_empty() && success.is_empty());
        known.then_some(CodePage {
            code,
            success,
            meanings,
            ranges,
        })
    }
}

/// The codes of the rows that a name stands for.
pub(super) fn named(api: &Api<'_>, name: &str) -> Vec<CodeValue> {
    let mut codes: Vec<_> = all(api)
        .into_iter()
        .filter(|(answer, _)| answer.row.name.text == name)
        .map(|(answer, _)| answer.row.code.value)
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Every row of the spec, and who answers it, rows that nobody answers last.
pub(super) fn all(api: &Api<'_>) -> Vec<(Answer, Option<Answerer>)> {
    let mut found = Vec::new();
    for operation in &api.operations {
        for answer in answers::of_operation(operation, &api.families) {
            let by = answerer(operation, answer.item_of.clone());
            found.push((answer, Some(by)));
        }
    }
    for family in &api.families.families {
        for row in &family.rows {
            let answer = Answer {
                row: row.clone(),
                family: Some(family.name.text.clone()),
                whole_family: false,
                item_of: None,
            };
            found.push((answer, None));
        }
    }
    found
}

fn meanings(api: &Api<'_>, code: &CodeValue) -> Vec<Meaning> {
    let mut meanings: Vec<Meaning> = Vec::new();
    for (answer, by) in all(api) {
        if answer.row.code.value != *code {
            continue;
        }
        let family = &answer.family;
        // A row of a family stands for itself only where nobody answers it.
        if by.is_none() && meanings.iter().any(|known| known.answer.family == *family) {
            continue;
        }
        match meanings
            .iter_mut()
            .find(|known| known.answer.means_the_same(&answer))
        {
            Some(known) => known.by.extend(by),
            None => meanings.push(Meaning {
                answer,
                by: by.into_iter().collect(),
            }),
        }
    }
    meanings
}

fn ranges(api: &Api<'_>, code: i64) -> Vec<Range> {
    let families = api.families.families.iter();
    let ranges = families.filter_map(|family| {
        let (first, last) = family
            .range
            .filter(|(first, last)| (*first..=*last).contains(&code))?;
        let has_row = family
            .rows
            .iter()
            .any(|row| row.code.value == CodeValue::Int(code));
        (!has_row).then(|| Range {
            family: family.name.text.clone(),
            description: family.description.clone(),
            first,
            last,
            rest: family.rest,
            by: takers(api, &family.name.text),
        })
    });
    ranges.collect()
}

/// The operations that take a family as a whole.
fn takers(api: &Api<'_>, family: &str) -> Vec<Answerer> {
    let takes = |entries: &[OperationError]| {
        let mut whole = entries.iter();
        whole.any(|entry| matches!(entry, OperationError::Family(name) if name.text == family))
    };
    let mut found = Vec::new();
    for operation in &api.operations {
        let errors = OperationErrors::of(operation.value, &mut Vec::new());
        if errors.is_some_and(|errors| takes(&errors.entries)) {
            found.push(answerer(operation, None));
        }
        let results = Results::of(operation.value, &mut Vec::new());
        if let Some(results) = results.filter(|results| takes(&results.errors)) {
            found.push(answerer(operation, Some(results.items.to_string())));
        }
    }
    found
}

fn success(api: &Api<'_>, code: &CodeValue) -> Vec<Answerer> {
    let equals = match code {
        CodeValue::Int(number) => Scalar::Int(*number),
        CodeValue::Str(text) => Scalar::Str(text.clone()),
    };
    let mut found = Vec::new();
    for operation in &api.operations {
        let envelope = api.envelope(operation);
        if envelope.is_some_and(|envelope| {
            envelope.success_at.tokens == envelope.code.tokens && envelope.success_equals == equals
        }) {
            found.push(answerer(operation, None));
        }
        let results = Results::of(operation.value, &mut Vec::new());
        let done = |results: &Results| results.success.iter().any(|done| done.value == *code);
        if let Some(results) = results.filter(done) {
            found.push(answerer(operation, Some(results.items.to_string())));
        }
    }
    found
}

fn answerer(operation: &Operation<'_>, item_of: Option<String>) -> Answerer {
    Answerer {
        operation: operation.id.to_string(),
        item_of,
    }
}
