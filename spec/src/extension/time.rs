//! `x-bindery-time`: an integer that is a point in time.

use crate::extension::Extension;
use crate::extension::fields::Fields;
use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

/// What an integer says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// What is counted since the Unix epoch.
    pub unit: TimeUnit,
    /// Whether the time must lie in the past when it is sent.
    pub before_now: bool,
    /// The extension's value.
    pub span: Span,
}

/// What a point in time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Seconds.
    Seconds,
    /// Milliseconds.
    Milliseconds,
}

const UNITS: [(&str, TimeUnit); 2] = [
    ("seconds", TimeUnit::Seconds),
    ("milliseconds", TimeUnit::Milliseconds),
];

impl Extension for Time {
    const KEY: &'static str = "x-bindery-time";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let mut fields = Fields::open(value, "`x-bindery-time`", &["unit", "before"], findings)?;
        let before = fields.get("before");
        let before = before.and_then(|value| fields.choice("before", value, &[("now", true)]));
        let unit = fields.required("unit")?;
        let unit = fields.choice("unit", unit, &UNITS)?;
        Some(Self {
            unit,
            before_now: before.unwrap_or(false),
            span: value.span,
        })
    }
}
