//! The JSON tree with positions. Plain data: no rule of `OpenAPI` is known here.

use crate::integer::integer;
use crate::pointer;
use crate::span::Span;

/// A JSON value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The bytes of the value, quotes and brackets included.
    pub span: Span,
    /// What the value is.
    pub kind: Kind,
}

/// What a [`Value`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was written, so that no digit is lost.
    Number(Box<str>),
    /// A string, its escapes undone.
    String(Box<str>),
    /// An array.
    Array(Vec<Value>),
    /// An object: its members in the order of the file, repeated keys included.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The key, its escapes undone.
    pub key: Box<str>,
    /// The bytes of the key, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

impl Value {
    /// `null` at the start of the document, in place of a tree that could not be read.
    pub(crate) fn null() -> Self {
        Value {
            span: Span::start_of_file(),
            kind: Kind::Null,
        }
    }

    /// Has every span name its file. Recursion goes as deep as the text is nested, which its reader limits.
    pub(crate) fn stamp(&mut self, file: u16) {
        self.span.file = file;
        match &mut self.kind {
            Kind::Array(items) => items.iter_mut().for_each(|item| item.stamp(file)),
            Kind::Object(members) => {
                for member in members {
                    member.key_span.file = file;
                    member.value.stamp(file);
                }
            }
            _ => {}
        }
    }

    /// The value of the member `key`; `None` where there is no such member or this is no object.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.member(key).map(|member| &member.value)
    }

    /// The member `key`, the first where a document repeats it.
    pub fn member(&self, key: &str) -> Option<&Member> {
        self.as_object()?.iter().find(|member| &*member.key == key)
    }

    /// The value at a JSON Pointer such as `/paths/~1users/get`; the empty pointer is this value.
    pub fn at(&self, pointer: &str) -> Option<&Value> {
        let mut value = self;
        for token in pointer::tokens(pointer)? {
            value = value.child(&token)?;
        }
        Some(value)
    }

    /// The member or item that one token of a JSON Pointer names.
    pub(crate) fn child(&self, token: &str) -> Option<&Value> {
        match &self.kind {
            Kind::Object(_) => self.get(token),
            Kind::Array(items) => items.get(pointer::array_index(token)?),
            _ => None,
        }
    }

    /// Whether both are the same JSON, wherever they stand. The order of members counts, and so do the digits of numbers.
    pub fn equals(&self, other: &Value) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Array(left), Kind::Array(right)) => {
                left.len() == right.len()
                    && left.iter().zip(right).all(|(one, two)| one.equals(two))
            }
            (Kind::Object(left), Kind::Object(right)) => {
                let same = |(one, two): (&Member, &Member)| {
                    one.key == two.key && one.value.equals(&two.value)
                };
                left.len() == right.len() && left.iter().zip(right).all(same)
            }
            (left, right) => left == right,
        }
    }

    /// Whether both are the same value: numbers by what they are worth, members in any order.
    pub(crate) fn is_same(&self, other: &Value) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Number(one), Kind::Number(two)) => {
                let whole = self.as_integer().zip(other.as_integer());
                let float = self.as_f64().zip(other.as_f64());
                let equal = || float.is_some_and(|(one, two)| one.total_cmp(&two).is_eq());
                one == two || whole.map_or_else(equal, |(one, two)| one == two)
            }
            (Kind::Array(one), Kind::Array(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.is_same(two))
            }
            (Kind::Object(one), Kind::Object(two)) => {
                let same = |member: &Member| other.get(&member.key);
                let same =
                    |member: &Member| same(member).is_some_and(|it| member.value.is_same(it));
                one.len() == two.len() && one.iter().all(same)
            }
            (one, two) => one == two,
        }
    }

    /// The string, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The Boolean, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            Kind::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The number, if it is an integer that fits. `3.0` and `3e0` are integers, as JSON Schema has it.
    pub fn as_integer(&self) -> Option<i128> {
        integer(self.as_number()?)
    }

    /// The number, if it is an integer that fits. `3.0` and `3e0` are integers, as JSON Schema has it.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_integer()?.try_into().ok()
    }

    /// The number, if it is an integer that fits. `3.0` and `3e0` are integers, as JSON Schema has it.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_integer()?.try_into().ok()
    }

    /// The number, rounded to the nearest `f64`; `None` where it is beyond every finite one.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number()?
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())
    }

    /// The number as it was written, if this is one.
    pub fn as_number(&self) -> Option<&str> {
        match &self.kind {
            Kind::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if this is an array.
    pub fn as_array(&self) -> Option<&[Value]> {
        match &self.kind {
            Kind::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if this is an object.
    pub fn as_object(&self) -> Option<&[Member]> {
        match &self.kind {
            Kind::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The JSON name of the value's type: `object`, `array`, `string`, `number`, `boolean` or `null`.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "boolean",
            Kind::Number(_) => "number",
            Kind::String(_) => "string",
            Kind::Array(_) => "array",
            Kind::Object(_) => "object",
        }
    }

    /// The type with its article, for messages: `an object`, `a string`, `null`.
    pub(crate) fn described(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "an array",
            Kind::Object(_) => "an object",
        }
    }
}
