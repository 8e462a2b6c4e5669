//! `x-bindery-retry`: whether an operation may be sent again.

use crate::extension::Extension;
use crate::extension::fields::Fields;
use crate::finding::Finding;
use crate::pointer::{Pointer, Shape};
use crate::span::Span;
use crate::value::Value;

/// Whether, and under what condition, a request may be sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retry {
    /// The class.
    pub class: ResendClass,
    /// What makes a repetition recognisable; set where the class is [`Keyed`](ResendClass::Keyed).
    pub key: Option<Pointer>,
    /// How long the service remembers a key.
    pub seconds: Option<u32>,
    /// How the caller finds out what became of a request.
    pub description: Option<String>,
    /// The extension's value.
    pub span: Span,
}

/// What sending a request twice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResendClass {
    /// Nothing that sending it once had not done.
    Safe,
    /// The same, while every key is set.
    Keyed,
    /// It may do the work twice: after an unknown outcome the caller must look first.
    ResolveFirst,
}

const CLASSES: [(&str, ResendClass); 3] = [
    ("safe", ResendClass::Safe),
    ("keyed", ResendClass::Keyed),
    ("resolve-first", ResendClass::ResolveFirst),
];

impl Extension for Retry {
    const KEY: &'static str = "x-bindery-retry";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["class", "key", "seconds", "description"];
        let mut fields = Fields::open(value, "`x-bindery-retry`", &known, findings)?;
        let key = fields.optional_pointer("key", Shape::Each);
        let seconds = fields.get("seconds");
        let seconds = seconds.and_then(|value| fields.positive("seconds", value));
        let description = fields.text("description").map(|name| name.text);
        let class = fields.required("class")?;
        let class = fields.choice("class", class, &CLASSES)?;
        if class == ResendClass::Keyed {
            fields.required("key")?;
        }
        Some(Self {
            class,
            key,
            seconds,
            description,
            span: value.span,
        })
    }
}
