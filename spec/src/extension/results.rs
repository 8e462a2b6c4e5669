//! `x-bindery-results`: one verdict for each item sent.

use crate::extension::errors::read_entries;
use crate::extension::fields::Fields;
use crate::extension::{Code, Extension, OperationError};
use crate::finding::Finding;
use crate::pointer::{Pointer, Shape};
use crate::span::Span;
use crate::value::Value;

/// How the verdicts of a reply belong to the items of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The array in the request.
    pub items: Pointer,
    /// The array in the reply, paired with the items by position.
    pub verdicts: Pointer,
    /// Where the code stands in each verdict; empty for the verdict itself.
    pub code: Pointer,
    /// A member that only verdicts on items that were done have.
    pub proof: Option<Pointer>,
    /// The codes that mean done; at least one.
    pub success: Vec<Code>,
    /// The codes that mean something else.
    pub errors: Vec<OperationError>,
    /// The extension's value.
    pub span: Span,
}

impl Extension for Results {
    const KEY: &'static str = "x-bindery-results";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["items", "verdicts", "code", "proof", "success", "errors"];
        let mut fields = Fields::open(value, "`x-bindery-results`", &known, findings)?;
        let items = fields.pointer("items", Shape::Member);
        let verdicts = fields.pointer("verdicts", Shape::Member);
        let code = fields.pointer("code", Shape::SelfOrMember);
        let proof = fields.optional_pointer("proof", Shape::Member);
        let success = read_success(&mut fields);
        let what = "`errors` of `x-bindery-results`";
        let errors = fields.get("errors");
        let errors = errors.and_then(|errors| read_entries(errors, what, findings));
        Some(Self {
            items: items?,
            verdicts: verdicts?,
            code: code?,
            proof,
            success: success?,
            errors: errors.unwrap_or_default(),
            span: value.span,
        })
    }
}

fn read_success(fields: &mut Fields<'_, '_>) -> Option<Vec<Code>> {
    let list = fields.required("success")?;
    let items = fields.items("success");
    if items.is_empty() && list.as_array().is_some() {
        let message = "`success` of `x-bindery-results` lists no code, so nothing could succeed";
        fields
            .findings
            .push(Finding::error("bad-value", list.span, message));
    }
    let codes = items.iter().filter_map(|item| {
        let value = fields.code("success", item)?;
        Some(Code {
            value,
            span: item.span,
        })
    });
    let codes: Vec<_> = codes.collect();
    (!codes.is_empty()).then_some(codes)
}
