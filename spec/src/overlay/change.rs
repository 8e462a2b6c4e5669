//! Changes what an action selected, within limits that keep a small overlay from making a huge document.

use std::collections::BTreeMap;

use super::action::{Action, Query};
use super::merge::{Class, append, merge, mismatch};
use super::select::{self, Location};
use crate::finding::Finding;
use crate::value::{Kind, Value};

/// The most values that one overlay adds.
const MOST_VALUES: usize = 250_000;

/// The deepest nesting, as in the texts of documents: it bounds every recursion over a value.
const DEEPEST: usize = 256;

/// What an overlay may still add.
pub(super) struct Budget {
    values: usize,
    /// Whether it asked for more, so that no further action is worth a look.
    pub(super) exceeded: bool,
}

impl Default for Budget {
    fn default() -> Self {
        Budget {
            values: MOST_VALUES,
            exceeded: false,
        }
    }
}

/// Takes values out of what holds them.
pub(super) fn remove(
    root: &mut Value,
    targets: Vec<Location>,
    query: &Query<'_>,
    findings: &mut Vec<Finding>,
) {
    // By length first, so that the deepest come last and the others' locations hold when they are reached in reverse.
    let mut parents: BTreeMap<(usize, Location), Vec<usize>> = BTreeMap::new();
    for mut target in targets {
        let Some(index) = target.pop() else {
            let message = "the document itself cannot be removed";
            findings.push(Finding::error("bad-overlay", query.span, message));
            return;
        };
        let indexes = parents.entry((target.len(), target)).or_default();
        indexes.push(index);
    }
    for ((_, parent), indexes) in parents.iter().rev() {
        match select::get_mut(root, parent).map(|value| &mut value.kind) {
            Some(Kind::Array(items)) => drop_all(items, indexes),
            Some(Kind::Object(members)) => drop_all(members, indexes),
            _ => {}
        }
    }
}

/// Drops the elements at indexes that ascend.
fn drop_all<T>(elements: &mut Vec<T>, indexes: &[usize]) {
    let mut index = 0;
    elements.retain(|_| {
        index += 1;
        indexes.binary_search(&(index - 1)).is_err()
    });
}

/// Merges a value into objects, appends it to arrays, or puts it in the place of what is neither.
pub(super) fn update(
    root: &mut Value,
    targets: &[Location],
    action: &Action<'_>,
    value: &Value,
    budget: &mut Budget,
    findings: &mut Vec<Finding>,
) {
    if let Err(finding) = allowed(root, targets, action, value, budget) {
        findings.push(*finding);
        return;
    }
    let before = findings.len();
    for at in targets {
        let Some(target) = select::get_mut(root, at) else {
            continue;
        };
        match &mut target.kind {
            Kind::Array(items) => append(items, value),
            _ => merge(target, value, findings),
        }
        // What does not fit one target hardly fits the next.
        if findings.len() > before {
            return;
        }
    }
}

fn allowed(
    root: &Value,
    targets: &[Location],
    action: &Action<'_>,
    value: &Value,
    budget: &mut Budget,
) -> Result<(), Box<Finding>> {
    let error = |message: &str| Box::new(Finding::error("bad-overlay", action.span, message));
    let deepest = targets.iter().map(Vec::len).max().unwrap_or(0);
    if deepest + depth(value) > DEEPEST {
        budget.exceeded = true;
        return Err(error("the overlay nests values too deep"));
    }
    let added = count(value).saturating_mul(targets.len());
    let Some(left) = budget.values.checked_sub(added) else {
        budget.exceeded = true;
        return Err(error("the overlay adds too many values"));
    };
    budget.values = left;
    let mut values = targets.iter().filter_map(|at| select::get(root, at));
    let Some(first) = values.next() else {
        return Ok(());
    };
    let class = Class::of(first);
    if let Some(other) = values.find(|value| Class::of(value) != class) {
        let message = "`target` selects values of different kinds";
        let finding = Finding::error("mixed-targets", action.target.span, message)
            .note(first.span, first.described())
            .note(other.span, other.described())
            .help("make one action for each kind");
        return Err(Box::new(finding));
    }
    if class != Class::Array && class != Class::of(value) {
        return Err(Box::new(mismatch(first, value)));
    }
    Ok(())
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    match &value.kind {
        Kind::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Kind::Object(members) => {
            let inside = members.iter().map(|member| count(&member.value));
            1 + inside.sum::<usize>()
        }
        _ => 1,
    }
}

/// How deep a value is nested: 1 for one that holds nothing.
fn depth(value: &Value) -> usize {
    let inside = match &value.kind {
        Kind::Array(items) => items.iter().map(depth).max(),
        Kind::Object(members) => members.iter().map(|member| depth(&member.value)).max(),
        _ => None,
    };
    1 + inside.unwrap_or(0)
}
