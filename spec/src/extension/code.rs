//! The values codes and verdicts have on the wire. No meaning is attached to them here.

use std::fmt;

use crate::span::Span;
use crate::value::{Kind, Value};

/// An error code as the wire has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeValue {
    /// An integer.
    Int(i64),
    /// A string.
    Str(String),
}

/// An error code and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub value: CodeValue,
    /// The number or string in the document.
    pub span: Span,
}

/// What a member of a reply is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// An integer.
    Int(i64),
    /// A string.
    Str(String),
    /// `true` or `false`.
    Bool(bool),
}

impl CodeValue {
    /// The code a value is, if it is an integer or a string.
    pub fn from_value(value: &Value) -> Option<Self> {
        match &value.kind {
            Kind::String(text) => Some(Self::Str(text.to_string())),
            _ => value.as_i64().map(Self::Int),
        }
    }
}

impl fmt::Display for CodeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(code) => code.fmt(f),
            Self::Str(code) => code.fmt(f),
        }
    }
}

impl Scalar {
    /// The scalar a value is; `None` for anything but an integer, a string or a Boolean.
    pub fn from_value(value: &Value) -> Option<Self> {
        match &value.kind {
            Kind::String(text) => Some(Self::Str(text.to_string())),
            Kind::Bool(flag) => Some(Self::Bool(*flag)),
            _ => value.as_i64().map(Self::Int),
        }
    }
}
