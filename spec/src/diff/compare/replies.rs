//! Replies: envelope, verdicts by item, and what is left.

use super::applies::shown as code;
use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api::DESCRIPTION;
use crate::diff::kinds::{api as kinds, members};
use crate::diff::view::docs;
use crate::diff::view::form::Form;
use crate::diff::view::operation::Operation;
use crate::diff::view::replies::Success;
use crate::extension::{Envelope, Results};

impl<'d> Compare<'_, 'd> {
    pub(super) fn replies(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let at = At::new(
            Side::Response,
            &*new.id,
            old.span("responses"),
            new.span("responses"),
        );
        self.envelopes(old, new, &at);
        self.results(old, new, &at);
        self.offers(old, new, &at);
        let asked = (self.old.accept(old), self.new.accept(new));
        let differs = asked.0 != asked.1;
        self.push_if(differs, members::ACCEPT, &at, became(asked.0, asked.1));
        if let (Some(old), Some(new)) = (self.old.successes(old), self.new.successes(new)) {
            return self.successes(old, new, &at);
        }
        let (from, to) = (self.old.reply(old), self.new.reply(new));
        self.held(from.as_ref(), to.as_ref(), &at);
    }

    /// Other media types that the reply can be asked for in.
    fn offers(&mut self, old: &Operation<'d>, new: &Operation<'d>, at: &At) {
        let (before, after) = (self.old.offers(old), self.new.offers(new));
        let pairs = pair(before, after, &[&|a, b| a.1 == b.1]);
        for ((was, _), (is, _)) in &pairs.both {
            self.push_if(was != is, members::OFFER_RENAMED, at, became(was, is));
        }
        for (_, gone) in &pairs.old {
            self.push(members::OFFER_REMOVED, at, *gone);
        }
        for (_, come) in &pairs.new {
            self.push(members::OFFER_ADDED, at, *come);
        }
    }

    /// Replies that differ by status, before and after.
    fn successes(&mut self, old: Vec<Success<'d>>, new: Vec<Success<'d>>, at: &At) {
        let others = |all: &[Success<'_>]| all.iter().any(|success| success.others);
        if !others(&old) && others(&new) {
            self.push(members::REPLY_STATUS_REMOVED, at, "Other");
        }
        let pairs = pair(old, new, &[&|a, b| a.member.key == b.member.key]);
        for (old, new) in &pairs.both {
            let (from, to) = (old.member, new.member);
            let at = at.below(&to.key, from.key_span, to.key_span);
            let words = docs(self.old.resolve(&from.value)) != docs(self.new.resolve(&to.value));
            self.push_if(words, DESCRIPTION, &at, "");
            self.held(old.form.as_ref(), new.form.as_ref(), &at);
        }
        for gone in &pairs.old {
            let at = at.only_old(&gone.member.key, gone.member.key_span);
            self.push(members::REPLY_STATUS_REMOVED, &at, "");
        }
        for come in &pairs.new {
            let at = at.only_new(&come.member.key, come.member.key_span);
            self.push(members::REPLY_STATUS_ADDED, &at, "");
        }
    }

    fn held(&mut self, old: Option<&Form<'d>>, new: Option<&Form<'d>>, at: &At) {
        match (old, new) {
            (None, Some(_)) => self.push(members::REPLY_APPEARED, at, ""),
            (Some(_), None) => self.push(members::REPLY_GONE, at, ""),
            (Some(old), Some(new)) => self.forms(old, new, at),
            (None, None) => {}
        }
    }

    fn envelopes(&mut self, old: &Operation<'d>, new: &Operation<'d>, at: &At) {
        let (before, after) = (self.old.envelope_of(old), self.new.envelope_of(new));
        let span = |envelope: &Option<Envelope>| envelope.as_ref().map(|it| it.span);
        let at = At {
            old: span(&before).or(at.old),
            new: span(&after).or(at.new),
            ..at.clone()
        };
        match (before, after) {
            (None, Some(_)) => self.push(kinds::ENVELOPE_ADDED, &at, ""),
            (Some(_), None) => self.push(kinds::ENVELOPE_REMOVED, &at, ""),
            (Some(old), Some(new)) => {
                let differs = content(&old) != content(&new);
                self.push_if(differs, kinds::ENVELOPE_CHANGED, &at, "");
            }
            (None, None) => {}
        }
    }

    fn results(&mut self, old: &Operation<'d>, new: &Operation<'d>, at: &At) {
        let key = "x-bindery-results";
        let at = At {
            old: Some(old.span(key)),
            new: Some(new.span(key)),
            ..at.clone()
        };
        match (self.old.results(old), self.new.results(new)) {
            (None, Some(_)) => self.push(kinds::RESULTS_ADDED, &at, ""),
            (Some(_), None) => self.push(kinds::RESULTS_REMOVED, &at, ""),
            (Some(before), Some(after)) => {
                self.results_read(&before, &after, &at);
                let verdicts = (self.old.verdict(old), self.new.verdict(new));
                if let (Some(old), Some(new)) = verdicts {
                    self.forms(&Form::Named(old), &Form::Named(new), &at);
                }
                let at = At::new(
                    Side::Error,
                    format!("{} items", new.id),
                    before.span,
                    after.span,
                );
                let errors = (
                    self.old.item_failures(&before),
                    self.new.item_failures(&after),
                );
                self.variants(errors.0, errors.1, &at);
            }
            (None, None) => {}
        }
    }

    fn results_read(&mut self, old: &Results, new: &Results, at: &At) {
        let (from, to) = (old.items.to_string(), new.items.to_string());
        self.push_if(from != to, kinds::RESULTS_ITEMS, at, became(from, to));
        let places = |results: &Results| {
            let proof = results.proof.iter().map(|at| format!(" {at}"));
            let proof: String = proof.collect();
            format!("{} {}{proof}", results.verdicts, results.code)
        };
        let (from, to) = (places(old), places(new));
        self.push_if(from != to, kinds::RESULTS_READ, at, became(from, to));
        let codes = |results: &Results| {
            let codes: Vec<_> = results.success.iter().map(|it| code(&it.value)).collect();
            codes.join(", ")
        };
        let (from, to) = (codes(old), codes(new));
        self.push_if(from != to, kinds::RESULTS_SUCCESS, at, became(from, to));
    }
}

/// What an envelope says, wherever it stands.
fn content(envelope: &Envelope) -> String {
    let pointers = envelope.pointers().map(ToString::to_string);
    let pointers: Vec<_> = pointers.collect();
    let status = envelope.status.as_ref();
    let words = status.map(|status| (&status.success, &status.failure));
    let equals = &envelope.success_equals;
    let message = envelope.message.is_some();
    format!("{pointers:?} {equals:?} {words:?} {message}")
}
