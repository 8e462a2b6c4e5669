//! The least and the greatest number a schema allows: `minimum`, `maximum` and their exclusive forms, that of `OpenAPI` 3.0 (a flag)
//! and that of JSON Schema (a number).

use super::parts::parts;
use crate::document::Document;
use crate::value::Value;

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The least value.
    Lower,
    /// The greatest value.
    Upper,
}

impl End {
    /// The keywords that set it: the one whose bound is allowed itself first.
    pub fn keywords(self) -> [&'static str; 2] {
        match self {
            End::Lower => ["minimum", "exclusiveMinimum"],
            End::Upper => ["maximum", "exclusiveMaximum"],
        }
    }

    /// The tighter of two bounds.
    fn tighter<T: PartialOrd>(self, one: T, other: T) -> T {
        if (one > other) == (self == End::Lower) {
            one
        } else {
            other
        }
    }

    /// The bound of one schema itself where it is allowed, and the one that is not.
    fn said(self, schema: &Value) -> (Option<&Value>, Option<&Value>) {
        let [plain, exclusive] = self.keywords().map(|key| schema.get(key));
        match exclusive.and_then(Value::as_bool) {
            Some(true) => (None, plain),
            Some(false) => (plain, None),
            None => (plain, exclusive),
        }
    }

    /// The tightest bound of a schema and the parts of its `allOf`.
    fn tightest<T: PartialOrd>(
        self,
        document: &Document,
        schema: &Value,
        bounds: impl Fn(Option<&Value>, Option<&Value>) -> [Option<T>; 2],
    ) -> Option<T> {
        let whole = parts(document, schema).into_iter();
        let each = whole.flat_map(|part| {
            let (plain, exclusive) = self.said(part);
            bounds(plain, exclusive)
        });
        each.flatten().reduce(|one, other| self.tighter(one, other))
    }

    /// The last integer that a schema allows.
    pub fn integer(self, document: &Document, schema: &Value) -> Option<i128> {
        self.tightest(document, schema, |plain, exclusive| {
            let plain = plain.and_then(|value| self.whole(value, false));
            let exclusive = exclusive.and_then(|value| self.whole(value, true));
            [plain, exclusive]
        })
    }

    /// The integer next to a bound, inside.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what is too large saturates, beyond every type of values"
    )]
    fn whole(self, value: &Value, exclusive: bool) -> Option<i128> {
        let inside = if self == End::Lower { 1 } else { -1 };
        if let Some(whole) = value.as_integer() {
            return whole.checked_add(if exclusive { inside } else { 0 });
        }
        let bound = value.as_f64()?;
        let next = match self {
            End::Lower => bound.ceil(),
            End::Upper => bound.floor(),
        };
        let step = exclusive && next.total_cmp(&bound).is_eq();
        (next as i128).checked_add(if step { inside } else { 0 })
    }

    /// The last number that a schema allows, among those of 64 bits or of 32.
    pub fn float(self, document: &Document, schema: &Value, single: bool) -> Option<f64> {
        self.tightest(document, schema, |plain, exclusive| {
            let exclusive = exclusive.and_then(Value::as_f64);
            let exclusive = exclusive.map(|bound| self.beyond(bound, single));
            [plain.and_then(Value::as_f64), exclusive]
        })
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the nearest number of 32 bits is meant"
    )]
    fn beyond(self, bound: f64, single: bool) -> f64 {
        match (self, single) {
            (End::Lower, false) => bound.next_up(),
            (End::Upper, false) => bound.next_down(),
            (End::Lower, true) => (bound as f32).next_up().into(),
            (End::Upper, true) => (bound as f32).next_down().into(),
        }
    }
}
