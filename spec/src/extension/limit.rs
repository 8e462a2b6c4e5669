//! `x-bindery-limit`: how often an operation may be called.

use crate::extension::Extension;
use crate::extension::fields::Fields;
use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

/// A call rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// At most so many calls, at least 1,
    pub calls: u32,
    /// in so many seconds, at least 1.
    pub seconds: u32,
    /// The extension's value.
    pub span: Span,
}

impl Extension for Limit {
    const KEY: &'static str = "x-bindery-limit";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["calls", "seconds"];
        let mut fields = Fields::open(value, "`x-bindery-limit`", &known, findings)?;
        let [calls, seconds] = known.map(|key| {
            let value = fields.required(key)?;
            fields.positive(key, value)
        });
        Some(Self {
            calls: calls?,
            seconds: seconds?,
            span: value.span,
        })
    }
}
