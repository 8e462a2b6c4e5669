//! The representation between document and Rust text: resolved, named, checked.
//! Plain data without references into the document; every name in it is a valid, unique Rust identifier.

mod errors;
mod hidden;
mod link;
mod operation;
mod replies;
mod security;
mod server;
mod types;

use std::collections::{BTreeMap, HashSet};

pub(crate) use bindery_spec::parameter::Style;
pub(crate) use errors::{CodeFamily, ErrorRow, ErrorSet, FamilyRef, FamilyRows, Status};
pub(crate) use link::{Given, Link, Reading, Step, Taken, To};
pub(crate) use operation::{
    Applies, BodyFormat, EnvelopeUse, Key, KeyStep, Operation, Resend, Results,
};
pub(crate) use replies::{Replies, Success};
pub(crate) use security::{Combination, Credentials, Keyring, Kind as SchemeKind, Scheme};
pub(crate) use server::{OperationServers, Server, ServerTemplate, ServerValues, ServerVariable};
pub(crate) use types::{
    Absent, Enum, Field, Place, Rule, Shape, Standing, Struct, Tagging, Text, Type, TypeDef,
    TypeId, Union, UnionVariant, Uses, Variant,
};

/// What is generated from one document.
#[derive(Debug, Default)]
pub(crate) struct Api {
    /// The API's title.
    pub(crate) title: String,
    /// The marker type.
    pub(crate) marker: String,
    pub(crate) docs: String,
    pub(crate) servers: Vec<Server>,
    pub(crate) server_templates: Vec<ServerTemplate>,
    pub(crate) operation_servers: OperationServers,
    pub(crate) credentials: Credentials,
    pub(crate) envelope: Option<Envelope>,
    pub(crate) types: Vec<TypeDef>,
    /// Indices of types that were made for what became a fallback; others may use them all the same.
    pub(crate) spare: HashSet<usize>,
    /// Families that are a variant of some operation's error.
    pub(crate) families: Vec<ErrorSet>,
    /// All families, which are asked for codes that an operation does not list; none where no reply carries a code.
    pub(crate) code_families: Vec<CodeFamily>,
    pub(crate) kinds: BTreeMap<String, Kind>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) incoming: Vec<Incoming>,
}

impl Api {
    /// Whether a type is a union of types that [`is_scalar`](Self::is_scalar).
    pub(crate) fn is_scalar_union(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => match &self.types[id.0].shape {
                Shape::Union(Union {
                    tagging: Tagging::None,
                    variants,
                    ..
                }) => variants.iter().all(|variant| self.is_scalar(&variant.ty)),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether one word or number is the whole value of a type.
    pub(crate) fn is_scalar(&self, ty: &Type) -> bool {
        match ty {
            Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::String
            | Type::Foreign(_)
            | Type::Seconds
            | Type::Millis => true,
            Type::Named(id) => {
                matches!(self.types[id.0].shape, Shape::Text(_) | Shape::Enum(_))
            }
            _ => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Envelope {
    pub(crate) success_at: Vec<String>,
    pub(crate) success_equals: Literal,
    pub(crate) code: Vec<String>,
    pub(crate) message: Option<Vec<String>>,
    pub(crate) status: Option<(Vec<String>, String, String)>,
    pub(crate) also: Vec<Vec<String>>,
}

/// What the service sends by itself.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) ty: Type,
    /// Whether the type has the name already.
    pub(crate) own: bool,
}

/// A value written in the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Bool(bool),
    Int(i64),
    Str(String),
}

impl Literal {
    /// The value without quotes.
    pub(crate) fn plain(&self) -> String {
        match self {
            Literal::Bool(value) => value.to_string(),
            Literal::Int(value) => value.to_string(),
            Literal::Str(text) => text.clone(),
        }
    }
}

/// One kind of a resource, for `x-bindery-applies`.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) wire: String,
    pub(crate) docs: String,
}
