//! Objects: structs of properties, and of what the document lets stand beside them.

use bindery_spec::names::{Scope, camel, snake};
use bindery_spec::schema::{
    Constants, JsonType, Properties, Rest, Shape as Said, Way, has_heirs, one_way, read,
};
use bindery_spec::{Member, Value};

use super::schema::Found;
use super::tagged::literal;
use super::{Lower, docs, flag};
use crate::ir::{Field, Literal, Place, Shape, Struct, Style, Type};

/// The type of a member, and what it is called should it need a name.
type TypeOf<'a, 'd> = dyn FnMut(&mut Lower<'d>, &'d Member, &str) -> Type + 'a;

impl<'d> Lower<'d> {
    /// The struct of an object, some of its properties left out.
    pub(super) fn structure(&mut self, found: Found<'d>, hint: &str, omitted: &[&str]) -> Type {
        self.define(found, hint, &omitted.join("/"), |lower, name| {
            let properties = lower.properties(found.schema);
            if has_heirs(lower.doc, found.schema) {
                let why = "heirs are not told apart by it: what they add is kept as JSON";
                lower.note_untyped(found.schema.span, why, false);
                lower.untold(found.schema, why);
            }
            let mut made = lower.members(&properties, name, omitted);
            lower.hide_fields(found.schema, &mut made.fields);
            Shape::Struct(made)
        })
    }

    pub(super) fn properties(&self, schema: &'d Value) -> Properties<'d> {
        Properties::of(self.doc, schema)
    }

    /// The fields of a struct called `owner`, those without a name of their own last.
    pub(super) fn members(
        &mut self,
        properties: &Properties<'d>,
        owner: &str,
        omitted: &[&str],
    ) -> Struct {
        let mut scope = Scope::of_fields();
        let mut made = self.fields(properties, owner, omitted, &mut scope);
        let rest = self.rest(properties, owner, &mut scope);
        if rest.is_some() {
            made.passed_over = omitted.iter().map(|&name| name.to_owned()).collect();
        }
        made.fields.extend(rest);
        made
    }

    /// The fields of properties.
    pub(super) fn fields(
        &mut self,
        properties: &Properties<'d>,
        owner: &str,
        omitted: &[&str],
        scope: &mut Scope,
    ) -> Struct {
        self.fields_of(
            properties,
            owner,
            omitted,
            scope,
            &mut |lower, member, hint| lower.ty(&member.value, hint),
        )
    }

    /// The fields of properties, each of the type that `ty` gives it; it is handed a name for one that needs it.
    pub(super) fn fields_of(
        &mut self,
        properties: &Properties<'d>,
        owner: &str,
        omitted: &[&str],
        scope: &mut Scope,
        ty: &mut TypeOf<'_, 'd>,
    ) -> Struct {
        let mut made = Struct::default();
        // Tags go first, whether or not a property speaks of them.
        let tags = properties
            .tags
            .iter()
            .filter(|(tag, _)| !omitted.contains(tag));
        for (tag, value) in tags {
            let literal = self.tag_literal(properties.get(tag), value);
            made.constants.push(((*tag).to_owned(), literal));
        }
        for member in &properties.members {
            if omitted.contains(&&*member.key) {
                continue;
            }
            let required = properties.requires(&member.key);
            match one_way(self.doc, &member.value) {
                Some(Way::Reply) => made.read_only.push(member.key.to_string()),
                Some(Way::Request) => made.write_only.push(member.key.to_string()),
                None => {}
            }
            if properties.tag(&member.key).is_some() {
                continue;
            }
            match self.constant(&member.value) {
                Some(literal) if required => made.constants.push((member.key.to_string(), literal)),
                _ => {
                    let ty = ty(self, member, &format!("{owner}{}", camel(&member.key)));
                    made.fields.push(self.field(member, ty, required, scope));
                }
            }
        }
        made
    }

    /// The value of a tag, of the type that its schema says.
    fn tag_literal(&self, schema: Option<&'d Value>, value: &str) -> Literal {
        let kind = match schema.map(|it| read(self.doc, it).shape) {
            Some(Said::Of(kind)) => kind,
            Some(Said::Constants(Constants { strings: false, .. })) => JsonType::Integer,
            _ => JsonType::String,
        };
        literal(kind, value)
    }

    fn field(&mut self, member: &'d Member, ty: Type, required: bool, scope: &mut Scope) -> Field {
        let schema = &member.value;
        let name = self
            .field_named(schema)
            .unwrap_or_else(|| snake(&member.key));
        let target = self.doc.resolve(schema).unwrap_or(schema);
        Field {
            wire: member.key.to_string(),
            name: scope.claim(&name),
            docs: Some(docs(schema))
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| docs(target)),
            required,
            deprecated: flag(schema, "deprecated"),
            private: self.is_private(schema, &ty),
            rules: self.rules(target, &ty),
            absent: self.absent(schema, &ty),
            ty,
            place: Place::Body,
            style: Style::Plain,
            applies: false,
        }
    }

    /// The field that keeps members no property names, where the document speaks of them.
    pub(super) fn rest(
        &mut self,
        properties: &Properties<'d>,
        owner: &str,
        scope: &mut Scope,
    ) -> Option<Field> {
        let (value, private) = match properties.rest? {
            Rest::Any(at) => {
                let why = "members that no property names, of any value";
                (self.open_json(at, why), false)
            }
            Rest::Heirs(at) => {
                let why = "members that values with a tag of no heir may have";
                (self.open_json(at, why), false)
            }
            Rest::Of(schema) => {
                let ty = self.ty(schema, &format!("{owner}Value"));
                let private = self.is_private(schema, &ty);
                (ty, private)
            }
        };
        Some(Field {
            wire: String::new(),
            name: scope.claim("additional_properties"),
            docs: "Members that have no field of their own.".to_owned(),
            required: false,
            deprecated: false,
            private,
            rules: Vec::new(),
            ty: Type::Map(Box::new(value)),
            place: Place::Rest,
            style: Style::Plain,
            applies: false,
            absent: None,
        })
    }
}
