//! The least and the greatest number a schema allows: `minimum`, `maximum` and their exclusive forms, that of `OpenAPI` 3.0 (a flag)
//! and that of JSON Schema (a number).

use super::parts::keyword;
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

    /// The bound itself where it is allowed, and the one that is not.
    fn said<'d>(
        self,
        document: &'d Document,
        schema: &'d Value,
    ) -> (Option<&'d Value>, Option<&'d Value>) {
        let [plain, exclusive] = self.keywords();
        let plain = keyword(document, schema, plain);
        let exclusive = keyword(document, schema, exclusive);
        match exclusive.and_then(Value::as_bool) {
            Some(true) => (None, plain),
            Some(false) => (plain, None),
            None => (plain, exclusive),
        }
    }

    /// The last integer that a schema allows.
    pub fn integer(self, document: &Document, schema: &Value) -> Option<i128> {
        let (plain, exclusive) = self.said(document, schema);
        let plain = plain.and_then(|value| self.whole(value, false));
        let exclusive = exclusive.and_then(|value| self.whole(value, true));
        match (plain, exclusive) {
            (Some(plain), Some(exclusive)) => Some(self.tighter(plain, exclusive)),
            (one, other) => one.or(other),
        }
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
        let (plain, exclusive) = self.said(document, schema);
        let plain = plain.and_then(Value::as_f64);
        let exclusive = exclusive.and_then(Value::as_f64);
        match (plain, exclusive.map(|bound| self.beyond(bound, single))) {
            (Some(plain), Some(exclusive)) => Some(self.tighter(plain, exclusive)),
            (one, other) => one.or(other),
        }
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
