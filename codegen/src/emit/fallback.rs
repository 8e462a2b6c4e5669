//! What is said of items that the document does not describe, so that users may forbid `missing_docs`.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::docs::code;
use crate::ir::{Api, ErrorSet, Field, Operation, Place, Struct, Type, TypeDef, TypeId};

/// The document's words, or else the name on the wire.
pub(super) fn text<'a>(docs: &'a str, wire: &str) -> Cow<'a, str> {
    or(docs, || code(wire))
}

pub(super) fn field(field: &Field) -> Cow<'_, str> {
    let docs = text(&field.docs, field.label());
    match default(field) {
        Some(default) => Cow::Owned(format!("{docs}\n\n{default}")),
        None => docs,
    }
}

/// The sentence that names the default of a member.
pub(super) fn default(field: &Field) -> Option<String> {
    let absent = field.absent.as_ref()?;
    let shown = Some(&absent.shown).filter(|shown| !field.required && !shown.is_empty())?;
    Some(format!("Default: {}.", code(shown)))
}

/// What operations made types and error sets for; the first one counts.
pub(super) struct Origins<'a> {
    requests: HashMap<TypeId, &'a Operation>,
    replies: HashMap<TypeId, &'a Operation>,
    errors: HashMap<&'a str, Refused<'a>>,
}

/// What was refused, by the operation's name.
enum Refused<'a> {
    Operation(&'a str),
    Item(&'a str),
}

impl<'a> Origins<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut origins = Origins {
            requests: HashMap::new(),
            replies: HashMap::new(),
            errors: HashMap::new(),
        };
        for operation in &api.operations {
            origins.add(operation);
        }
        origins
    }

    fn add(&mut self, operation: &'a Operation) {
        self.requests.entry(operation.request).or_insert(operation);
        if let Some(Type::Named(reply)) = operation.reply {
            self.replies.entry(reply).or_insert(operation);
        }
        let refused = Refused::Operation(&operation.id);
        self.errors.entry(&operation.errors.name).or_insert(refused);
        if let Some(results) = &operation.results {
            let refused = Refused::Item(&operation.id);
            self.errors.entry(&results.errors.name).or_insert(refused);
        }
    }

    /// Whether a request is written as a body, be it one without members.
    pub(super) fn is_body(&self, id: TypeId, made: &Struct) -> bool {
        let sent = self.requests.get(&id).is_some_and(|it| it.body.is_some());
        sent && made
            .fields
            .iter()
            .all(|field| field.place != Place::WholeBody)
    }

    pub(super) fn ty<'d>(&self, id: TypeId, def: &'d TypeDef) -> Cow<'d, str> {
        or(&def.docs, || {
            match (self.requests.get(&id), self.replies.get(&id)) {
                (Some(operation), _) => format!("The operation {}.", code(&operation.id)),
                (None, Some(operation)) => format!("The reply to {}.", code(&operation.id)),
                (None, None) => format!("`{}`, which the document does not describe.", def.name),
            }
        })
    }

    pub(super) fn errors<'d>(&self, set: &'d ErrorSet) -> Cow<'d, str> {
        or(&set.docs, || match self.errors.get(&*set.name) {
            Some(Refused::Operation(id)) => format!("Why {} was refused.", code(id)),
            Some(Refused::Item(id)) => format!("Why one item of {} was refused.", code(id)),
            None => "Error codes of the service.".to_owned(),
        })
    }
}

fn or(docs: &str, otherwise: impl FnOnce() -> String) -> Cow<'_, str> {
    if docs.trim().is_empty() {
        Cow::Owned(otherwise())
    } else {
        Cow::Borrowed(docs)
    }
}
