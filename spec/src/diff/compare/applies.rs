//! `x-bindery-applies`: kinds of a resource that an operation takes.

use std::ptr;

use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api as kinds;
use crate::diff::view::operation::Operation;
use crate::diff::view::{View, read};
use crate::extension::{Applies, CodeValue, Name};

impl<'d> Compare<'_, 'd> {
    pub(super) fn applies(&mut self, old: &Operation<'d>, new: &Operation<'d>, request: &At) {
        let key = "x-bindery-applies";
        let at = At {
            old: Some(old.span(key)),
            new: Some(new.span(key)),
            ..request.clone()
        };
        let applies = |operation: &Operation<'_>| read::<Applies>(operation.value());
        match (applies(old), applies(new)) {
            (None, Some(new)) => self.push(kinds::APPLIES_ADDED, &at, names(&new.takes)),
            (Some(old), None) => self.push(kinds::APPLIES_REMOVED, &at, names(&old.takes)),
            (Some(old), Some(new)) => self.kinds_taken(&old, &new, &at),
            (None, None) => {}
        }
    }

    /// The enum of all kinds, which no request or reply need hold.
    pub(super) fn all_kinds(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let all = |view: &View<'d>, operation: &Operation<'d>| {
            let kinds = read::<Applies>(operation.value())?.kinds.text;
            let schema = view.doc.component("schemas", &kinds)?;
            Some((schema, kinds))
        };
        let pair = (all(self.old, old), all(self.new, new));
        let (Some((old, _)), Some((new, name))) = pair else {
            return;
        };
        let key = |schema| (ptr::from_ref(schema), Vec::new(), Vec::new(), false);
        if self.seen.insert((key(old), key(new))) {
            let at = At::new(Side::Request, name, old.span, new.span);
            self.listed(old, new, &at);
        }
    }

    fn kinds_taken(&mut self, old: &Applies, new: &Applies, at: &At) {
        let (from, to) = (old.of.to_string(), new.of.to_string());
        self.push_if(from != to, kinds::APPLIES_MOVED, at, became(from, to));
        let codes = (shown(&old.code.value), shown(&new.code.value));
        let differs = codes.0 != codes.1;
        self.push_if(differs, kinds::KIND_CODE, at, became(codes.0, codes.1));
        for gone in missing(&old.takes, &new.takes) {
            let at = At {
                old: Some(gone.span),
                ..at.clone()
            };
            self.push(kinds::KIND_REFUSED, &at, &*gone.text);
        }
        for come in missing(&new.takes, &old.takes) {
            let at = At {
                new: Some(come.span),
                ..at.clone()
            };
            self.push(kinds::KIND_TAKEN, &at, &*come.text);
        }
    }
}

fn missing<'n>(from: &'n [Name], other: &'n [Name]) -> impl Iterator<Item = &'n Name> {
    from.iter()
        .filter(|name| !other.iter().any(|it| it.text == name.text))
}

fn names(names: &[Name]) -> String {
    let names: Vec<_> = names.iter().map(|name| &*name.text).collect();
    names.join(", ")
}

/// A code as the document writes it.
pub(super) fn shown(code: &CodeValue) -> String {
    match code {
        CodeValue::Int(code) => code.to_string(),
        CodeValue::Str(code) => format!("{code:?}"),
    }
}
