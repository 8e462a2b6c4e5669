//! What is counted of a document's calls.

use super::call::{Ask, Went};
use super::server::Answers;
use crate::faults::Faults;
use crate::input::Input;
use crate::sample::{Described, Extent};

/// A document and how its calls went.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) operations: usize,
    pub(super) tried: usize,
    pub(super) calls: usize,
    pub(super) accepted: usize,
    /// Answers of the document, to calls that were accepted.
    pub(super) answered: usize,
    pub(super) decoded: usize,
    /// Answers that are not as documented, and cannot be read.
    pub(super) broken: usize,
    /// Request and answer came out as they went in.
    pub(super) same: usize,
    pub(super) faults: Faults<Kind>,
    /// Why nothing was called.
    pub(super) untried: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    NotSampled,
    NotSent,
    NotAccepted,
    NotAnswered,
    NotDecoded,
    /// The answer is not as documented.
    NotAsDocumented,
    Changed,
}

impl Row {
    pub(super) fn new(input: &Input) -> Self {
        let version = input.description.root["openapi"].as_str();
        Row {
            name: input.name.clone(),
            version: version.unwrap_or_default().to_owned(),
            operations: input.description.operations.len(),
            tried: 0,
            calls: 0,
            accepted: 0,
            answered: 0,
            decoded: 0,
            broken: 0,
            same: 0,
            faults: Faults::new(),
            untried: None,
        }
    }

    /// Counts a call.
    pub(super) fn count(&mut self, ask: Ask, operation: &Described, went: Went) {
        self.calls += 1;
        let (steps, fault) = match went {
            Went::Unsampled(why) => (0, Some((Kind::NotSampled, why))),
            Went::Unsent(why) => (0, Some((Kind::NotSent, why))),
            Went::Unaccepted(why) => (0, Some((Kind::NotAccepted, why))),
            Went::Unanswered(why) => (1, Some((Kind::NotAnswered, why))),
            Went::Undecoded(why, true) => (2, Some((Kind::NotAsDocumented, why))),
            Went::Undecoded(why, false) => (2, Some((Kind::NotDecoded, why))),
            Went::Decoded(Some(what)) => (3, Some((Kind::Changed, what))),
            Went::Decoded(None) => (4, None),
        };
        let counters = [
            &mut self.accepted,
            &mut self.answered,
            &mut self.decoded,
            &mut self.same,
        ];
        counters
            .into_iter()
            .take(steps)
            .for_each(|counter| *counter += 1);
        self.broken += usize::from(matches!(fault, Some((Kind::NotAsDocumented, _))));
        if let Some((kind, why)) = fault {
            let first = || format!("{} ({})", operation.id, ask.text());
            self.faults.add(kind, why, first);
        }
    }
}

impl Ask {
    fn text(self) -> String {
        let answers = match self.answers {
            Answers::Dynamic => "dynamic",
            Answers::Static => "static",
        };
        let extent = match self.extent {
            Extent::Required => "required",
            Extent::Full => "full",
        };
        let status = self.status.map(|status| format!(", {status}"));
        format!("{answers}, {extent}{}", status.unwrap_or_default())
    }
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::NotSampled => "not sampled",
            Kind::NotSent => "not sent",
            Kind::NotAccepted => "not accepted",
            Kind::NotAnswered => "not answered",
            Kind::NotDecoded => "not decoded",
            Kind::NotAsDocumented => "answer not as documented",
            Kind::Changed => "changed",
        }
    }
}
