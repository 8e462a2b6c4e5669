//! Failures: rows of codes, families of them, statuses with a body.

use super::applies::shown as code;
use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api::DESCRIPTION;
use crate::diff::kinds::errors as kinds;
use crate::diff::view::operation::Operation;
use crate::diff::view::{View, docs, read};
use crate::extension::{ErrorFamily, ErrorRow, Name, OperationError, OperationErrors};
use crate::replies;
use crate::words::{camel, chosen_camel};

impl<'d> Compare<'_, 'd> {
    pub(super) fn failures(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let key = "x-bindery-errors";
        let at = At::new(Side::Error, &*new.id, old.span(key), new.span(key));
        let (before, after) = (entries(self.old, old), entries(self.new, new));
        self.rows(&before, &after, &at);
        self.statuses(old, new, &at);
    }

    /// The entries of an operation, or those for its items.
    pub(super) fn rows(&mut self, old: &[OperationError], new: &[OperationError], at: &At) {
        let (rows, wanted) = (rows(self.old, old), rows(self.new, new));
        self.compare_rows(rows, wanted, at);
        self.families(old, new, at);
    }

    fn compare_rows(&mut self, old: Vec<ErrorRow>, new: Vec<ErrorRow>, at: &At) {
        let pairs = pair(
            old.into_iter().map(in_rust).collect(),
            new.into_iter().map(in_rust).collect(),
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
        let outcome = |row: &ErrorRow| {
            if row.unknown_outcome {
                "unknown"
            } else {
                "not-done"
            }
        };
        let (from, to) = (outcome(old), outcome(new));
        self.push_if(from != to, kinds::OUTCOME, at, became(from, to));
        self.push_if(old.reaction != new.reaction, kinds::REACTION, at, "");
        let words = |row: &ErrorRow| {
            let dates = (row.since.clone(), row.until.clone(), row.source.clone());
            (row.description.clone(), dates)
        };
        self.push_if(words(old) != words(new), DESCRIPTION, at, "");
    }

    fn families(&mut self, old: &[OperationError], new: &[OperationError], at: &At) {
        let same = |a: &&Name, b: &&Name| camel(&a.text) == camel(&b.text);
        let pairs = pair(named(old).collect(), named(new).collect(), &[&same]);
        for (old, new) in pairs.both {
            let families = (family(self.old, old), family(self.new, new));
            if let (Some(old), Some(new)) = families
                && self.families.insert(new.name.text.clone())
            {
                self.family(&old, &new);
            }
        }
        for gone in pairs.old {
            let at = at.only_old(&gone.text, gone.span);
            self.push(kinds::FAMILY_REMOVED, &at, "");
        }
        for come in pairs.new {
            let at = at.only_new(&come.text, come.span);
            self.push(kinds::FAMILY_ADDED, &at, "");
        }
    }

    /// A family is compared once, whichever operations share it.
    fn family(&mut self, old: &ErrorFamily, new: &ErrorFamily) {
        let at = At::new(Side::Error, &*new.name.text, old.span, new.span);
        let range = |family: &ErrorFamily| match family.range {
            Some((first, last)) => format!("{first} to {last}"),
            None => "none".to_owned(),
        };
        let (from, to) = (range(old), range(new));
        self.push_if(from != to, kinds::FAMILY_RANGE, &at, became(from, to));
        let words = old.description != new.description;
        self.push_if(words, DESCRIPTION, &at, "");
        self.compare_rows(old.rows.clone(), new.rows.clone(), &at);
    }

    fn statuses(&mut self, old: &Operation<'d>, new: &Operation<'d>, at: &At) {
        let (before, after) = (self.old.statuses(old), self.new.statuses(new));
        let pairs = pair(before, after, &[&|a, b| a.0.key == b.0.key]);
        for ((old, from), (new, to)) in &pairs.both {
            let at = at.below(&new.key, old.key_span, new.key_span);
            let words = docs(self.old.resolve(&old.value)) != docs(self.new.resolve(&new.value));
            self.push_if(words, DESCRIPTION, &at, "");
            self.forms(from, to, &at);
        }
        for (gone, _) in &pairs.old {
            let at = at.only_old(&gone.key, gone.key_span);
            self.push(kinds::STATUS_REMOVED, &at, "");
        }
        for (come, _) in &pairs.new {
            let at = at.only_new(&come.key, come.key_span);
            self.push(kinds::STATUS_ADDED, &at, "");
        }
        self.texts(old, new, at);
    }

    /// Statuses whose body is a text though the range around them has JSON.
    fn texts(&mut self, old: &Operation<'d>, new: &Operation<'d>, at: &At) {
        let texts = |view: &View<'d>, operation: &Operation<'d>| {
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

/// The entries of an operation; no reply carries a code where there is no envelope.
fn entries<'d>(view: &View<'d>, operation: &Operation<'d>) -> Vec<OperationError> {
    let listed = read::<OperationErrors>(operation.value());
    let listed = listed.filter(|_| view.envelope_of(operation).is_some());
    listed.map(|listed| listed.entries).unwrap_or_default()
}

/// The row by the name of its variant.
fn in_rust(mut row: ErrorRow) -> ErrorRow {
    row.name.text = chosen_camel(row.name.text);
    row
}

/// The rows that are variants of their own.
fn rows(view: &View<'_>, entries: &[OperationError]) -> Vec<ErrorRow> {
    let row = |entry: &OperationError| match entry {
        OperationError::Own(row) => Some((**row).clone()),
        OperationError::FamilyRow(picked) => {
            let row = family(view, &picked.family)?;
            row.row(&picked.name.text).map(|row| picked.apply(row))
        }
        OperationError::Family(_) => None,
    };
    entries.iter().filter_map(row).collect()
}

fn named(entries: &[OperationError]) -> impl Iterator<Item = &Name> {
    entries.iter().filter_map(|entry| match entry {
        OperationError::Family(name) => Some(name),
        _ => None,
    })
}

fn family(view: &View<'_>, name: &Name) -> Option<ErrorFamily> {
    view.families.as_ref()?.family(&name.text).cloned()
}
