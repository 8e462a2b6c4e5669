//! What a query selects in a tree. Changes nothing, and complains of nothing but its own limit.

use std::cmp::Ordering;

use super::path::{Comparison, Operand, Segment, Selector, Test};
use crate::value::{Kind, Value};

/// The most values that one query looks at: a document of 2 MB has about a hundred thousand.
const MOST_LOOKS: usize = 5_000_000;

/// The way to a value: at each level, which member or item.
pub(super) type Location = Vec<usize>;

/// The query looks at too many values.
pub(super) struct TooMuch;

/// Where the values that a query selects are, in the order of the document, each once.
pub(super) fn select(root: &Value, segments: &[Segment]) -> Result<Vec<Location>, TooMuch> {
    let mut search = Search {
        looks: MOST_LOOKS,
        ..Search::default()
    };
    search.walk(root, segments)?;
    search.found.sort();
    search.found.dedup();
    Ok(search.found)
}

/// The value at a location.
pub(super) fn get<'a>(root: &'a Value, at: &[usize]) -> Option<&'a Value> {
    at.iter().try_fold(root, |value, index| nth(value, *index))
}

/// The value at a location, to be changed.
pub(super) fn get_mut<'a>(root: &'a mut Value, at: &[usize]) -> Option<&'a mut Value> {
    at.iter()
        .try_fold(root, |value, index| match &mut value.kind {
            Kind::Array(items) => items.get_mut(*index),
            Kind::Object(members) => members.get_mut(*index).map(|member| &mut member.value),
            _ => None,
        })
}

/// The members or items of a value, by their number.
fn nth(value: &Value, index: usize) -> Option<&Value> {
    match &value.kind {
        Kind::Array(items) => items.get(index),
        Kind::Object(members) => members.get(index).map(|member| &member.value),
        _ => None,
    }
}

#[derive(Default)]
struct Search {
    found: Vec<Location>,
    /// The way to the value that is looked at.
    at: Location,
    /// How many more values may be looked at.
    looks: usize,
}

impl Search {
    fn walk(&mut self, value: &Value, segments: &[Segment]) -> Result<(), TooMuch> {
        let Some((segment, rest)) = segments.split_first() else {
            self.found.push(self.at.clone());
            return Ok(());
        };
        for selector in &segment.selectors {
            self.take(value, selector, rest)?;
        }
        if segment.descends {
            self.each(value, |search, child| search.walk(child, segments))?;
        }
        Ok(())
    }

    /// Goes on with what one selector takes of a value.
    fn take(
        &mut self,
        value: &Value,
        selector: &Selector,
        rest: &[Segment],
    ) -> Result<(), TooMuch> {
        match selector {
            Selector::Every => self.each(value, |search, child| search.walk(child, rest)),
            Selector::Filter(test) => self.each(value, |search, child| {
                if search.passes(child, test)? {
                    search.walk(child, rest)?;
                }
                Ok(())
            }),
            Selector::Name(_) | Selector::Index(_) => match position(value, selector) {
                Some(index) => self.enter(value, index, |search, child| search.walk(child, rest)),
                None => self.look(),
            },
        }
    }

    fn each(
        &mut self,
        value: &Value,
        mut go: impl FnMut(&mut Self, &Value) -> Result<(), TooMuch>,
    ) -> Result<(), TooMuch> {
        let mut index = 0;
        while nth(value, index).is_some() {
            self.enter(value, index, &mut go)?;
            index += 1;
        }
        Ok(())
    }

    fn enter(
        &mut self,
        value: &Value,
        index: usize,
        go: impl FnOnce(&mut Self, &Value) -> Result<(), TooMuch>,
    ) -> Result<(), TooMuch> {
        self.look()?;
        let Some(child) = nth(value, index) else {
            return Ok(());
        };
        self.at.push(index);
        let result = go(self, child);
        self.at.pop();
        result
    }

    fn look(&mut self) -> Result<(), TooMuch> {
        self.looks = self.looks.checked_sub(1).ok_or(TooMuch)?;
        Ok(())
    }

    fn passes(&mut self, value: &Value, test: &Test) -> Result<bool, TooMuch> {
        match test {
            Test::Any(tests) => {
                for test in tests {
                    if self.passes(value, test)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Test::All(tests) => {
                for test in tests {
                    if !self.passes(value, test)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Test::Not(test) => Ok(!self.passes(value, test)?),
            Test::Exists(segments) => self.exists(value, segments),
            Test::Compare(left, comparison, right) => {
                let (left, right) = (side(value, left), side(value, right));
                Ok(compare(left, *comparison, right))
            }
        }
    }

    fn exists(&mut self, value: &Value, segments: &[Segment]) -> Result<bool, TooMuch> {
        let mut inner = Search {
            looks: self.looks,
            ..Search::default()
        };
        inner.walk(value, segments)?;
        self.looks = inner.looks;
        Ok(!inner.found.is_empty())
    }
}

/// The member or item that a name or an index takes.
fn position(value: &Value, selector: &Selector) -> Option<usize> {
    match (&value.kind, selector) {
        (Kind::Object(members), Selector::Name(name)) => {
            members.iter().position(|member| *member.key == **name)
        }
        (Kind::Array(items), Selector::Index(index)) => {
            let index = match usize::try_from(*index) {
                Ok(index) => index,
                Err(_) => items
                    .len()
                    .checked_sub(usize::try_from(index.unsigned_abs()).ok()?)?,
            };
            (index < items.len()).then_some(index)
        }
        _ => None,
    }
}

/// The value on a side of a comparison, if there is one.
fn side<'a>(value: &'a Value, operand: &'a Operand) -> Option<&'a Kind> {
    match operand {
        Operand::Literal(kind) => Some(kind),
        Operand::Query(segments) => {
            let found = segments.iter().try_fold(value, |value, segment| {
                let selector = segment.selectors.first()?;
                nth(value, position(value, selector)?)
            });
            found.map(|value| &value.kind)
        }
    }
}

/// As RFC 9535 compares: nothing equals nothing, and only numbers and strings have an order.
fn compare(left: Option<&Kind>, comparison: Comparison, right: Option<&Kind>) -> bool {
    let equal = || match (left, right) {
        (Some(left), Some(right)) => same(left, right),
        (left, right) => left.is_none() && right.is_none(),
    };
    let order = || ordered(left?, right?);
    match comparison {
        Comparison::Equal => equal(),
        Comparison::Different => !equal(),
        Comparison::Less => order() == Some(Ordering::Less),
        Comparison::Greater => order() == Some(Ordering::Greater),
        Comparison::AtMost => order() == Some(Ordering::Less) || equal(),
        Comparison::AtLeast => order() == Some(Ordering::Greater) || equal(),
    }
}

fn ordered(left: &Kind, right: &Kind) -> Option<Ordering> {
    match (left, right) {
        (Kind::Number(left), Kind::Number(right)) => number(left)?.partial_cmp(&number(right)?),
        (Kind::String(left), Kind::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// Whether two values are equal, whatever the order of members and however numbers are written.
fn same(left: &Kind, right: &Kind) -> bool {
    match (left, right) {
        (Kind::Number(one), Kind::Number(two)) => one == two || number(one) == number(two),
        (Kind::Array(one), Kind::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(a, b)| same(&a.kind, &b.kind))
        }
        (Kind::Object(one), Kind::Object(two)) => {
            let has = |key: &str| two.iter().find(|member| &*member.key == key);
            one.len() == two.len()
                && one
                    .iter()
                    .all(|a| has(&a.key).is_some_and(|b| same(&a.value.kind, &b.value.kind)))
        }
        (left, right) => left == right,
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}
