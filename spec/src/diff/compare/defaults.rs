//! What stands for a member that a reply leaves out.

use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::members as kinds;
use crate::diff::view::fields::Field;

impl<'d> Compare<'_, 'd> {
    pub(super) fn defaults(&mut self, old: &Field<'d>, new: &Field<'d>, at: &At) {
        let (from, to) = (self.old.absent(old), self.new.absent(new));
        let read = at.side != Side::Request;
        match (from.given.filter(|_| read), to.given.filter(|_| read)) {
            (None, Some(new)) => self.push(kinds::DEFAULT_ADDED, at, new),
            (Some(old), None) => self.push(kinds::DEFAULT_REMOVED, at, old),
            (Some(before), Some(after)) => {
                // Where the field has another name, that has been said.
                let (was, is) = (&old.reader, &new.reader);
                let renamed = old.name == new.name && was != is;
                self.push_if(renamed, kinds::DEFAULT_RENAMED, at, became(was, is));
                let differs = before != after;
                self.push_if(differs, kinds::DEFAULT_CHANGED, at, became(before, after));
            }
            _ if from.told != to.told => {
                let none = || "none".to_owned();
                let words = became(from.told.unwrap_or_else(none), to.told.unwrap_or_else(none));
                self.push(kinds::DEFAULT_TOLD, at, words);
            }
            _ => {}
        }
    }
}
