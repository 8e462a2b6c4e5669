//! Values that must differ within one request: the keys by which a service knows repeats.

use std::collections::HashSet;

use super::{Checker, Rule};
use crate::json::{self, Encode};

/// Up to so many values each is compared with each.
const FEW: usize = 32;

/// Gives each value and the indices on the way to it.
pub(crate) type Walk<'w, 'v, K> = &'w dyn Fn(&mut dyn FnMut(&[usize], &'v K));

impl Checker {
    /// Values that must differ, since a service would take the second of two for a repeat of the first. They stand along
    /// `path`, in which `*` is every item of a list.
    pub fn distinct<'v, K: PartialEq + Encode>(&mut self, path: &[&str], walk: Walk<'_, 'v, K>) {
        let mut values: Vec<&'v K> = Vec::new();
        walk(&mut |_, value| values.push(value));
        let repeats = repeats(&values);
        if repeats.is_empty() {
            return;
        }
        let mut count = 0;
        walk(&mut |indices, _| {
            if repeats.contains(&count) {
                self.repeat(path, indices);
            }
            count += 1;
        });
    }

    fn repeat(&mut self, path: &[&str], indices: &[usize]) {
        let mut indices = indices.iter();
        let mut outer = None;
        for token in path {
            let left = match indices.as_slice().first() {
                Some(index) if *token == "*" => {
                    indices.next();
                    self.enter_item(*index)
                }
                _ => self.enter(|| token),
            };
            outer.get_or_insert(left);
        }
        self.report(Rule::Distinct, || {
            "the same as of an item before: the service would drop this one as a repeat".to_owned()
        });
        self.leave(outer.unwrap_or_default());
    }
}

/// The places of values that have come before.
fn repeats<K: PartialEq + Encode>(values: &[&K]) -> Vec<usize> {
    if values.len() <= FEW {
        let again = |i: &usize| values[..*i].contains(&values[*i]);
        return (0..values.len()).filter(again).collect();
    }
    let mut seen = HashSet::with_capacity(values.len());
    let again = |i: &usize| !seen.insert(json::encode(values[*i]));
    (0..values.len()).filter(again).collect()
}
