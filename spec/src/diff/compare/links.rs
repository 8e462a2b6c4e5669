//! Links that are methods.

use super::{At, Compare};
use crate::diff::kind::Side;
use crate::diff::kinds::api as kinds;
use crate::diff::view::operation::Operation;

impl<'d> Compare<'_, 'd> {
    pub(super) fn links(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let span = |operation: &Operation<'_>| operation.span("responses");
        let at = At::new(Side::Response, &*new.id, span(old), span(new));
        let (before, mut after) = (self.old.link_methods(old), self.new.link_methods(new));
        for old in before {
            let Some(index) = after.iter().position(|it| it.name == old.name) else {
                self.push(kinds::LINK_REMOVED, &at, old.name);
                continue;
            };
            let new = after.remove(index);
            if old.signature != new.signature {
                self.push(kinds::LINK_CHANGED, &at, old.name);
            } else if old.given != new.given {
                self.push(kinds::LINK_VALUE, &at, old.name);
            }
        }
        for come in after {
            self.push(kinds::LINK_ADDED, &at, come.name);
        }
    }
}
