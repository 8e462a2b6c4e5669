//! Operations, one by one.

use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::{api as kinds, members};
use crate::diff::view::operation::Operation;
use crate::diff::view::{View, flag, read};
use crate::extension::{Limit, ResendClass, Retry};
use crate::operation::{is_idempotent, sent};
use crate::pointer::Pointer;
use crate::template::Template;

/// What is remembered for a key where the document names no time: a day.
const DEFAULT_WINDOW: u32 = 86_400;

/// How a request may be sent again.
#[derive(PartialEq)]
struct Resend {
    class: ResendClass,
    key: Option<Pointer>,
    seconds: u32,
}

impl<'d> Compare<'_, 'd> {
    pub(super) fn operations(&mut self) {
        let same_route = |a: &Operation<'_>, b: &Operation<'_>| {
            a.path.key == b.path.key && a.method.key == b.method.key
        };
        let pairs = pair(
            self.old.operations(),
            self.new.operations(),
            &[&|a, b| a.id == b.id, &same_route],
        );
        for (old, new) in &pairs.both {
            self.operation(old, new);
            self.met();
        }
        for gone in &pairs.old {
            let span = gone.method.key_span;
            let at = At {
                new: None,
                ..At::new(Side::Api, &*gone.id, span, span)
            };
            self.push(kinds::OPERATION_REMOVED, &at, route(gone));
        }
        for come in &pairs.new {
            let span = come.method.key_span;
            let at = At {
                old: None,
                ..At::new(Side::Api, &*come.id, span, span)
            };
            self.push(kinds::OPERATION_ADDED, &at, route(come));
        }
    }

    fn operation(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let renamed = old.name != new.name;
        // Types named after the operation follow it; that is no change of their own.
        let old = &Operation {
            name: new.name.clone(),
            ..old.clone()
        };
        self.route(old, new, renamed);
        self.limit(old, new);
        self.resend(old, new);
        self.security(old, new);
        self.own_servers(old, new);
        let request = At::new(
            Side::Request,
            &*new.id,
            old.span("requestBody"),
            new.span("requestBody"),
        );
        self.applies(old, new, &request);
        let (sent, wanted) = (self.old.request(old), self.new.request(new));
        let empty = (
            self.old.sends_empty_body(old, &sent),
            self.new.sends_empty_body(new, &wanted),
        );
        self.push_if(empty.0 != empty.1, members::EMPTY_BODY, &request, "");
        let named = (self.old.json_type(old), self.new.json_type(new));
        if let (Some(from), Some(to)) = named {
            self.push_if(from != to, members::MEDIA_TYPE, &request, became(from, to));
        }
        let private = (self.old.sends_private(old), self.new.sends_private(new));
        self.privacy(private, &request);
        self.members(sent, wanted, &request);
        self.replies(old, new);
        self.links(old, new);
        self.failures(old, new);
        self.all_kinds(old, new);
    }

    fn route(&mut self, old: &Operation<'d>, new: &Operation<'d>, renamed: bool) {
        let at = |key: &str| At::new(Side::Api, &*new.id, old.span(key), new.span(key));
        let id = at("operationId");
        if renamed {
            self.push(kinds::OPERATION_RENAMED, &id, became(&*old.id, &*new.id));
        } else {
            self.push_if(
                old.id != *new.id,
                kinds::OPERATION_ID,
                &id,
                became(&*old.id, &*new.id),
            );
        }
        let route = At {
            old: Some(old.path.key_span),
            new: Some(new.path.key_span),
            ..id
        };
        let (from, to) = (&old.path.key, &new.path.key);
        let moved = Template::of(from).path != Template::of(to).path;
        self.push_if(moved, kinds::PATH, &route, became(from, to));
        let (from, to) = (&old.method.key, &new.method.key);
        self.push_if(from != to, kinds::METHOD, &at(""), became(from, to));
        let flags = (
            flag(old.value(), "deprecated"),
            flag(new.value(), "deprecated"),
        );
        let both = [kinds::OPERATION_DEPRECATED, kinds::OPERATION_UNDEPRECATED];
        self.deprecation(flags, both, &at("deprecated"));
        let words = View::operation_docs(old) != View::operation_docs(new)
            || self.old.links_told(old) != self.new.links_told(new);
        self.push_if(words, kinds::DESCRIPTION, &at("description"), "");
    }

    fn limit(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let at = At::new(
            Side::Api,
            &*new.id,
            old.span("x-bindery-limit"),
            new.span("x-bindery-limit"),
        );
        let shown = |limit: &Limit| format!("{} in {} s", limit.calls, limit.seconds);
        let limits = (read::<Limit>(old.value()), read::<Limit>(new.value()));
        match limits {
            (None, Some(new)) => self.push(kinds::RATE_ADDED, &at, shown(&new)),
            (Some(old), None) => self.push(kinds::RATE_REMOVED, &at, shown(&old)),
            (Some(old), Some(new)) => {
                let detail = became(shown(&old), shown(&new));
                let before = u64::from(old.calls) * u64::from(new.seconds);
                let after = u64::from(new.calls) * u64::from(old.seconds);
                let same = (old.calls, old.seconds) == (new.calls, new.seconds);
                let raised = after > before || (after == before && new.calls > old.calls);
                self.push_if(!same && raised, kinds::RATE_RAISED, &at, &*detail);
                self.push_if(!same && !raised, kinds::RATE_LOWERED, &at, detail);
            }
            (None, None) => {}
        }
    }

    /// Where the credentials of all operations are others, that has been said.
    fn security(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let at = At::new(
            Side::Api,
            &*new.id,
            old.span("security"),
            new.span("security"),
        );
        let (from, to) = (self.old.accepted(old), self.new.accepted(new));
        let both = from.is_some() && to.is_some();
        let unsigned =
            |accepted: &Option<Vec<String>>| accepted.as_ref().is_some_and(Vec::is_empty);
        let differs = from != to && (both || unsigned(&from) || unsigned(&to));
        let shown = |accepted: Option<Vec<String>>| match accepted {
            None => "signed".to_owned(),
            Some(none) if none.is_empty() => "unsigned".to_owned(),
            Some(some) => some.join(", or "),
        };
        self.push_if(
            differs,
            kinds::SECURITY,
            &at,
            became(shown(from), shown(to)),
        );
    }

    fn resend(&mut self, old: &Operation<'d>, new: &Operation<'d>) {
        let at = At::new(
            Side::Api,
            &*new.id,
            old.span("x-bindery-retry"),
            new.span("x-bindery-retry"),
        );
        let (old, new) = (resend(old), resend(new));
        if old.class != new.class {
            let detail = became(word(old.class), word(new.class));
            return self.push(kinds::RESEND_CLASS, &at, detail);
        }
        if old.class == ResendClass::Keyed {
            let shown = |key: Option<Pointer>| key.map(|key| key.to_string()).unwrap_or_default();
            let (from, to) = (shown(old.key), shown(new.key));
            self.push_if(from != to, kinds::RESEND_KEY, &at, became(&from, &to));
            let detail = format!("{} s → {} s", old.seconds, new.seconds);
            self.push_if(
                old.seconds != new.seconds,
                kinds::RESEND_WINDOW,
                &at,
                detail,
            );
        } else {
            // Of other classes only keys in items count: they must differ.
            let several = |key: Option<Pointer>| {
                let key = key.filter(|key| key.tokens.iter().any(|token| token == "*"));
                key.map_or("none".to_owned(), |key| key.to_string())
            };
            let (from, to) = (several(old.key), several(new.key));
            self.push_if(from != to, kinds::RESEND_KEY, &at, became(&from, &to));
        }
    }
}

fn route(operation: &Operation<'_>) -> String {
    format!("{} {}", sent(&operation.method.key), operation.path.key)
}

fn resend(operation: &Operation<'_>) -> Resend {
    let idempotent = is_idempotent(&operation.method.key);
    match read::<Retry>(operation.value()) {
        Some(retry) => Resend {
            class: retry.class,
            key: retry.key,
            seconds: retry.seconds.unwrap_or(DEFAULT_WINDOW),
        },
        None => Resend {
            class: if idempotent {
                ResendClass::Safe
            } else {
                ResendClass::ResolveFirst
            },
            key: None,
            seconds: DEFAULT_WINDOW,
        },
    }
}

fn word(class: ResendClass) -> &'static str {
    match class {
        ResendClass::Safe => "safe",
        ResendClass::Keyed => "keyed",
        ResendClass::ResolveFirst => "resolve-first",
    }
}
