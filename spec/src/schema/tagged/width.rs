//! How far choices go into one another.

use std::collections::HashMap;
use std::ptr;

use crate::document::Document;
use crate::schema::heirs;
use crate::schema::reading::choices;
use crate::value::Value;

/// The most choices within one another that one tag after the other is read for.
const DEEPEST: usize = 16;

/// The most ends that they may have together.
const WIDEST: usize = 1 << 10;

/// Whether choices within a choice come to an end, and to no more than can be told apart.
pub(super) fn is_finite(document: &Document, schema: &Value) -> bool {
    width(document, schema, &mut Vec::new(), &mut HashMap::new()).is_some()
}

/// How many ends the choices of a schema have.
fn width<'d>(
    document: &'d Document,
    schema: &'d Value,
    open: &mut Vec<*const Value>,
    known: &mut HashMap<*const Value, usize>,
) -> Option<usize> {
    let schema = document.target(schema).unwrap_or(schema);
    let at = ptr::from_ref(schema);
    if let Some(&width) = known.get(&at) {
        return Some(width);
    }
    if open.len() == DEEPEST || open.contains(&at) {
        return None;
    }
    let mut below: Vec<&Value> = Vec::new();
    if let Some(base) = heirs::base(document, schema) {
        let others = base.heirs.iter().map(|heir| &heir.reference);
        below.extend(others.filter(|it| {
            let lower = document
                .target(it)
                .ok()
                .and_then(|it| heirs::base(document, it));
            lower.is_none_or(|it| it.tag != base.tag)
        }));
    }
    below.extend(choices(document, schema).flat_map(|(_, (_, branches))| branches));
    open.push(at);
    let mut sum = usize::from(below.is_empty());
    for branch in below {
        sum += width(document, branch, open, known)?;
    }
    open.pop();
    known.insert(at, sum);
    (sum <= WIDEST).then_some(sum)
}
