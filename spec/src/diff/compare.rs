//! Two documents side by side. Finds changes; their verdicts stand in the tables of `kinds`.

mod api;
mod applies;
mod choices;
mod defaults;
mod errors;
mod links;
mod lists;
mod members;
mod operation;
mod pairs;
mod replies;
mod rules;
mod servers;
mod structs;
mod types;
mod unlisted;

use std::collections::{HashSet, VecDeque};

use super::change::Change;
use super::kind::{ChangeKind, Side};
use super::kinds::members::{PRIVATE_ADDED, PRIVATE_REMOVED};
use super::view::View;
use super::view::form::{Key, Named};
use crate::document::Document;
use crate::span::Span;

/// Every change, in the order in which it is met.
pub(super) fn documents(old: &Document, new: &Document) -> Vec<Change> {
    let (old, new) = (View::new(old), View::new(new));
    let mut compare = Compare {
        old: &old,
        new: &new,
        seen: HashSet::new(),
        open: VecDeque::new(),
        families: HashSet::new(),
        changes: Vec::new(),
    };
    compare.api();
    compare.operations();
    compare.unlisted();
    compare.changes
}

/// Two documents, and what has been found so far.
struct Compare<'v, 'd> {
    old: &'v View<'d>,
    new: &'v View<'d>,
    /// Pairs of types that have been compared, with the members left out.
    seen: HashSet<(Key, Key)>,
    /// Pairs of types still to be compared, and where they were met.
    open: VecDeque<(Named<'d>, Named<'d>, At)>,
    /// Families of errors that have been compared.
    families: HashSet<String>,
    changes: Vec<Change>,
}

/// Where two values stand.
#[derive(Clone)]
struct At {
    side: Side,
    /// Whether lists keep their bounds there, and rules are checked: in the old document, in the new one.
    sent: (bool, bool),
    subject: String,
    old: Option<Span>,
    new: Option<Span>,
}

impl At {
    fn new(side: Side, subject: impl Into<String>, old: Span, new: Span) -> Self {
        At {
            side,
            sent: (side == Side::Request, side == Side::Request),
            subject: subject.into(),
            old: Some(old),
            new: Some(new),
        }
    }

    /// The same, further down.
    fn below(&self, token: &str, old: Span, new: Span) -> Self {
        At {
            subject: format!("{}/{token}", self.subject),
            old: Some(old),
            new: Some(new),
            ..self.clone()
        }
    }

    fn only_old(&self, token: &str, old: Span) -> Self {
        At {
            new: None,
            ..self.below(token, old, old)
        }
    }

    fn only_new(&self, token: &str, new: Span) -> Self {
        At {
            old: None,
            ..self.below(token, new, new)
        }
    }

    fn is_sent(&self) -> bool {
        self.sent.0 && self.sent.1
    }
}

impl Compare<'_, '_> {
    fn push(&mut self, kind: &'static ChangeKind, at: &At, detail: impl Into<String>) {
        let fixed = matches!(kind.side, Side::Api | Side::Error);
        self.changes.push(Change {
            kind,
            side: if fixed { kind.side } else { at.side },
            subject: at.subject.clone(),
            detail: detail.into(),
            old: at.old,
            new: at.new,
        });
    }

    /// Pushes where old and new differ.
    fn push_if(
        &mut self,
        differs: bool,
        kind: &'static ChangeKind,
        at: &At,
        detail: impl Into<String>,
    ) {
        if differs {
            self.push(kind, at, detail);
        }
    }

    /// A flag that gives callers a warning.
    fn deprecation(&mut self, (old, new): (bool, bool), kinds: [&'static ChangeKind; 2], at: &At) {
        let [set, unset] = kinds;
        self.push_if(!old && new, set, at, "");
        self.push_if(old && !new, unset, at, "");
    }

    /// Whether values show as their length.
    fn privacy(&mut self, (old, new): (bool, bool), at: &At) {
        self.push_if(!old && new, PRIVATE_ADDED, at, "");
        self.push_if(old && !new, PRIVATE_REMOVED, at, "");
    }
}

/// `a → b`.
fn became(old: impl std::fmt::Display, new: impl std::fmt::Display) -> String {
    format!("{old} → {new}")
}
