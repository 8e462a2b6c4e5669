//! The components of a document, each with all that it is made of.

use crate::document::Document;
use crate::pointer;
use crate::schema::component::Component;
use crate::schema::parts::parts;
use crate::span::Span;
use crate::value::{Kind, Member, Value};

/// A component, and all that it is made of.
pub(super) struct Whole<'d> {
    pub(super) name: &'d str,
    pub(super) schema: &'d Value,
    at: Span,
    pub(super) parts: Vec<&'d Value>,
}

impl Whole<'_> {
    pub(super) fn reference(&self) -> Value {
        let text = format!("#/components/schemas/{}", pointer::escape(self.name));
        let text = Value {
            span: self.at,
            kind: Kind::String(text.into()),
        };
        reference(&text)
    }
}

/// A schema that refers to what a text names.
pub(super) fn reference(text: &Value) -> Value {
    let span = text.span;
    let member = Member {
        key: "$ref".into(),
        key_span: span,
        value: text.clone(),
    };
    let kind = Kind::Object(vec![member]);
    Value { span, kind }
}

pub(super) fn components(document: &Document) -> Vec<Whole<'_>> {
    let schemas = document.root.get("components");
    let schemas = schemas.and_then(|it| it.get("schemas"));
    let members = schemas.and_then(Value::as_object).unwrap_or_default();
    let named = members.iter().filter_map(|member| {
        let schema = Component::named(document, &member.key)?.schema;
        Some(Whole {
            name: &member.key,
            schema,
            at: member.key_span,
            parts: parts(document, schema),
        })
    });
    named.collect()
}
