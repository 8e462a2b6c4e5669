//! `x-bindery-order`: an array in ascending order.

use crate::extension::Extension;
use crate::extension::fields::Fields;
use crate::finding::Finding;
use crate::pointer::{Pointer, Shape};
use crate::span::Span;
use crate::value::Value;

/// What the items of an array are sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Where the sort key stands in each item; empty for the item itself.
    pub by: Pointer,
    /// Whether two items must not be equal.
    pub strict: bool,
    /// The extension's value.
    pub span: Span,
}

impl Extension for Order {
    const KEY: &'static str = "x-bindery-order";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let mut fields = Fields::open(value, "`x-bindery-order`", &["by", "strict"], findings)?;
        let by = fields.pointer("by", Shape::SelfOrMember);
        let strict = fields.flag("strict");
        Some(Self {
            by: by?,
            strict,
            span: value.span,
        })
    }
}
