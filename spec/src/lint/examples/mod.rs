//! Examples, defaults and listed values that their own schema refuses. Readers copy examples, and types are made from schemas: where
//! they disagree, one of them is wrong, and the service knows which.

mod choice;
mod fit;
mod gather;
mod items;
mod members;
mod phrase;
mod same;
mod scalar;
mod tell;

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::document::Document;
use crate::finding::Finding;
use crate::json;
use crate::span::Span;
use crate::value::{Kind, Value};
pub use fit::Matches;
use fit::{Fit, Met, Trial};
use gather::{Example, Source};
use tell::Told;

/// The most steps for one example, and for all of them: an example may be as large as it likes.
const STEPS: usize = 50_000;
const ALL_STEPS: usize = 10_000_000;

/// Complains about each value that its schema refuses for certain.
pub(super) fn lint(document: &Document, matches: Matches<'_>, findings: &mut Vec<Finding>) {
    let mut run = Run {
        document,
        matches,
        steps: ALL_STEPS,
        met: Met::new(),
        numbers: HashMap::new(),
        told: Vec::new(),
    };
    let mut seen = HashSet::new();
    for example in gather::examples(document) {
        let schema = document.target(example.schema).unwrap_or(example.schema);
        let held = (ptr::from_ref(schema), ptr::from_ref(example.value));
        if seen.insert((held, example.manner, example.source)) {
            run.hold(&example);
        }
    }
    tell::tell(run.told, &run.met, findings);
}

struct Run<'d, 'm> {
    document: &'d Document,
    matches: Matches<'m>,
    steps: usize,
    met: Met,
    /// The number of each example, by its place.
    numbers: HashMap<*const Value, usize>,
    told: Vec<Told>,
}

impl<'d> Run<'d, '_> {
    fn hold(&mut self, example: &Example<'d>) {
        let next = self.numbers.len();
        let key = ptr::from_ref(example.value);
        let number = *self.numbers.entry(key).or_insert(next);
        if let Some(meant) = self.meant(example) {
            self.against(example, &meant, number);
        } else {
            self.against(example, example.value, number);
        }
    }

    /// An object or an array that is given as its text. What is refused of it has its place in the document.
    fn meant(&self, example: &Example<'_>) -> Option<Value> {
        let text = example.value.as_str()?;
        if example.source != Source::Example || !text.trim_start().starts_with(['{', '[']) {
            return None;
        }
        let mut trial = Trial::new(self.document, self.matches, STEPS);
        if trial.ask(example.schema, example.value) != Fit::No {
            return None;
        }
        let (mut meant, _) = json::parse(text).ok()?;
        place(&mut meant, example.value.span);
        Some(meant)
    }

    fn against<'v>(&mut self, example: &Example<'d>, value: &'v Value, number: usize)
    where
        'd: 'v,
    {
        let steps = STEPS.min(self.steps);
        let mut trial: Trial<'d, 'v, '_> = Trial::new(self.document, self.matches, steps);
        trial.manner = example.manner;
        trial.besides = example.besides;
        if example.source == Source::Example {
            trial.met = Some((&mut self.met, number));
        }
        trial.fit(example.schema, value);
        let (left, refused) = (trial.steps, trial.refused);
        self.steps -= steps - left;
        let mut rules = HashSet::new();
        for refusal in refused {
            // Of a list, the first item will do.
            let member = refusal.member.map(|member| &*member.key);
            if rules.insert((ptr::from_ref(refusal.rule), member)) {
                self.told.push(Told::of(example, &refusal, value, number));
            }
        }
    }
}

/// Gives a value the place of the text it was read from.
fn place(value: &mut Value, span: Span) {
    value.span = span;
    match &mut value.kind {
        Kind::Array(items) => items.iter_mut().for_each(|item| place(item, span)),
        Kind::Object(members) => {
            for member in members {
                member.key_span = span;
                place(&mut member.value, span);
            }
        }
        _ => {}
    }
}
