//! What parameters and forms are in JSON, for the server that reads them from words.

use crate::emit::Emit;
use crate::ir::{
    Credentials, Field, Operation, Place, SchemeKind, Shape, Struct, Style, Type, TypeId,
};
use crate::source::{fill, quoted, quoted_list};

impl Emit<'_> {
    /// The shape of a parameter.
    pub(super) fn parameter_shape(&self, operation: &Operation, field: &Field) -> String {
        let deep = field.style == Style::DeepObject;
        match &field.ty {
            Type::Map(value) => fill!(
                "__rt::server::Shape::Map { but: $others, values: &$value }",
                others = quoted_list(&self.others(operation, field)),
                value = self.below(value, deep, &mut Vec::new())
            ),
            ty => self.shape(ty, deep, &mut Vec::new()),
        }
    }

    /// The shape of a form: its members are words, lists of words, or JSON.
    pub(super) fn form_shape(&self, made: &Struct) -> String {
        let whole = made
            .fields
            .iter()
            .find(|field| field.place == Place::WholeBody);
        match whole.map(|field| &field.ty) {
            Some(ty) => self.shape(ty, false, &mut Vec::new()),
            None => self.members(made, false, &mut Vec::new()),
        }
    }

    /// The shape of a form of parts: its members are words, JSON, files, or lists of these.
    pub(super) fn multipart_shape(&self, made: &Struct) -> String {
        let whole = made
            .fields
            .iter()
            .find(|field| field.place == Place::WholeBody);
        match whole.map(|field| &field.ty) {
            None => self.parts(made),
            Some(Type::Named(id)) => match &self.api.types[id.0].shape {
                Shape::Struct(made) => self.parts(made),
                _ => ANY.to_owned(),
            },
            Some(Type::Map(value)) => {
                let values = self.part(value);
                format!("__rt::server::Shape::Map {{ but: &[], values: &{values} }}")
            }
            Some(_) => ANY.to_owned(),
        }
    }

    fn parts(&self, made: &Struct) -> String {
        let fields = made.fields.iter();
        let fields = fields.filter(|field| field.place == Place::Body);
        let members =
            fields.map(|field| format!("({}, {}),", quoted(&field.wire), self.part(&field.ty)));
        format!(
            "__rt::server::Shape::Object(&[{}])",
            members.collect::<String>()
        )
    }

    fn part(&self, ty: &Type) -> String {
        match ty {
            Type::Nullable(inner) | Type::Boxed(inner) => self.part(inner),
            Type::List { item, .. } => format!("__rt::server::Shape::Items(&{})", self.word(item)),
            ty => self.word(ty),
        }
    }

    /// The names in the query that are not for a parameter that takes any.
    fn others<'o>(&'o self, operation: &'o Operation, field: &Field) -> Vec<&'o str> {
        let Shape::Struct(made) = &self.api.types[operation.request.0].shape else {
            return Vec::new();
        };
        let fields = made.fields.iter();
        let fields = fields.filter(|it| it.place == Place::Query && it.name != field.name);
        let members = fields.flat_map(|field| match (&field.ty, field.style) {
            (Type::Named(id), Style::Form { explode: true, .. }) => self.member_names(*id),
            _ => vec![&*field.wire],
        });
        let constants = operation.constants.iter();
        let constants = constants.filter(|(place, ..)| *place == Place::Query);
        let constants = constants.map(|(_, name, _)| &**name);
        let signed = match &self.api.credentials {
            Credentials::None => Vec::new(),
            Credentials::One(kind) => signed(kind),
            Credentials::Several(keyring) => {
                let schemes = keyring.schemes.iter();
                schemes.flat_map(|scheme| signed(&scheme.kind)).collect()
            }
        };
        members.chain(constants).chain(signed).collect()
    }

    fn member_names(&self, id: TypeId) -> Vec<&str> {
        match &self.api.types[id.0].shape {
            Shape::Struct(made) => made.fields.iter().map(|field| &*field.wire).collect(),
            _ => Vec::new(),
        }
    }

    /// The shape of a whole value; `open` are the structs around it.
    fn shape(&self, ty: &Type, deep: bool, open: &mut Vec<TypeId>) -> String {
        match ty {
            Type::List { item, .. } => {
                format!(
                    "__rt::server::Shape::Items(&{})",
                    self.below(item, deep, open)
                )
            }
            Type::Map(value) => fill!(
                "__rt::server::Shape::Map { but: &[], values: &$value }",
                value = self.below(value, deep, open)
            ),
            Type::Nullable(inner) | Type::Boxed(inner) => self.shape(inner, deep, open),
            Type::Named(id) => match &self.api.types[id.0].shape {
                // Below itself, a struct is read as what the words look like.
                Shape::Struct(_) if open.contains(id) => ANY.to_owned(),
                Shape::Struct(made) => {
                    open.push(*id);
                    let members = self.members(made, deep, open);
                    open.pop();
                    members
                }
                _ => self.word(ty),
            },
            ty => self.word(ty),
        }
    }

    fn members(&self, made: &Struct, deep: bool, open: &mut Vec<TypeId>) -> String {
        let fields = made
            .fields
            .iter()
            .filter(|field| field.place == Place::Body);
        let members = fields.map(|field| {
            let shape = self.below(&field.ty, deep, open);
            format!("({}, {shape}),", quoted(&field.wire))
        });
        format!(
            "__rt::server::Shape::Object(&[{}])",
            members.collect::<String>()
        )
    }

    /// The shape of a member or item: where brackets lead no further, only a list of words is more than a word.
    fn below(&self, ty: &Type, deep: bool, open: &mut Vec<TypeId>) -> String {
        match ty {
            Type::Nullable(inner) | Type::Boxed(inner) => self.below(inner, deep, open),
            Type::List { item, .. } if !deep && !self.api.is_scalar(item) => BARE.to_owned(),
            Type::List { .. } => self.shape(ty, deep, open),
            _ if deep => self.shape(ty, deep, open),
            ty => self.word(ty),
        }
    }

    fn word(&self, ty: &Type) -> String {
        let any = match ty {
            Type::Json | Type::OrJson(_) => true,
            Type::Named(id) => matches!(self.api.types[id.0].shape, Shape::Union(_)),
            _ => false,
        };
        let shape = match ty {
            _ if any => ANY,
            Type::File => "__rt::server::Shape::File",
            ty if self.is_text(ty) => "__rt::server::Shape::Text",
            _ => BARE,
        };
        shape.to_owned()
    }

    /// Whether a parameter is a text in JSON too; all others are written there as they are in a query.
    pub(super) fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String | Type::Foreign(_) => true,
            Type::Nullable(inner) => self.is_text(inner),
            Type::Named(id) => match &self.api.types[id.0].shape {
                Shape::Text(_) => true,
                Shape::Enum(made) => made.strings,
                _ => false,
            },
            _ => false,
        }
    }
}

/// The names in the query that are a signer's.
fn signed(kind: &SchemeKind) -> Vec<&str> {
    match kind {
        SchemeKind::UserSig => vec!["sdkappid", "identifier", "usersig", "random"],
        SchemeKind::ApiKey { place, name } if place == "query" => vec![name],
        _ => Vec::new(),
    }
}

const ANY: &str = "__rt::server::Shape::Any";
const BARE: &str = "__rt::server::Shape::Bare";
