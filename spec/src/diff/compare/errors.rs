//! Failures: rows of codes, families of them, statuses with a body.

use super::applies::shown as code;
use super::pairs::pair;
use super::unlisted::outcome;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api::DESCRIPTION;
use crate::diff::kinds::errors as kinds;
use crate::diff::view::errors::{Failures, Family, Status};
use crate::diff::view::operation::Operation;
use crate::diff::view::{View, docs};
use crate::extension::{ErrorFamily, ErrorRow};
use crate::replies;

impl<'d> Compare<'_, 'd> {
    pub(super) fn failures(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let key = "x-bindery-errors";
        let at = At::new(Side::Error, &*new.id, old.span(key), new.span(key));
        self.variants(self.old.failures(old), self.new.failures(new), &at);
        self.texts(old, new, &at);
    }

    /// The variants of an operation's error, or of that of its items.
    pub(super) fn variants(&mut self, old: Failures<'d>, new: Failures<'d>, at: &At) {
        self.rows(old.rows, new.rows, at);
        self.families(old.families, new.families, at);
        self.statuses(old.statuses, new.statuses, at);
    }

    fn rows(&mut self, old: Vec<ErrorRow>, new: Vec<ErrorRow>, at: &At) {
        let pairs = pair(
            old,
            new,
            &[&|a, b| a.name.text == b.name.text, &|a, b| {
                a.code.value == b.code.value
            }],
        );
        for (old, new) in &pairs.both {
            let at = at.below(&new.name.text, old.span, new.span);
            self.row(old, new, &at);
        }
        for gone in &pairs.old {
            let at = at.only_old(&gone.name.text, gone.span);
            self.push(kinds::ROW_REMOVED, &at, code(&gone.code.value));
        }
        for come in &pairs.new {
            let at = at.only_new(&come.name.text, come.span);
            self.push(kinds::ROW_ADDED, &at, code(&come.code.value));
        }
    }

    fn row(&mut self, old: &ErrorRow, new: &ErrorRow, at: &At) {
        let (from, to) = (&old.name.text, &new.name.text);
        self.push_if(from != to, kinds::ROW_RENAMED, at, became(from, to));
        let (from, to) = (code(&old.code.value), code(&new.code.value));
        self.push_if(from != to, kinds::CODE, at, became(from, to));
        let (from, to) = (format!("{:?}", old.retry), format!("{:?}", new.retry));
        self.push_if(from != to, kinds::RETRY, at, became(from, to));
        let (from, to) = (outcome(old.unknown_outcome), outcome(new.unknown_outcome));
        self.push_if(from != to, kinds::OUTCOME, at, became(from, to));
        self.push_if(old.reaction != new.reaction, kinds::REACTION, at, "");
        let words = |row: &ErrorRow| {
            let dates = (row.since.clone(), row.until.clone(), row.source.clone());
            (row.description.clone(), dates)
        };
        self.push_if(words(old) != words(new), DESCRIPTION, at, "");
    }

    fn families(&mut self, old: Vec<Family>, new: Vec<Family>, at: &At) {
        let pairs = pair(old, new, &[&|a, b| a.variant == b.variant]);
        for (old, new) in &pairs.both {
            if self.families.insert(new.name.text.clone()) {
                self.family(&old.content, &new.content);
            }
        }
        for Family { name, .. } in &pairs.old {
            let at = at.only_old(&name.text, name.span);
            self.push(kinds::FAMILY_REMOVED, &at, "");
        }
        for Family { name, .. } in &pairs.new {
            let at = at.only_new(&name.text, name.span);
            self.push(kinds::FAMILY_ADDED, &at, "");
        }
    }

    /// A family is compared once, whichever operations share it.
    fn family(&mut self, old: &ErrorFamily, new: &ErrorFamily) {
        let at = At::new(Side::Error, &*new.name.text, old.span, new.span);
        self.range(old, new, &at);
        let words = old.description != new.description;
        self.push_if(words, DESCRIPTION, &at, "");
        self.rows(old.rows.clone(), new.rows.clone(), &at);
    }

    fn statuses(&mut self, old: Vec<Status<'d>>, new: Vec<Status<'d>>, at: &At) {
        let pairs = pair(old, new, &[&|a, b| a.member.key == b.member.key]);
        for (old, new) in &pairs.both {
            let (from, to) = (old.member, new.member);
            let at = at.below(&to.key, from.key_span, to.key_span);
            let (was, is) = (&old.variant, &new.variant);
            self.push_if(was != is, kinds::STATUS_RENAMED, &at, became(was, is));
            let words = docs(self.old.resolve(&from.value)) != docs(self.new.resolve(&to.value));
            self.push_if(words, DESCRIPTION, &at, "");
            self.forms(&old.form, &new.form, &at);
        }
        for Status { member, .. } in &pairs.old {
            let at = at.only_old(&member.key, member.key_span);
            self.push(kinds::STATUS_REMOVED, &at, "");
        }
        for Status { member, .. } in &pairs.new {
            let at = at.only_new(&member.key, member.key_span);
            self.push(kinds::STATUS_ADDED, &at, "");
        }
    }

    /// Statuses whose body is a text though the range around them has JSON.
    fn texts(&mut self, old: &Operation<'d>, new: &Operation<'d>, at: &At) {
        let texts = |view: &View<'d>, operation: &Operation<'d>| {
            if operation.is_head() {
                return Vec::new();
            }
            replies::texts(view.doc, operation.value())
        };
        let (before, after) = (texts(self.old, old), texts(self.new, new));
        let pairs = pair(before, after, &[&|a, b| a.key == b.key]);
        for gone in &pairs.old {
            let at = at.only_old(&gone.key, gone.key_span);
            self.push(kinds::STATUS_TEXT, &at, "");
        }
        for come in &pairs.new {
            let at = at.only_new(&come.key, come.key_span);
            self.push(kinds::STATUS_TEXT, &at, "");
        }
    }
}
