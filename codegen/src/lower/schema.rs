//! One schema to one type, with the rules that the type itself cannot keep.

use std::collections::HashSet;
use std::ptr;

use bindery_spec::schema::{
    self, Component, JsonType, Reading, Shape as Said, component, keyword, parts, read,
};
use bindery_spec::{Extension, Finding, Time, TimeUnit, Value};

use super::secret::is_secret;
use super::tagged::Frame;
use super::untyped::openness;
use super::{Lower, docs, flag};
use crate::ir::{Shape, Text, Type, TypeDef, TypeId, Uses};

/// A schema, its reference followed.
#[derive(Clone, Copy)]
pub(super) struct Found<'d> {
    /// The schema itself.
    pub(super) schema: &'d Value,
    /// The schema with a name of its own that it was referred to by.
    pub(super) component: Option<Component<'d>>,
}

impl<'d> Lower<'d> {
    /// Follows a schema's reference.
    pub(super) fn find(&mut self, schema: &'d Value) -> Option<Found<'d>> {
        let component = component(self.doc, schema);
        Some(Found {
            schema: self.resolve(schema)?,
            component,
        })
    }

    /// The type of a schema. `hint` names it where it has no name of its own.
    pub(super) fn ty(&mut self, schema: &'d Value, hint: &str) -> Type {
        let Some(found) = self.find(schema) else {
            return Type::Json;
        };
        if is_secret(schema) || is_secret(found.schema) {
            let null = read(self.doc, found.schema).null;
            let ty = self.secret(found, hint);
            return if null { ty.or_null() } else { ty };
        }
        self.nested(schema, found, hint)
    }

    /// The type of a schema that is no secret.
    pub(super) fn bare(&mut self, found: Found<'d>, hint: &str) -> Type {
        let Reading { shape, null } = read(self.doc, found.schema);
        self.findings
            .extend(schema::emptiness(self.doc, found.schema));
        let ty = self.shaped(shape, found, hint);
        match ty {
            // One part of several takes `null`, and another does not.
            Type::Nullable(inner) if !null && found.schema.get("allOf").is_some() => *inner,
            ty if null => ty.or_null(),
            ty => ty,
        }
    }

    /// The type of a shape that `found` has, or one of its alternatives.
    pub(super) fn shaped(&mut self, shape: Said<'d>, found: Found<'d>, hint: &str) -> Type {
        match shape {
            Said::Any => self.anything(found.schema),
            Said::Beyond(keyword) => self.fallback(keyword, found.schema),
            Said::Of(ty) => self.plain(ty, found, hint),
            Said::Object => self.structure(found, hint, &[]),
            Said::Map(values) => Type::Map(Box::new(self.ty(values, &format!("{hint}Value")))),
            Said::PerhapsArray => {
                let why = "an array, or any JSON: no `type` says that there is an array";
                self.note_untyped(found.schema.span, why, true);
                Type::OrJson(Box::new(self.array(found.schema, hint)))
            }
            Said::Tuple(items) => self.tuple(items, hint),
            Said::Constants(constants) => self.constants(found, &constants, hint),
            Said::Same(other) => self.same(found, other, hint),
            Said::OrAny(known) => {
                let why = "one alternative has a type, another takes any JSON";
                self.note_untyped(found.schema.span, why, true);
                Type::OrJson(Box::new(self.ty(known, hint)))
            }
            Said::Tagged(tagged) => self.tagged(found, &tagged, hint, &Frame::default()),
            Said::Choice(choice) => self.choice(found, &choice, hint),
        }
    }

    fn plain(&mut self, ty: JsonType, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        let made = self.plain_type(ty, found, hint);
        let listed = keyword(self.doc, schema, "enum");
        let open = listed.is_some_and(|listed| leaves_out(ty, listed));
        if open && self.one_of(schema, &made).is_none() {
            let message = "these values are not checked before sending";
            let finding = Finding::warning("unchecked-enum", schema.span, message);
            let help = "texts, numbers and truth values of the schema's `type` are";
            self.findings.push(finding.help(help));
        }
        made
    }

    fn plain_type(&mut self, ty: JsonType, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        match ty {
            JsonType::Boolean => Type::Bool,
            JsonType::Integer => self.integer(schema),
            JsonType::Number => {
                let format = keyword(self.doc, schema, "format").and_then(Value::as_str);
                Type::Float(if format == Some("float") {
                    "f32"
                } else {
                    "f64"
                })
            }
            JsonType::String => self.string(found, hint),
            JsonType::Array => self.array(schema, hint),
            JsonType::Object => {
                let why = "an object, of whose members the schema says nothing";
                self.open_json(schema.span, why)
            }
        }
    }

    fn integer(&mut self, schema: &'d Value) -> Type {
        for part in parts(self.doc, schema) {
            if let Some(time) = Time::of(part, &mut self.findings) {
                return match time.unit {
                    TimeUnit::Seconds => Type::Seconds,
                    TimeUnit::Milliseconds => Type::Millis,
                };
            }
        }
        Type::Int(schema::integer(self.doc, schema))
    }

    fn string(&mut self, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        let format = self.said(schema, "format").and_then(Value::as_str);
        if let Some(ty) = format.and_then(|it| self.formats.iter().find_map(|of| of.ty(it))) {
            return Type::Foreign(ty);
        }
        if found.component.is_none() {
            return Type::String;
        }
        self.define(found, hint, "", |lower, _| {
            Shape::Text(Text {
                wire: found
                    .component
                    .map_or_else(String::new, |it| it.name.to_owned()),
                ..lower.text_rules(schema)
            })
        })
    }

    fn array(&mut self, schema: &'d Value, hint: &str) -> Type {
        let item = match keyword(self.doc, schema, "items") {
            Some(items) => self.ty(items, &format!("{hint}Item")),
            None => self.open_json(schema.span, "items of which no `items` says anything"),
        };
        Type::List {
            item: Box::new(item),
            bounds: self.bounds(schema),
        }
    }

    /// The least and the greatest number of items, where a list has either.
    pub(super) fn bounds(&self, schema: &'d Value) -> Option<(u64, Option<u64>)> {
        let count = |key| keyword(self.doc, schema, key).and_then(Value::as_u64);
        let (min, max) = (count("minItems").unwrap_or(0), count("maxItems"));
        (min > 0 || max.is_some()).then_some((min, max))
    }

    fn tuple(&mut self, items: &'d [Value], hint: &str) -> Type {
        let each = items.iter().enumerate();
        let types = each.map(|(at, item)| self.ty(item, &format!("{hint}Item{}", at + 1)));
        Type::Tuple(types.collect())
    }

    /// The type of another schema that a schema stands for; the name of a component goes to what stands in it.
    fn same(&mut self, found: Found<'d>, other: &'d Value, hint: &str) -> Type {
        let plain = read(self.doc, other).shape;
        if found.component.is_some() && matches!(plain, Said::Object) {
            return self.structure(found, hint, &[]);
        }
        if other.get("$ref").is_some() || is_secret(other) {
            return self.ty(other, hint);
        }
        if let Said::Of(ty) = plain
            && found.schema.get("allOf").is_some()
        {
            return self.plain(ty, found, hint);
        }
        let inside = Found {
            schema: other,
            component: found.component,
        };
        self.nested(other, inside, hint)
    }

    /// Finds or makes the named type of a schema. `omitted` tells types of one schema apart.
    pub(super) fn define(
        &mut self,
        found: Found<'d>,
        hint: &str,
        omitted: &str,
        shape: impl FnOnce(&mut Self, &str) -> Shape,
    ) -> Type {
        let name = |lower: &mut Self| lower.type_name(found, hint);
        self.define_as(found, omitted, name, shape)
    }

    /// The same, under a name that is settled elsewhere.
    pub(super) fn define_as(
        &mut self,
        found: Found<'d>,
        omitted: &str,
        name: impl FnOnce(&mut Self) -> String,
        shape: impl FnOnce(&mut Self, &str) -> Shape,
    ) -> Type {
        let key = (ptr::from_ref(found.schema), omitted.to_owned());
        if let Some(&id) = self.known.get(&key) {
            return Type::Named(id);
        }
        let name = name(self);
        let id = self.reserve(name.clone(), found.schema);
        self.known.insert(key, id);
        let shape = self.within(found.schema, |lower| shape(lower, &name));
        if let Some(shape) = shape {
            self.api.types[id.0].shape = shape;
        }
        Type::Named(id)
    }

    /// A place among the types for one whose shape is still to be found out.
    pub(super) fn reserve(&mut self, name: String, schema: &Value) -> TypeId {
        let id = TypeId(self.api.types.len());
        self.api.types.push(TypeDef {
            name,
            span: schema.span,
            docs: docs(schema),
            deprecated: flag(schema, "deprecated"),
            shape: Shape::Pending,
            uses: Uses::default(),
        });
        id
    }

    /// The component's name goes to the first type made of it; one with other members left out is named by its use.
    pub(super) fn type_name(&mut self, found: Found<'d>, hint: &str) -> String {
        if let Some(component) = found.component
            && self.named.insert(ptr::from_ref(component.schema))
            && let Some(name) = self.components.get(&ptr::from_ref(component.schema))
        {
            return name.clone();
        }
        let inline = found.component.is_none();
        let wanted = self.type_named(found.schema).filter(|_| inline);
        self.names.claim(wanted.as_deref().unwrap_or(hint))
    }

    /// Any JSON; where the schema says more of its values than that, this is told.
    fn anything(&mut self, schema: &'d Value) -> Type {
        let Some(word) = schema::lost_words(schema).next() else {
            return self.open_json(schema.span, openness(schema));
        };
        let message = format!(
            "what `{}` says of values without a `type` is lost, they are kept as JSON",
            word.key
        );
        let ty = self.lost_json(schema.span, &message);
        self.findings.push(Finding::warning(
            "unsupported-schema",
            word.key_span,
            message,
        ));
        ty
    }

    /// Something bindery keeps as JSON because it has no better type for it.
    pub(super) fn fallback(&mut self, keyword: &str, at: &Value) -> Type {
        let message = format!("this `{keyword}` has no Rust type yet, its values are kept as JSON");
        let ty = self.lost_json(at.span, &message);
        self.findings
            .push(Finding::warning("unsupported-schema", at.span, message));
        ty
    }

    /// What is said of a schema by itself, where it only stands for another or for none.
    pub(super) fn bearer(&self, schema: &'d Value) -> &'d Value {
        let mut schema = self.doc.resolve(schema).unwrap_or(schema);
        // As far as types go into one another; a circle ends there too.
        for _ in 0..super::nesting::MAX_OPEN {
            let inside = match read(self.doc, schema).shape {
                Said::Same(inside) | Said::OrAny(inside) if schema.get("allOf").is_none() => inside,
                _ => break,
            };
            schema = self.doc.resolve(inside).unwrap_or(schema);
        }
        schema
    }

    /// The text of a keyword of a schema or of a part of it.
    pub(super) fn said(&self, schema: &'d Value, key: &str) -> Option<&'d Value> {
        keyword(self.doc, schema, key)
    }
}

/// Whether there are values of the type that an `enum` does not list.
fn leaves_out(ty: JsonType, listed: &Value) -> bool {
    let listed = listed.as_array().unwrap_or_default().iter();
    let flags: HashSet<bool> = listed.filter_map(Value::as_bool).collect();
    ty != JsonType::Boolean || flags.len() < 2
}
