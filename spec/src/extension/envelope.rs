//! `x-bindery-envelope`: the verdict inside the reply.

use crate::extension::fields::Fields;
use crate::extension::{Extension, Scalar};
use crate::finding::Finding;
use crate::pointer::{Pointer, Shape};
use crate::span::Span;
use crate::value::{Kind, Value};

/// Where a reply carries its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The member that says whether the call succeeded.
    pub success_at: Pointer,
    /// Its value when the call did.
    pub success_equals: Scalar,
    /// Where that value stands.
    pub equals_span: Span,
    /// Where the error code stands.
    pub code: Pointer,
    /// Where the message to people stands.
    pub message: Option<Pointer>,
    /// A second word on the verdict.
    pub status: Option<StatusField>,
    /// Further members that belong to the envelope.
    pub also: Vec<Pointer>,
    /// The extension's value.
    pub span: Span,
}

/// The member of an envelope that tells success from failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusField {
    /// Where it stands.
    pub at: Pointer,
    /// What it says of success.
    pub success: String,
    /// What it says of failure.
    pub failure: String,
    /// Where these two words stand.
    pub words: (Span, Span),
}

/// What an operation says about the envelope of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OperationEnvelope {
    /// `false`: its replies have none.
    Off(Span),
    /// Its replies have this one instead.
    Own(Box<Envelope>),
}

impl Envelope {
    /// Every pointer of the envelope, in the order of the vocabulary.
    pub fn pointers(&self) -> impl Iterator<Item = &Pointer> {
        let status = self.status.as_ref().map(|status| &status.at);
        [&self.success_at, &self.code]
            .into_iter()
            .chain(&self.message)
            .chain(status)
            .chain(&self.also)
    }
}

impl Extension for Envelope {
    const KEY: &'static str = "x-bindery-envelope";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["success", "code", "message", "status", "also"];
        let mut fields = Fields::open(value, "`x-bindery-envelope`", &known, findings)?;
        let code = fields.pointer("code", Shape::Member);
        let message = fields.optional_pointer("message", Shape::Member);
        let also = fields.pointers("also", Shape::Member);
        let success = fields.required("success");
        let status = fields.get("status");
        let status = status.and_then(|status| read_status(status, findings));
        let (success_at, success_equals, equals_span) = read_success(success?, findings)?;
        let (code, span) = (code?, value.span);
        Some(Self {
            success_at,
            success_equals,
            equals_span,
            code,
            message,
            status,
            also,
            span,
        })
    }
}

impl Extension for OperationEnvelope {
    const KEY: &'static str = Envelope::KEY;

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        match value.kind {
            Kind::Bool(false) => Some(Self::Off(value.span)),
            Kind::Bool(true) => {
                let message = "`x-bindery-envelope` is an envelope or `false`, never `true`";
                findings.push(
                    Finding::error("bad-value", value.span, message)
                        .help("leave it out to keep the envelope of the document"),
                );
                None
            }
            _ => Envelope::read(value, findings).map(|own| Self::Own(Box::new(own))),
        }
    }
}

fn read_success(value: &Value, findings: &mut Vec<Finding>) -> Option<(Pointer, Scalar, Span)> {
    let mut fields = Fields::open(value, "`success`", &["at", "equals"], findings)?;
    let at = fields.pointer("at", Shape::Member);
    let equals = fields.required("equals")?;
    let scalar = Scalar::from_value(equals);
    if scalar.is_none() {
        fields.wrong("equals", "an integer, a string or a boolean", equals);
    }
    Some((at?, scalar?, equals.span))
}

fn read_status(value: &Value, findings: &mut Vec<Finding>) -> Option<StatusField> {
    let mut fields = Fields::open(value, "`status`", &["at", "success", "failure"], findings)?;
    let at = fields.pointer("at", Shape::Member);
    let success = fields.required_text("success");
    let failure = fields.required_text("failure");
    let (success, failure) = (success?, failure?);
    Some(StatusField {
        at: at?,
        success: success.text,
        failure: failure.text,
        words: (success.span, failure.span),
    })
}
