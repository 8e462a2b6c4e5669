//! Bounds of lists.

use super::{At, Compare, became};
use crate::diff::kinds::types as kinds;

/// The least and the greatest number of items.
type Bounds = Option<(u64, Option<u64>)>;

impl Compare<'_, '_> {
    pub(super) fn bounds(&mut self, old: Bounds, new: Bounds, at: &At) {
        let (before, after) = (old.filter(|_| at.sent.0), new.filter(|_| at.sent.1));
        if before == after {
            self.push_if(
                old != new,
                kinds::LIST_REPLY,
                at,
                became(words(old), words(new)),
            );
            return;
        }
        let kind = match (before, after) {
            (None, _) => kinds::LIST_BOUNDED,
            (_, None) => kinds::LIST_UNBOUNDED,
            (Some(before), Some(after)) if holds(after, before) => kinds::LIST_WIDENED,
            _ => kinds::LIST_NARROWED,
        };
        self.push(kind, at, became(words(before), words(after)));
    }
}

/// Whether every length of `inner` is one of `outer`.
fn holds(outer: (u64, Option<u64>), inner: (u64, Option<u64>)) -> bool {
    let above = match (outer.1, inner.1) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer), Some(inner)) => inner <= outer,
    };
    outer.0 <= inner.0 && above
}

fn words(bounds: Bounds) -> String {
    match bounds {
        None => "any length".to_owned(),
        Some((min, None)) => format!("{min} or more"),
        Some((min, Some(max))) => format!("{min} to {max}"),
    }
}
