//! What is said of items that the document does not describe, so that users may forbid `missing_docs`.

use std::borrow::Cow;

use crate::ir::{Api, ErrorSet, Field, Type, TypeDef, TypeId};

/// The document's words, or else the name on the wire.
pub(super) fn text<'a>(docs: &'a str, wire: &str) -> Cow<'a, str> {
    or(docs, || format!("`{wire}`"))
}

pub(super) fn field(field: &Field) -> Cow<'_, str> {
    text(&field.docs, field.label())
}

pub(super) fn ty<'a>(api: &Api, id: TypeId, def: &'a TypeDef) -> Cow<'a, str> {
    or(&def.docs, || {
        let replies = |ty: Option<&Type>| ty == Some(&Type::Named(id));
        let operation = api
            .operations
            .iter()
            .find(|operation| operation.request == id || replies(operation.reply.as_ref()));
        match operation {
            Some(operation) if operation.request == id => {
                format!("The operation `{}`.", operation.id)
            }
            Some(operation) => format!("The reply to `{}`.", operation.id),
            None => format!("`{}`, which the document does not describe.", def.name),
        }
    })
}

pub(super) fn errors<'a>(api: &Api, set: &'a ErrorSet) -> Cow<'a, str> {
    or(&set.docs, || {
        for operation in &api.operations {
            if operation.errors.name == set.name {
                return format!("Why `{}` was refused.", operation.id);
            }
            let items = operation.results.as_ref().map(|results| &results.errors);
            if items.is_some_and(|items| items.name == set.name) {
                return format!("Why one item of `{}` was refused.", operation.id);
            }
        }
        "Error codes of the service.".to_owned()
    })
}

fn or(docs: &str, otherwise: impl FnOnce() -> String) -> Cow<'_, str> {
    if docs.trim().is_empty() {
        Cow::Owned(otherwise())
    } else {
        Cow::Borrowed(docs)
    }
}
