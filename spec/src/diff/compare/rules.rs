//! Rules that values keep: limits, patterns, order, time.

use std::cmp::Ordering;
use std::fmt;
use std::ptr;

use super::{At, Compare, became};
use crate::diff::kind::ChangeKind;
use crate::diff::kinds::members as kinds;
use crate::diff::kinds::types;
use crate::diff::view::form::{Form, Named, What};
use crate::diff::view::{View, read};
use crate::document::Document;
use crate::extension::{Extension, Order, Time};
use crate::schema::{End, integer_range, listed, parts};
use crate::span::Span;
use crate::value::{Member, Value};

/// Keywords that bound a text, and whether the bound is the upper one.
const TEXT: [(&str, bool); 3] = [
    ("minLength", false),
    ("maxLength", true),
    ("x-bindery-max-bytes", true),
];

/// Kinds of change of a limit and of a pattern.
struct Verdicts {
    limit: [&'static ChangeKind; 2],
    pattern: [&'static ChangeKind; 3],
}

/// A value that is checked before it is sent.
const VALUE: Verdicts = Verdicts {
    limit: [kinds::LIMIT_TIGHTENED, kinds::LIMIT_LOOSENED],
    pattern: [
        kinds::PATTERN_ADDED,
        kinds::PATTERN_REMOVED,
        kinds::PATTERN_CHANGED,
    ],
};

/// A type whose literals are checked by the compiler.
const TYPE: Verdicts = Verdicts {
    limit: [types::TEXT_TIGHTENED, types::TEXT_LOOSENED],
    pattern: [
        types::TEXT_PATTERN_ADDED,
        types::TEXT_PATTERN_REMOVED,
        types::TEXT_PATTERN_CHANGED,
    ],
};

impl<'d> Compare<'_, 'd> {
    /// The rules of a field: its schema, and the form that keeps some of them itself.
    pub(super) fn rules(
        &mut self,
        old: (&'d Value, &Form<'d>),
        new: (&'d Value, &Form<'d>),
        at: &At,
    ) {
        let from = &Said::of(self.old, self.old.resolve(old.0));
        let to = &Said::of(self.new, self.new.resolve(new.0));
        match (old.1, new.1) {
            (Form::Plain("String"), Form::Plain("String")) => {
                self.limits(&TEXT, from, to, &VALUE, at);
                self.pattern(from, to, &VALUE, at);
                self.listed_values((from, "String"), (to, "String"), at);
            }
            (Form::Plain(before), Form::Plain(after)) => {
                self.ranges((from.schema, before), (to.schema, after), at);
                self.past(from, to, at);
                self.listed_values((from, before), (to, after), at);
            }
            (Form::Named(before), Form::Named(after))
                if before.what == What::Text && after.what == What::Text =>
            {
                let from = &from.beyond(self.old, before);
                let to = &to.beyond(self.new, after);
                self.limits(&TEXT, from, to, &VALUE, at);
                self.pattern(from, to, &VALUE, at);
            }
            (Form::Named(_), Form::Named(_)) | (Form::Map(_), Form::Map(_)) => {
                self.json_bytes(from, to, at);
            }
            (Form::List { .. }, Form::List { .. }) => {
                self.json_bytes(from, to, at);
                self.order(from, to, at);
            }
            _ => {}
        }
    }

    /// The rules of a text type.
    pub(super) fn text_rules(&mut self, old: &'d Value, new: &'d Value, at: &At) {
        let (old, new) = (&Said::of(self.old, old), &Said::of(self.new, new));
        self.limits(&TEXT, old, new, &TYPE, at);
        self.pattern(old, new, &TYPE, at);
    }

    /// A text's own limit is a rule of its type; here it is the size of the whole value.
    fn json_bytes(&mut self, old: &Said<'d>, new: &Said<'d>, at: &At) {
        let text = |said: &Said<'d>| said.get("type").and_then(Value::as_str) == Some("string");
        if !text(old) && !text(new) {
            self.limits(&TEXT[2..], old, new, &VALUE, at);
        }
    }

    fn limits(
        &mut self,
        keys: &[(&str, bool)],
        old: &Said<'d>,
        new: &Said<'d>,
        verdicts: &Verdicts,
        at: &At,
    ) {
        for &(key, upper) in keys {
            let (before, after) = (old.get(key), new.get(key));
            let bound = |value: Option<&Value>| value.and_then(Value::as_f64);
            let tighter = match tightness(bound(before), bound(after), upper) {
                Ordering::Equal => continue,
                order => order == Ordering::Greater,
            };
            let [tightened, loosened] = verdicts.limit;
            let kind = if tighter { tightened } else { loosened };
            let detail = format!("{key} {}", became(number(before), number(after)));
            self.push(kind, &at_keyword(at, key, old, new), detail);
        }
    }

    /// The range of a number; a bound that its type keeps anyway is none.
    fn ranges(&mut self, old: (&'d Value, &str), new: (&'d Value, &str), at: &At) {
        for end in [End::Lower, End::Upper] {
            let before = range_end(self.old.doc, end, old);
            let after = range_end(self.new.doc, end, new);
            let kind = match tightness(before, after, end == End::Upper) {
                Ordering::Equal => continue,
                Ordering::Greater => kinds::LIMIT_TIGHTENED,
                Ordering::Less => kinds::LIMIT_LOOSENED,
            };
            let key = end.keywords()[0];
            let shown = |bound: Option<Bound>| {
                bound.map_or_else(|| "none".to_owned(), |bound| bound.to_string())
            };
            let detail = format!("{key} {}", became(shown(before), shown(after)));
            let (from, to) = (&Said::of(self.old, old.0), &Said::of(self.new, new.0));
            self.push(kind, &at_keyword(at, key, from, to), detail);
        }
    }

    fn pattern(&mut self, old: &Said<'d>, new: &Said<'d>, verdicts: &Verdicts, at: &At) {
        let pattern = |said: &Said<'d>| {
            let texts = said.members("pattern");
            let mut texts: Vec<_> = texts.filter_map(|it| it.value.as_str()).collect();
            texts.dedup();
            (!texts.is_empty()).then(|| texts.join(" and "))
        };
        let [added, removed, changed] = verdicts.pattern;
        let at = at_keyword(at, "pattern", old, new);
        match (pattern(old), pattern(new)) {
            (None, Some(new)) => self.push(added, &at, new),
            (Some(old), None) => self.push(removed, &at, old),
            (Some(old), Some(new)) => self.push_if(old != new, changed, &at, became(&old, &new)),
            (None, None) => {}
        }
    }

    /// Values that are listed, where no enum says them.
    fn listed_values(&mut self, old: (&Said<'d>, &str), new: (&Said<'d>, &str), at: &At) {
        let before = listed(self.old.doc, old.0.schema, old.1);
        let after = listed(self.new.doc, new.0.schema, new.1);
        let within = |one: &Option<Vec<String>>, other: &Option<Vec<String>>| match (one, other) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(one), Some(other)) => one.iter().all(|value| other.contains(value)),
        };
        let shown = |values: &Option<Vec<String>>| match values {
            Some(values) => values.join(", "),
            None => "any".to_owned(),
        };
        let detail = format!("enum {}", became(shown(&before), shown(&after)));
        let at = at_keyword(at, "enum", old.0, new.0);
        let tightened = !within(&before, &after);
        self.push_if(tightened, kinds::LIMIT_TIGHTENED, &at, &*detail);
        let loosened = !within(&after, &before);
        self.push_if(loosened, kinds::LIMIT_LOOSENED, &at, detail);
    }

    fn order(&mut self, old: &Said<'d>, new: &Said<'d>, at: &At) {
        let at = at_keyword(at, "x-bindery-order", old, new);
        let order = |said: &Said<'d>| {
            let order = said.extension::<Order>()?;
            let strict = if order.strict { ", strictly" } else { "" };
            Some(format!("by {}{strict}", order.by))
        };
        match (order(old), order(new)) {
            (None, Some(new)) => self.push(kinds::ORDER_ADDED, &at, new),
            (Some(old), None) => self.push(kinds::ORDER_REMOVED, &at, old),
            (Some(old), Some(new)) => {
                self.push_if(old != new, kinds::ORDER_CHANGED, &at, became(&old, &new));
            }
            (None, None) => {}
        }
    }

    fn past(&mut self, old: &Said<'d>, new: &Said<'d>, at: &At) {
        let past = |said: &Said<'d>| said.extension::<Time>().is_some_and(|time| time.before_now);
        let at = at_keyword(at, "x-bindery-time", old, new);
        let (before, after) = (past(old), past(new));
        self.push_if(!before && after, kinds::PAST_ADDED, &at, "");
        self.push_if(before && !after, kinds::PAST_REMOVED, &at, "");
    }
}

/// What is said of values: by a schema, and by the parts of its `allOf`, as the generator reads them.
#[derive(Clone)]
struct Said<'d> {
    schema: &'d Value,
    /// Those whose words count.
    parts: Vec<&'d Value>,
}

impl<'d> Said<'d> {
    /// Of the values of a schema beside `null`.
    fn of(view: &View<'d>, schema: &'d Value) -> Self {
        let schema = view.besides_null(schema);
        let parts = parts(view.doc, schema);
        Said { schema, parts }
    }

    /// What is said beyond the rules that a text type keeps.
    fn beyond(&self, view: &View<'d>, text: &Named<'d>) -> Self {
        let plain = ptr::eq(self.schema, text.schema) || self.schema.get("allOf").is_none();
        let kept = parts(view.doc, text.schema);
        let mut further = self.parts.clone();
        further.retain(|part| !plain && !kept.iter().any(|own| ptr::eq(*own, *part)));
        Said {
            schema: self.schema,
            parts: further,
        }
    }

    fn members(&self, key: &str) -> impl Iterator<Item = &'d Member> {
        self.parts.iter().filter_map(move |part| part.member(key))
    }

    /// The member that counts: of limits the tightest, of other words the first.
    fn member(&self, key: &str) -> Option<&'d Member> {
        let limit = TEXT.iter().find(|(name, _)| *name == key);
        self.members(key).reduce(|one, other| {
            let (first, second) = (one.value.as_f64(), other.value.as_f64());
            match limit {
                Some((_, upper)) if tightness(first, second, *upper) == Ordering::Greater => other,
                _ => one,
            }
        })
    }

    fn get(&self, key: &str) -> Option<&'d Value> {
        self.member(key).map(|member| &member.value)
    }

    fn extension<T: Extension>(&self) -> Option<T> {
        self.parts.iter().find_map(|part| read(part))
    }

    /// Where a keyword stands, or else the schema.
    fn span(&self, key: &str) -> Span {
        self.member(key)
            .map_or(self.schema.span, |member| member.key_span)
    }
}

fn at_keyword(at: &At, key: &str, old: &Said<'_>, new: &Said<'_>) -> At {
    At {
        old: Some(old.span(key)),
        new: Some(new.span(key)),
        ..at.clone()
    }
}

/// A bound of a number.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Bound {
    Whole(i128),
    Float(f64),
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Whole(bound) => bound.fmt(f),
            Bound::Float(bound) => bound.fmt(f),
        }
    }
}

/// `Greater` where the new bound lets less through.
fn tightness<T: PartialOrd>(old: Option<T>, new: Option<T>, upper: bool) -> Ordering {
    match (old, new) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(old), Some(new)) => {
            let order = new.partial_cmp(&old).unwrap_or(Ordering::Equal);
            if upper { order.reverse() } else { order }
        }
    }
}

/// An end of the range of a schema whose values have a type, where it lies inside those that the type has.
fn range_end(document: &Document, end: End, (schema, ty): (&Value, &str)) -> Option<Bound> {
    if ty.starts_with('f') {
        return end.float(document, schema, ty == "f32").map(Bound::Float);
    }
    let (low, high) = integer_range(ty)?;
    let idle = if end == End::Upper { high } else { low };
    let bound = end.integer(document, schema)?;
    ((low..=high).contains(&bound) && bound != idle).then_some(Bound::Whole(bound))
}

fn number(value: Option<&Value>) -> &str {
    value.and_then(Value::as_number).unwrap_or("none")
}
