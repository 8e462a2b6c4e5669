//! Rules of single members, checked on what will be sent: the caller's type may hold a value in any form.

use std::fmt;

use crate::check::{Checker, token};
use crate::json::{DecodeError, Kind, Reader};
use crate::pattern::Pattern;
use crate::time::{UnixMillis, UnixSeconds};

/// A rule of one member.
#[derive(Debug)]
pub enum Rule {
    /// Fewest and most characters.
    Chars(usize, usize),
    /// Most bytes of UTF-8.
    Bytes(usize),
    /// Most bytes of compact JSON.
    JsonBytes(usize),
    /// A pattern the text must match.
    Pattern(&'static Pattern),
    /// A number's minimum and maximum.
    Range(Option<Bound>, Option<Bound>),
    /// Items ascend by the value at this path of members; with `true`, neighbours differ.
    Ascending(&'static [&'static str], bool),
    /// Rules of every item of a list.
    Each(&'static [Rule]),
    /// Rules of every value of a map.
    EachMember(&'static [Rule]),
    /// The only values there are.
    OneOf(&'static [Listed]),
    /// Unix seconds that have passed.
    SecondsBeforeNow,
    /// Unix milliseconds that have passed.
    MillisBeforeNow,
}

/// A bound of a number.
#[derive(Debug, Clone, Copy)]
pub enum Bound {
    /// Of an integer.
    Int(i128),
    /// Of a floating point number.
    Float(f64),
}

/// A value that a member may have.
#[derive(Debug, Clone, Copy)]
pub enum Listed {
    /// A truth value.
    Flag(bool),
    /// A number.
    Number(Bound),
    /// A text.
    Text(&'static str),
}

impl Listed {
    fn is(self, r: &Reader<'_>) -> bool {
        match self {
            Listed::Flag(flag) => r.clone().boolean().is_ok_and(|it| it == flag),
            Listed::Number(Bound::Int(number)) => integer(r) == Some(number),
            #[expect(clippy::float_cmp, reason = "as the rule of generated fields does")]
            Listed::Number(Bound::Float(number)) => r.clone().f64().is_ok_and(|it| it == number),
            Listed::Text(text) => r.clone().string().is_ok_and(|it| it == text),
        }
    }
}

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Listed::Flag(flag) => flag.fmt(f),
            Listed::Number(Bound::Int(number)) => number.fmt(f),
            Listed::Number(Bound::Float(number)) => number.fmt(f),
            Listed::Text(text) => text.fmt(f),
        }
    }
}

impl Rule {
    /// Checks the member `name`, written as `json`. What is no value of the rule's sort keeps it, but for listed values.
    pub(super) fn check(&self, c: &mut Checker, name: &str, json: &[u8]) {
        let Ok(mut r) = Reader::new(json) else {
            return;
        };
        match self {
            Rule::JsonBytes(max) => c.max_json_length(name, json.len(), *max),
            Rule::Ascending(by, strict) => {
                let keys = keys(&mut r, by);
                let pointer: Vec<_> = by.iter().map(|name| token(name)).collect();
                c.ascending(name, &pointer.join("/"), &keys, *strict, Clone::clone);
            }
            Rule::Each(rules) => c.nested(name, |c| {
                let mut index = 0;
                // What this crate wrote can be read.
                let _ = r.array(&mut |r| {
                    let mut checked = Ok(());
                    c.item(index, |c| checked = check_all(rules, c, "", r));
                    index += 1;
                    checked
                });
            }),
            Rule::EachMember(rules) => c.nested(name, |c| {
                let _ = r.object(&mut |r, member| check_all(rules, c, &token(member), r));
            }),
            Rule::SecondsBeforeNow => {
                if let Ok(count) = r.i64() {
                    c.before_now(name, UnixSeconds::from_secs(count));
                }
            }
            Rule::MillisBeforeNow => {
                if let Ok(count) = r.i64() {
                    c.before_now(name, UnixMillis::from_millis(count));
                }
            }
            Rule::OneOf(listed) => {
                let known = matches!(r.peek(), Ok(Kind::Null)) || listed.iter().any(|it| it.is(&r));
                c.unlisted(name, !known, listed);
            }
            Rule::Range(min, max) => range(c, name, &mut r, *min, *max),
            Rule::Chars(..) | Rule::Bytes(_) | Rule::Pattern(_) => {
                if let Ok(text) = r.string() {
                    self.check_text(c, name, &text);
                }
            }
        }
    }

    fn check_text(&self, c: &mut Checker, name: &str, text: &str) {
        match self {
            Rule::Chars(min, max) => c.chars(name, text, *min, *max),
            Rule::Bytes(max) => c.max_bytes(name, text, *max),
            Rule::Pattern(pattern) => c.pattern(name, text, pattern),
            _ => {}
        }
    }
}

/// Checks one item against all rules.
fn check_all(
    rules: &[Rule],
    c: &mut Checker,
    name: &str,
    r: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let json = r.raw()?;
    for rule in rules {
        rule.check(c, name, json.as_str().as_bytes());
    }
    Ok(())
}

fn range(c: &mut Checker, name: &str, r: &mut Reader<'_>, min: Option<Bound>, max: Option<Bound>) {
    let int = |bound| match bound {
        Some(Bound::Int(bound)) => Some(bound),
        _ => None,
    };
    let float = |bound| match bound {
        Some(Bound::Float(bound)) => Some(bound),
        _ => None,
    };
    if let Some(value) = integer(r) {
        c.range(name, value, int(min), int(max));
    }
    if let Ok(value) = r.f64() {
        c.range(name, value, float(min), float(max));
    }
}

fn integer(r: &Reader<'_>) -> Option<i128> {
    let signed = r.clone().i64().ok().map(i128::from);
    signed.or_else(|| r.clone().u64().ok().map(i128::from))
}

/// What items are ordered by.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
enum Key {
    Int(i128),
    Float(f64),
    Text(String),
}

/// The value each item is ordered by; one without any is in order with all others.
fn keys(r: &mut Reader<'_>, by: &[&str]) -> Vec<Option<Key>> {
    let mut keys = Vec::new();
    // What cannot be read was not written by this crate: it has no order to keep.
    let _ = r.array(&mut |r| {
        keys.push(key(r.clone(), by));
        r.skip()
    });
    keys
}

fn key(mut r: Reader<'_>, by: &[&str]) -> Option<Key> {
    for name in by {
        r = r.peek_member(name).ok()??;
    }
    match r.peek().ok()? {
        Kind::String => Some(Key::Text(r.string().ok()?.into_owned())),
        _ => integer(&r)
            .map(Key::Int)
            .or_else(|| r.f64().ok().map(Key::Float)),
    }
}
