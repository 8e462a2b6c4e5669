//! `x-bindery-applies`: which kinds of a resource an operation takes.

use crate::extension::fields::Fields;
use crate::extension::{Code, Extension, Name};
use crate::finding::Finding;
use crate::pointer::{Pointer, Shape};
use crate::span::Span;
use crate::value::Value;

/// The kinds of a resource an operation takes, and what the others get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applies {
    /// The name of the enum schema, under `components/schemas`, that lists all kinds.
    pub kinds: Name,
    /// The property of the request that names the resource.
    pub of: Pointer,
    /// The kinds the operation takes; at least one.
    pub takes: Vec<Name>,
    /// The code that the others get.
    pub code: Code,
    /// The extension's value.
    pub span: Span,
}

const SCHEMAS: &str = "#/components/schemas/";

impl Extension for Applies {
    const KEY: &'static str = "x-bindery-applies";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["kinds", "of", "takes", "code"];
        let mut fields = Fields::open(value, "`x-bindery-applies`", &known, findings)?;
        let kinds = read_kinds(&mut fields);
        let of = fields.pointer("of", Shape::Member);
        let takes = read_takes(&mut fields);
        let code = fields.required("code")?;
        let code = fields.code("code", code).map(|value| Code {
            value,
            span: code.span,
        });
        Some(Self {
            kinds: kinds?,
            of: of?,
            takes: takes?,
            code: code?,
            span: value.span,
        })
    }
}

fn read_kinds(fields: &mut Fields<'_, '_>) -> Option<Name> {
    let Name { text, span } = fields.required_text("kinds")?;
    let name = text
        .strip_prefix(SCHEMAS)
        .filter(|name| !name.is_empty() && !name.contains('/'));
    if name.is_none() {
        let message = format!("`kinds` of `x-bindery-applies` must name a schema, not `{text}`");
        let finding = Finding::error("bad-value", span, message);
        fields
            .findings
            .push(finding.help(format!("write it as \"{SCHEMAS}Name\"")));
    }
    Some(Name {
        text: name?.to_owned(),
        span,
    })
}

fn read_takes(fields: &mut Fields<'_, '_>) -> Option<Vec<Name>> {
    let list = fields.required("takes")?;
    let takes = fields.texts("takes");
    if takes.is_empty() && list.as_array().is_some_and(<[_]>::is_empty) {
        let message = "`takes` of `x-bindery-applies` is empty, so nothing could be asked for";
        fields
            .findings
            .push(Finding::error("bad-value", list.span, message));
    }
    (!takes.is_empty()).then_some(takes)
}
