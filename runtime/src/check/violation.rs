//! What is wrong with a request, for the caller.

use std::fmt;

use super::Segment;

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// JSON Pointer into the request body, or `/query/NAME`, `/path/NAME` and so on for a parameter.
    pub pointer: String,
    /// The same step by step.
    pub path: Vec<Segment>,
    /// What is wrong and what is allowed; it never holds the value itself.
    pub message: String,
    /// Which sort of rule is broken.
    pub rule: Rule,
}

impl Violation {
    pub(crate) fn new(rule: Rule, path: Vec<Segment>, message: String) -> Self {
        Violation {
            pointer: path.iter().map(Segment::to_string).collect(),
            path,
            message,
            rule,
        }
    }

    /// The index of the item that it is about, where it is about an item of a list; of lists in lists, the outer one.
    ///
    /// ```
    /// # use bindery::{Check, List, check};
    /// # use bindery::__private::Checker;
    /// let messages: List<_, 1, 7> = List::from([Short("brief"), Short("far too long")]);
    /// let violations = check(&messages).unwrap_err();
    /// assert_eq!(violations.iter().next().and_then(|it| it.item()), Some(1));
    /// # struct Short(&'static str);
    /// # impl Check for Short {
    /// #     fn check(&self, c: &mut Checker) { c.chars("text", self.0, 0, 5); }
    /// # }
    /// ```
    pub fn item(&self) -> Option<usize> {
        self.path.iter().find_map(|segment| match segment {
            Segment::Index(index) => Some(*index),
            _ => None,
        })
    }
}

/// Sorts of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The number of characters or items.
    Length,
    /// The number of bytes.
    Size,
    /// A pattern that a text must match.
    Pattern,
    /// The range of a number.
    Range,
    /// The order of items.
    Order,
    /// A point in time that must have passed.
    Time,
    /// The values that are documented.
    OneOf,
    /// Values that must differ within one request.
    Distinct,
    /// What JSON can hold: finite numbers, members that are there once, files that are in memory.
    Json,
}

/// Every rule a request breaks. It was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations(pub(super) Vec<Violation>);

impl Violations {
    /// Those that a check found, and these behind them.
    pub(crate) fn join(checked: Result<(), Self>, more: Vec<Violation>) -> Result<(), Self> {
        let mut all = checked.map_or_else(|found| found.0, |()| Vec::new());
        all.extend(more);
        if all.is_empty() {
            return Ok(());
        }
        Err(Violations(all))
    }

    /// The broken rules, in the order of the request's fields; at least one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, violation) in self.0.iter().enumerate() {
            let lead = if i == 0 { "" } else { "; " };
            write!(f, "{lead}{}: {}", violation.pointer, violation.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
