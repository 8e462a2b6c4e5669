//! What families say of codes that operations do not list.

use super::applies::shown as code;
use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::errors as kinds;
use crate::diff::view::View;
use crate::extension::{ErrorFamily, ErrorRow, Results, Unlisted};

impl Compare<'_, '_> {
    /// Families that no operation takes as a whole: they are asked all the same.
    pub(super) fn unlisted(&mut self) {
        let families = |view: &View<'_>| {
            let asked = view.families.iter().filter(|_| carries_codes(view));
            let all = asked.flat_map(|all| all.families.iter());
            all.cloned().collect::<Vec<ErrorFamily>>()
        };
        let (old, new) = (families(self.old), families(self.new));
        let pairs = pair(old, new, &[&|a, b| a.name.text == b.name.text]);
        for (old, new) in &pairs.both {
            if !self.families.contains(&new.name.text) {
                let at = At::new(Side::Error, &*new.name.text, old.span, new.span);
                self.range(old, new, &at);
                self.unlisted_rows(old, new, &at);
            }
        }
        for ErrorFamily { name, .. } in &pairs.old {
            let at = At::new(Side::Error, &*name.text, name.span, name.span);
            self.push(kinds::UNLISTED, &At { new: None, ..at }, "");
        }
        for ErrorFamily { name, .. } in &pairs.new {
            let at = At::new(Side::Error, &*name.text, name.span, name.span);
            self.push(kinds::UNLISTED, &At { old: None, ..at }, "");
        }
    }

    /// The range of a family, and what holds for its codes without a row.
    pub(super) fn range(&mut self, old: &ErrorFamily, new: &ErrorFamily, at: &At) {
        let range = |family: &ErrorFamily| match family.range {
            Some((first, last)) => format!("{first} to {last}"),
            None => "none".to_owned(),
        };
        let (from, to) = (range(old), range(new));
        self.push_if(from != to, kinds::FAMILY_RANGE, at, became(from, to));
        let rest = |family: &ErrorFamily| match family.rest {
            Some(Unlisted {
                retry,
                unknown_outcome,
            }) => format!("{retry:?}, outcome {}", outcome(unknown_outcome)),
            None => "nothing".to_owned(),
        };
        let (from, to) = (rest(old), rest(new));
        self.push_if(from != to, kinds::UNLISTED, at, became(from, to));
    }

    fn unlisted_rows(&mut self, old: &ErrorFamily, new: &ErrorFamily, at: &At) {
        let (before, after) = (old.rows.iter(), new.rows.iter());
        let same = |a: &&ErrorRow, b: &&ErrorRow| a.code.value == b.code.value;
        let pairs = pair(before.collect(), after.collect(), &[&same]);
        for (old, new) in &pairs.both {
            let told = |row: &ErrorRow| ErrorRow {
                span: new.span,
                name: new.name.clone(),
                code: new.code.clone(),
                ..row.clone()
            };
            let renamed = old.name.text != new.name.text;
            let at = at.below(&new.name.text, old.span, new.span);
            let changed = renamed || told(old) != told(new);
            self.push_if(changed, kinds::UNLISTED, &at, code(&new.code.value));
        }
        for gone in &pairs.old {
            let at = at.only_old(&gone.name.text, gone.span);
            self.push(kinds::UNLISTED, &at, code(&gone.code.value));
        }
        for come in &pairs.new {
            let at = at.only_new(&come.name.text, come.span);
            self.push(kinds::UNLISTED, &at, code(&come.code.value));
        }
    }
}

/// Whether replies carry codes, so that families are asked at all.
fn carries_codes(view: &View<'_>) -> bool {
    let operations = view.operations();
    operations.iter().any(|operation| {
        let results = crate::diff::view::read::<Results>(operation.value());
        view.envelope_of(operation).is_some() || results.is_some()
    })
}

/// The word for an outcome.
pub(super) fn outcome(unknown: bool) -> &'static str {
    if unknown { "unknown" } else { "not-done" }
}
