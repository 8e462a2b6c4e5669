//! What was refused, told: each by itself, or in one sentence where a rule refuses everything that is held against it.

use std::collections::HashMap;
use std::ptr;

use super::fit::{Met, Refusal};
use super::gather::{Example, Source};
use super::phrase::{self, Phrase};
use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

/// The most values that one finding points at.
const POINTED_AT: usize = 3;

/// A refusal without the values it is about.
pub(super) struct Told {
    source: Source,
    number: usize,
    schema: *const Value,
    way: Way,
    rule_at: Span,
    value_at: Span,
    /// Where in the whole value what is refused stands, and where that is in general.
    at: String,
    at_in_general: String,
    what: Phrase,
    in_general: Phrase,
    remedy: Option<String>,
}

/// What tells apart the ways in which a value is refused: the rule, the keyword, and the type or member that is wrong.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Way {
    rule: *const Value,
    key: &'static str,
    detail: String,
}

impl Told {
    pub(super) fn of(
        example: &Example<'_>,
        refusal: &Refusal<'_, '_>,
        root: &Value,
        number: usize,
    ) -> Self {
        let member = refusal.member;
        let name = member.map(|member| &*member.key);
        let detail = name.unwrap_or(refusal.value.type_name()).to_owned();
        Told {
            source: example.source,
            number,
            schema: ptr::from_ref(refusal.schema),
            way: Way {
                rule: ptr::from_ref(refusal.rule),
                key: refusal.key,
                detail,
            },
            rule_at: refusal.rule.span,
            value_at: member.map_or(refusal.value.span, |member| member.key_span),
            at: phrase::place(root, refusal.value, false).unwrap_or_default(),
            at_in_general: phrase::place(root, refusal.value, true).unwrap_or_default(),
            what: phrase::what(refusal),
            in_general: phrase::in_general(refusal.key, refusal.rule, refusal.value, name),
            remedy: phrase::remedy(refusal),
        }
    }

    /// Its finding.
    fn alone(self) -> Finding {
        let verb = if self.at.is_empty() { "is" } else { "has" };
        let (code, subject) = match self.source {
            Source::Example => ("refused-example", "the example"),
            Source::Default => ("refused-default", "the default"),
            Source::Enum(_) => ("refused-value", "a value of `enum`"),
            Source::Const => ("refused-value", "the value of `const`"),
        };
        let said = sentence(&self.what, &self.at);
        let message = format!("{subject} {verb} {said}");
        let finding = Finding::warning(code, self.value_at, message);
        let finding = finding.note(self.rule_at, "the schema says so here");
        match self.remedy {
            Some(remedy) => finding.help(remedy),
            None => finding,
        }
    }
}

/// Tells of everything.
pub(super) fn tell(told: Vec<Told>, met: &Met, findings: &mut Vec<Finding>) {
    let mut groups: Vec<Vec<Told>> = Vec::new();
    let mut by_way = HashMap::new();
    for one in told {
        let kind = match one.source {
            Source::Example => 0,
            Source::Enum(_) => 1,
            Source::Default => 2,
            Source::Const => 3,
        };
        let group = *by_way
            .entry((kind, one.way.clone()))
            .or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(one);
    }
    for group in groups {
        match everything(&group, met) {
            Some(subject) => findings.push(together(&group, &subject)),
            None => findings.extend(group.into_iter().map(Told::alone)),
        }
    }
}

/// What is refused, where that is everything held against the rule, and more than one.
fn everything(group: &[Told], met: &Met) -> Option<String> {
    let first = group.first()?;
    match first.source {
        Source::Example => {
            let mut numbers: Vec<_> = group.iter().map(|it| it.number).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let (_, all) = *met.get(&first.schema)?;
            let count = numbers.len();
            let all = count == all && count == group.len();
            match count {
                0 | 1 => None,
                2 => all.then(|| "both examples give".to_owned()),
                _ => all.then(|| format!("all {count} examples give")),
            }
        }
        Source::Enum(all) if all > 1 && group.len() == all => {
            Some(format!("each of the {all} values of `enum` is"))
        }
        _ => None,
    }
}

/// A phrase with its place in it.
fn sentence((what, said): &Phrase, at: &str) -> String {
    match at {
        "" => format!("{what}{said}"),
        at => format!("{what} at `{at}`{said}"),
    }
}

fn together(group: &[Told], subject: &str) -> Finding {
    let first = &group[0];
    let cause = phrase::cause(first.way.key, &first.way.detail);
    let same = group
        .iter()
        .all(|one| one.at_in_general == first.at_in_general);
    let at = if same { &*first.at_in_general } else { "" };
    let said = sentence(&first.in_general, at);
    let message = format!("{subject} {said}: {cause}");
    let finding = Finding::warning("doubtful-schema", first.rule_at, message);
    let pointed = group.iter().take(POINTED_AT);
    pointed.fold(finding, |finding, one| {
        let label = match one.source {
            Source::Example => "in this example",
            _ => "here",
        };
        finding.note(one.value_at, label)
    })
}
