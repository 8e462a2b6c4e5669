//! Rules that only values can break, checked before a request leaves: all of them, with their places.

mod distinct;
mod path;
mod report;
mod texts;
mod violation;

use std::collections::BTreeMap;
use std::fmt;

pub use self::path::Segment;
pub use self::violation::{Rule, Violation, Violations};

use self::report::Report;
use self::texts::Texts;
use crate::json::{self, Encode};
use crate::list::{List, length_message};
use crate::text::TextRules;
use crate::time::{Moment, UnixMillis};

/// The most documented values that a message lists.
const SHOWN: usize = 8;

/// Walks a request and collects what is wrong with it.
#[derive(Debug)]
pub struct Checker {
    now_millis: i64,
    /// No part of the request's body is longer, in bytes of JSON.
    longest: usize,
    broken: bool,
    /// None while it is only asked whether a rule is broken.
    report: Option<Report>,
}

impl Checker {
    /// Starts at the root of a request; `now_millis` is what "now" means to its rules.
    pub fn new(now_millis: i64) -> Self {
        Checker {
            now_millis,
            longest: usize::MAX,
            report: Some(Report::default()),
            broken: false,
        }
    }

    /// The verdict of `check`, of a request whose body has no part of more than `longest` bytes.
    ///
    /// Most requests break no rule, so that places are written down in a second run only.
    pub(crate) fn verdict(
        now_millis: i64,
        longest: usize,
        check: &dyn Fn(&mut Self),
    ) -> Result<(), Violations> {
        let mut glance = Checker {
            longest,
            report: None,
            ..Self::new(now_millis)
        };
        check(&mut glance);
        if !glance.broken {
            return Ok(());
        }
        let mut checker = Checker::new(now_millis);
        check(&mut checker);
        checker.finish()
    }

    /// Checks all rules of a request but those about "now".
    pub fn timeless<T: Check>(request: &T) -> Result<(), Violations> {
        Self::verdict(i64::MAX, usize::MAX, &|c| request.check(c))
    }

    /// The verdict.
    pub fn finish(self) -> Result<(), Violations> {
        self.report.map_or(Ok(()), Report::finish)
    }

    /// Checks the value of the member `name`.
    pub fn field<T: Check + ?Sized>(&mut self, name: &str, value: &T) {
        self.nested(name, |c| value.check(c));
    }

    /// Checks what belongs to the member `name`.
    pub(crate) fn nested(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let outer = self.enter(|| name);
        check(self);
        self.leave(outer);
    }

    /// Checks what belongs to the item at `index` of the list that is being looked at.
    pub(crate) fn item(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        let outer = self.enter_item(index);
        check(self);
        self.leave(outer);
    }

    fn enter_item(&mut self, index: usize) -> usize {
        match &mut self.report {
            Some(report) => report.enter_item(index),
            None => 0,
        }
    }

    fn enter<N: AsRef<str>>(&mut self, name: impl FnOnce() -> N) -> usize {
        match &mut self.report {
            Some(report) => report.enter(name().as_ref()),
            None => 0,
        }
    }

    fn leave(&mut self, outer: usize) {
        if let Some(report) = &mut self.report {
            report.leave(outer);
        }
    }

    /// Reports the value that is being looked at; the message is made only where it is kept.
    fn report(&mut self, rule: Rule, message: impl FnOnce() -> String) {
        self.broken = true;
        if let Some(report) = &mut self.report {
            report.add(rule, message());
        }
    }

    /// Checks the number of items of the list that is being looked at.
    pub(crate) fn length(&mut self, len: usize, min: usize, max: usize) {
        if !(min..=max).contains(&len) {
            self.report(Rule::Length, || length_message(len, min, max));
        }
    }

    /// Checks a text against the rules of its type.
    pub fn text(&mut self, rules: &TextRules, text: &str) {
        if let Err(broken) = rules.check(text) {
            self.report(broken.rule(), || broken.to_string());
        }
    }

    /// Reports the member `name` when `broken` holds; the message is made only then.
    pub fn rule(&mut self, name: &str, rule: Rule, broken: bool, message: impl FnOnce() -> String) {
        if broken {
            let outer = self.enter(|| name);
            self.report(rule, message);
            self.leave(outer);
        }
    }

    /// At most `max` bytes of compact JSON.
    pub fn max_json_bytes<T: Encode + ?Sized>(&mut self, name: &str, value: &T, max: usize) {
        let parameter = name.contains('/');
        if parameter || self.longest > max {
            self.max_json_length(name, json::encode(value).len(), max);
        }
    }

    /// [`max_json_bytes`](Checker::max_json_bytes) of what is written already.
    pub(crate) fn max_json_length(&mut self, name: &str, bytes: usize, max: usize) {
        self.rule(name, Rule::Size, bytes > max, || {
            format!("{bytes} bytes of JSON where at most {max} are allowed")
        });
    }

    /// At most `max` bytes of UTF-8.
    pub fn max_bytes(&mut self, name: &str, text: &str, max: usize) {
        let bytes = text.len();
        self.rule(name, Rule::Size, bytes > max, || {
            format!("{bytes} bytes where at most {max} are allowed")
        });
    }

    /// `min` to `max` characters.
    pub fn chars<T>(&mut self, name: &str, text: &T, min: usize, max: usize)
    where
        T: AsRef<str> + ?Sized,
    {
        let chars = text.as_ref().chars().count();
        self.rule(name, Rule::Length, chars < min, || {
            format!("{chars} characters where at least {min} are needed")
        });
        self.rule(name, Rule::Length, chars > max, || {
            format!("{chars} characters where at most {max} are allowed")
        });
    }

    /// `min` to `max` characters in every text that `value` holds.
    pub fn chars_in<T: Texts + ?Sized>(&mut self, name: &str, value: &T, min: usize, max: usize) {
        value.each_text(self, name, &|c, name, text| c.chars(name, text, min, max));
    }

    /// A text that must match a pattern.
    pub fn pattern<T>(&mut self, name: &str, text: &T, pattern: &crate::pattern::Pattern)
    where
        T: AsRef<str> + ?Sized,
    {
        let matches = pattern.matches(text.as_ref());
        self.rule(name, Rule::Pattern, !matches, || {
            format!("the text does not match the pattern `{}`", pattern.source)
        });
    }

    /// A number from `min` to `max`.
    pub fn range<T: Copy + PartialOrd + fmt::Display>(
        &mut self,
        name: &str,
        value: T,
        min: Option<T>,
        max: Option<T>,
    ) {
        if let Some(min) = min {
            self.rule(name, Rule::Range, value < min, || {
                format!("below the minimum of {min}")
            });
        }
        if let Some(max) = max {
            self.rule(name, Rule::Range, value > max, || {
                format!("above the maximum of {max}")
            });
        }
    }

    /// A value that must be among those documented.
    pub fn one_of<T: PartialEq<L> + ?Sized, L: fmt::Display>(
        &mut self,
        name: &str,
        value: &T,
        listed: &[L],
    ) {
        let known = listed.iter().any(|it| value == it);
        self.unlisted(name, !known, listed);
    }

    /// [`one_of`](Checker::one_of) of what has been looked up.
    pub(crate) fn unlisted<L: fmt::Display>(&mut self, name: &str, broken: bool, listed: &[L]) {
        self.rule(name, Rule::OneOf, broken, || {
            let shown: Vec<_> = listed
                .iter()
                .take(SHOWN)
                .map(|it| format!("`{it}`"))
                .collect();
            let more = if listed.len() > SHOWN {
                " and others"
            } else {
                ""
            };
            format!(
                "not among the documented values: {}{more}",
                shown.join(", ")
            )
        });
    }

    /// A time that must have passed.
    pub fn before_now<T: Copy + Moment>(&mut self, name: &str, time: T) {
        self.rule(
            name,
            Rule::Time,
            time.unix_millis() >= self.now_millis,
            || "not before now".to_owned(),
        );
    }

    /// Items that must ascend by the value `key` gives; with `strict`, neighbours must differ. An empty `by` is the item
    /// itself.
    pub fn ascending<T, K: PartialOrd>(
        &mut self,
        name: &str,
        by: &str,
        items: &[T],
        strict: bool,
        key: impl Fn(&T) -> K,
    ) {
        let outer = self.enter(|| name);
        for (i, pair) in items.windows(2).enumerate() {
            let (before, after) = (key(&pair[0]), key(&pair[1]));
            if after < before || (strict && after <= before) {
                self.disorder(i + 1, by);
            }
        }
        self.leave(outer);
    }

    fn disorder(&mut self, place: usize, by: &str) {
        self.item(place, |c| {
            c.rule(by, Rule::Order, true, || match by {
                "" => "lower than the item before; sort the items".to_owned(),
                by => format!("lower than `{by}` of the item before; sort the items by it"),
            });
        });
    }

    /// Checks every item of the list `name` with `check`, which is given the empty name: the item is what is looked at.
    pub fn each<T>(&mut self, name: &str, items: &[T], check: impl Fn(&mut Self, &str, &T)) {
        self.nested(name, |c| {
            for (i, item) in items.iter().enumerate() {
                c.item(i, |c| check(c, "", item));
            }
        });
    }

    /// Checks every value of the map `name` with `check`, which is given the name of the value.
    pub fn each_member<T>(
        &mut self,
        name: &str,
        members: &BTreeMap<String, T>,
        check: impl Fn(&mut Self, &str, &T),
    ) {
        self.nested(name, |c| {
            for (name, value) in members {
                check(c, &token(name), value);
            }
        });
    }
}

/// Checks a part of a request by itself, such as an item that is to go into a list; "now" is what the system's clock says.
///
/// # Errors
/// Every rule that the value breaks. Rules of what it goes into are not among them.
pub fn check<T: Check + ?Sized>(value: &T) -> Result<(), Violations> {
    let now = UnixMillis::now().as_millis();
    Checker::verdict(now, usize::MAX, &|c| value.check(c))
}

/// A value with rules of its own inside. Generated types have it.
pub trait Check {
    /// Reports every broken rule to `c`. By default there are none.
    fn check(&self, c: &mut Checker) {
        let _ = c;
    }
}

impl<T: Check> Check for Option<T> {
    fn check(&self, c: &mut Checker) {
        if let Some(value) = self {
            value.check(c);
        }
    }
}

impl<T: Check + ?Sized> Check for Box<T> {
    fn check(&self, c: &mut Checker) {
        (**self).check(c);
    }
}

impl<T: Check> Check for [T] {
    fn check(&self, c: &mut Checker) {
        for (i, item) in self.iter().enumerate() {
            c.item(i, |c| item.check(c));
        }
    }
}

impl<T: Check> Check for Vec<T> {
    fn check(&self, c: &mut Checker) {
        self.as_slice().check(c);
    }
}

impl<T: Check, const MIN: usize, const MAX: usize> Check for List<T, MIN, MAX> {
    fn check(&self, c: &mut Checker) {
        c.length(self.len(), MIN, MAX);
        self.as_slice().check(c);
    }
}

/// A name as a token of a JSON Pointer.
pub(crate) fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl<T: Check> Check for BTreeMap<String, T> {
    fn check(&self, c: &mut Checker) {
        for (name, value) in self {
            c.field(&token(name), value);
        }
    }
}

macro_rules! no_rules {
    ($($type:ty)*) => { $(impl Check for $type {})* };
}
no_rules!(bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 String crate::json::Json crate::time::UnixSeconds crate::time::UnixMillis);
