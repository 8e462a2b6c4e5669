//! The `OpenAPI` Initiative's Overlays, 1.0 and 1.1: what somebody else's document lacks, kept in a file of its own.
//! Changes the tree alone, action by action; what the result means is for [`check`](crate::check).

mod action;
mod change;
mod merge;
mod miss;
mod path;
mod read;
mod select;

use crate::document::Parsed;
use crate::finding::Finding;
use crate::source::Source;
use crate::span::Span;
use crate::value::Value;
use action::{Action, Change};
use change::Budget;

/// Lays an overlay, parsed already, over a tree whose text is `source`; what is wrong with the overlay, or with what it
/// asks of this tree.
pub(crate) fn lay(
    root: &mut Value,
    source: &mut Source,
    overlay: Source,
    parsed: Parsed,
) -> Vec<Finding> {
    let Some(file) = source.lay(overlay) else {
        let message = "more overlays than one document can have";
        return vec![Finding::error(
            "bad-overlay",
            Span::start_of_file(),
            message,
        )];
    };
    let (tree, mut findings) = match parsed {
        Ok((mut tree, repeated)) => {
            tree.stamp(file);
            (Some(tree), repeated)
        }
        Err(slips) => (None, slips),
    };
    for finding in &mut findings {
        finding.stamp(file);
    }
    if let Some(tree) = tree {
        let actions = read::actions(&tree, source.file(tree.span), &mut findings);
        let mut budget = Budget::default();
        for action in &actions {
            apply(root, action, &mut budget, &mut findings);
            if budget.exceeded {
                break;
            }
        }
    }
    findings
}

/// One action, on what the actions before it left.
fn apply(root: &mut Value, action: &Action<'_>, budget: &mut Budget, findings: &mut Vec<Finding>) {
    let Some(targets) = action.target.all(root, findings) else {
        return;
    };
    match &action.change {
        Change::Remove => change::remove(root, targets, &action.target, findings),
        Change::Update(value) => {
            change::update(root, &targets, action, value, budget, findings);
        }
        Change::Copy(from) => {
            let one = from.one(root, findings);
            let copied = one.and_then(|at| select::get(root, &at).cloned());
            let before = findings.len();
            if let Some(value) = copied {
                change::update(root, &targets, action, &value, budget, findings);
            }
            let of_document = |finding: &&mut Finding| finding.span != action.span;
            for finding in findings[before..].iter_mut().filter(of_document) {
                finding.notes.push((action.span, "copied here".to_owned()));
            }
        }
    }
}
