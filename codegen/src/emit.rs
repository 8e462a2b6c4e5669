//! Representation to Rust text. Decides nothing about the API any more: every question was settled in `lower`.

mod api;
mod check;
mod choices;
mod construct;
mod decode;
mod defaults;
mod encode;
mod enums;
mod envelope;
mod errors;
mod fallback;
mod kinds;
mod links;
pub(crate) mod operation;
mod replies;
mod security;
mod servers;
mod service;
mod shown;
mod structs;
mod tagged;
mod texts;
mod types;
mod unions;

use crate::Options;
use crate::ir::{Api, Shape, TypeDef, TypeId, Uses};
use crate::source::Source;

/// What every part of the emission looks at.
pub(crate) struct Emit<'a> {
    api: &'a Api,
    options: &'a Options,
    origins: fallback::Origins<'a>,
    /// Whether values of a type can break rules, by type.
    checked: Vec<bool>,
    /// What type parameters are called: no type of the document is.
    parameter: Parameters,
    out: Source,
}

/// Names of type parameters.
struct Parameters {
    /// Of an id with what is known of its resource.
    handle: String,
    /// Of a required field's state, before its number.
    state: String,
}

impl Parameters {
    fn beside(api: &Api) -> Self {
        let free = |name: &str| {
            let taken = |def: &TypeDef| {
                let rest = def.name.strip_prefix(name);
                rest.is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
            };
            let taken = api.types.iter().any(taken);
            if taken {
                format!("__{name}")
            } else {
                name.to_owned()
            }
        };
        Parameters {
            handle: free("H"),
            state: free("F"),
        }
    }
}

/// All items of the bindings.
pub(crate) fn emit(api: &Api, options: &Options) -> String {
    let mut emit = Emit {
        api,
        options,
        origins: fallback::Origins::of(api),
        checked: check::checked_types(api),
        parameter: Parameters::beside(api),
        out: Source::default(),
    };
    emit.api_items();
    for operation in &api.operations {
        emit.operation(operation);
    }
    for (index, def) in api.types.iter().enumerate() {
        let spare = def.uses == Uses::default() && api.spare.contains(&index);
        if !spare {
            emit.type_items(TypeId(index), def);
        }
    }
    emit.incoming();
    for family in &api.families {
        emit.code_enum(family, None);
    }
    emit.code_families();
    emit.kinds();
    emit.field_markers();
    if options.server {
        emit.service();
    }
    emit.out.finish()
}

impl Emit<'_> {
    fn type_items(&mut self, id: TypeId, def: &TypeDef) {
        match &def.shape {
            Shape::Struct(made) => self.structure(id, def, made),
            Shape::Text(text) => self.text(id, def, text),
            Shape::Enum(made) => self.enumeration(id, def, made),
            Shape::Union(union) => self.union(id, def, union),
            Shape::Replies(replies) => self.replies(id, def, replies),
            Shape::Pending => {}
        }
    }

    fn encodes(&self, uses: Uses) -> bool {
        (uses.request && self.options.client) || (uses.reply && self.options.server)
    }

    fn decodes(&self, uses: Uses) -> bool {
        (uses.reply && (self.options.client || self.options.webhooks))
            || (uses.request && self.options.server)
    }
}
