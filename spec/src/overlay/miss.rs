//! What a query finds, and why it finds nothing: up to where it leads, and the nearest name there.

use super::action::Query;
use super::path::{Segment, Selector};
use super::select::{self, Location, TooMuch};
use crate::finding::Finding;
use crate::value::{Kind, Value};

/// The most values whose members are candidates for a misspelt name.
const MOST_PARENTS: usize = 20;

impl Query<'_> {
    /// Everything selected; a complaint where that is nothing.
    pub(super) fn all(&self, root: &Value, findings: &mut Vec<Finding>) -> Option<Vec<Location>> {
        let finding = match select::select(root, &self.segments) {
            Ok(found) if found.is_empty() => self.miss(root, findings),
            Ok(found) => return Some(found),
            Err(TooMuch) => {
                let message = format!("`{}` looks at too many values", self.key);
                Finding::error("bad-path", self.span, message)
                    .help("use fewer `..` and `*`, or several actions")
            }
        };
        findings.push(finding);
        None
    }

    /// The one value selected; a complaint where there is none or more.
    pub(super) fn one(&self, root: &Value, findings: &mut Vec<Finding>) -> Option<Location> {
        let mut found = self.all(root, findings)?;
        if found.len() > 1 {
            let message = format!("`{}` selects {} values", self.key, found.len());
            let finding = Finding::error("bad-path", self.span, message);
            findings.push(finding.label("it must select one"));
            return None;
        }
        found.pop()
    }

    fn miss(&self, root: &Value, before: &[Finding]) -> Finding {
        let leads = |count: &usize| {
            let found = select::select(root, &self.segments[..*count]);
            found.is_ok_and(|found| !found.is_empty())
        };
        let depth = (0..self.segments.len()).rev().find(leads).unwrap_or(0);
        let Some(segment) = self.segments.get(depth) else {
            let message = format!("`{}` selects nothing", self.key);
            return Finding::error("no-target", self.span, message);
        };
        let found = select::select(root, &self.segments[..depth]).unwrap_or_default();
        let parents = found.iter().filter_map(|at| select::get(root, at));
        let parents: Vec<_> = parents.take(MOST_PARENTS).collect();
        let message = format!(
            "`{}` selects nothing: {} `{}`",
            self.key,
            lacking(segment),
            self.begin(depth)
        );
        let place = self.part(segment.start, segment.end);
        let finding = Finding::error("no-target", place, message);
        explained(finding, segment, &parents, before)
    }
}

/// What there is none of.
fn lacking(segment: &Segment) -> String {
    let place = if segment.descends {
        "anywhere in"
    } else {
        "in"
    };
    match &segment.selectors[..] {
        [Selector::Name(name)] => format!("nothing is called `{name}` {place}"),
        [Selector::Index(index)] => format!("there is no item {index} {place}"),
        [Selector::Filter(_)] => format!("nothing passes the filter {place}"),
        _ => format!("there is nothing of this {place}"),
    }
}

/// Says what there is instead.
fn explained(
    finding: Finding,
    segment: &Segment,
    parents: &[&Value],
    before: &[Finding],
) -> Finding {
    let [Selector::Name(name)] = &segment.selectors[..] else {
        return finding;
    };
    if let [one] = parents
        && !matches!(one.kind, Kind::Object(_))
        && !segment.descends
    {
        return finding.label(format!("that is {}", one.described()));
    }
    let mut names: Vec<&str> = Vec::new();
    for parent in parents {
        keys(parent, segment.descends, &mut names);
    }
    names.sort_unstable();
    names.dedup();
    finding.suggest(name, &names, before)
}

/// The keys of an object, and those of everything in it if `deep`.
fn keys<'a>(value: &'a Value, deep: bool, names: &mut Vec<&'a str>) {
    match &value.kind {
        Kind::Object(members) => {
            for member in members {
                names.push(&member.key);
                if deep {
                    keys(&member.value, deep, names);
                }
            }
        }
        Kind::Array(items) if deep => items.iter().for_each(|item| keys(item, deep, names)),
        _ => {}
    }
}
