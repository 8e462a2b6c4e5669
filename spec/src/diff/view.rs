//! One document as the generator sees it: operations, forms of types, fields. Compares nothing and complains of nothing.

pub(super) mod choice;
mod circle;
pub(super) mod credentials;
mod defaults;
pub(super) mod errors;
pub(super) mod fields;
pub(super) mod form;
pub(super) mod links;
pub(super) mod operation;
mod parameter;
mod parts;
pub(super) mod replies;
mod standing;
mod template;
pub(super) mod uses;

use crate::document::Document;
use crate::extension::{Envelope, ErrorFamilies, Extension, RustName, Secret};
use crate::names::{chosen_camel, chosen_snake};
use crate::security::Security;
use crate::span::Span;
use crate::value::Value;
use uses::Uses;

/// A document and what all its operations share.
pub(super) struct View<'d> {
    pub(super) doc: &'d Document,
    pub(super) families: Option<ErrorFamilies>,
    pub(super) envelope: Option<Envelope>,
    pub(super) security: Security<'d>,
    pub(super) uses: Uses,
    /// The same before members that travel one way were taken out.
    pub(super) reached: Uses,
}

impl<'d> View<'d> {
    pub(super) fn new(doc: &'d Document) -> Self {
        let components = doc.root.get("components");
        let mut view = View {
            doc,
            families: components.and_then(read),
            envelope: read(&doc.root),
            security: Security::of(doc),
            uses: Uses::default(),
            reached: Uses::default(),
        };
        view.reached = uses::of(&view);
        view.uses = uses::of(&view);
        view
    }

    /// What a reference names, or the value itself.
    pub(super) fn resolve(&self, value: &'d Value) -> &'d Value {
        self.doc.resolve(value).unwrap_or(value)
    }
}

/// An extension, whatever is wrong with it left out.
pub(super) fn read<T: Extension>(owner: &Value) -> Option<T> {
    T::of(owner, &mut Vec::new())
}

/// `x-bindery-name`, where there is one.
pub(super) fn rust_name(owner: &Value) -> Option<String> {
    read::<RustName>(owner).map(|name| name.0.text)
}

/// `x-bindery-name` as the name of a type or variant.
pub(super) fn type_named(owner: &Value) -> Option<String> {
    rust_name(owner).map(chosen_camel)
}

/// `x-bindery-name` as the name of a field.
pub(super) fn field_named(owner: &Value) -> Option<String> {
    rust_name(owner).map(chosen_snake)
}

pub(super) fn is_secret(owner: &Value) -> bool {
    read::<Secret>(owner).is_some_and(|secret| secret.0)
}

pub(super) fn text<'v>(owner: &'v Value, key: &str) -> Option<&'v str> {
    owner.get(key)?.as_str()
}

pub(super) fn flag(owner: &Value, key: &str) -> bool {
    owner.get(key).and_then(Value::as_bool).unwrap_or_default()
}

/// The items of an array member; empty where there is none.
pub(super) fn items<'v>(owner: &'v Value, key: &str) -> &'v [Value] {
    owner.get(key).and_then(Value::as_array).unwrap_or_default()
}

/// What the document says about an object in words.
pub(super) fn docs(owner: &Value) -> &str {
    let words = text(owner, "description").or_else(|| text(owner, "title"));
    words.unwrap_or_default().trim()
}

/// Where a keyword stands, or else its owner.
pub(super) fn span_of(owner: &Value, key: &str) -> Span {
    owner
        .member(key)
        .map_or(owner.span, |member| member.key_span)
}
