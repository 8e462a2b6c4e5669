//! One value merged into another, as the Overlay Specification has it. Selects nothing.

use crate::finding::Finding;
use crate::value::{Kind, Value};

/// What can be merged with what.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Object,
    Array,
    Primitive,
}

impl Class {
    pub(super) fn of(value: &Value) -> Self {
        match value.kind {
            Kind::Object(_) => Class::Object,
            Kind::Array(_) => Class::Array,
            _ => Class::Primitive,
        }
    }
}

/// Objects are merged member by member, arrays joined, other values replaced. What stays keeps its place in the
/// document, what comes has its place in the overlay.
pub(super) fn merge(target: &mut Value, update: &Value, findings: &mut Vec<Finding>) {
    if Class::of(target) != Class::of(update) {
        findings.push(mismatch(target, update));
        return;
    }
    match (&mut target.kind, &update.kind) {
        (Kind::Object(members), Kind::Object(more)) => {
            for member in more {
                match members.iter_mut().find(|known| known.key == member.key) {
                    Some(known) => merge(&mut known.value, &member.value, findings),
                    None => members.push(member.clone()),
                }
            }
        }
        (Kind::Array(items), _) => append(items, update),
        _ => target.clone_from(update),
    }
}

/// Appends the items of an array, or a value that is none.
pub(super) fn append(items: &mut Vec<Value>, value: &Value) {
    match &value.kind {
        Kind::Array(more) => items.extend(more.iter().cloned()),
        _ => items.push(value.clone()),
    }
}

pub(super) fn mismatch(target: &Value, update: &Value) -> Finding {
    let (old, new) = (target.described(), update.described());
    let message = format!("the update has {new} where the document has {old}");
    Finding::error("update-mismatch", update.span, message)
        .note(target.span, old)
        .help("remove the old value in an action before this one")
}
