//! One schema to one type, with the rules that the type itself cannot keep.

use bindery_spec::schema::component;
use bindery_spec::{Extension, Finding, Kind, Time, TimeUnit, Value};

use super::secret::is_secret;
use super::{Lower, docs, flag, text};
use crate::ir::{Shape, Text, Type, TypeDef, TypeId, Uses};

/// A schema, its reference followed.
#[derive(Clone, Copy)]
pub(super) struct Found<'d> {
    /// The schema itself.
    pub(super) schema: &'d Value,
    /// The component it was referred to by.
    pub(super) component: Option<&'d str>,
}

impl<'d> Lower<'d> {
    /// Follows a schema's reference.
    pub(super) fn find(&mut self, schema: &'d Value) -> Option<Found<'d>> {
        let component = component(schema);
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
        let ty = if is_secret(schema) || is_secret(found.schema) {
            self.secret(found, hint)
        } else {
            self.nested(schema, found, hint)
        };
        if admits_null(found.schema) && !matches!(ty, Type::Nullable(_) | Type::Json) {
            return Type::Nullable(Box::new(ty));
        }
        ty
    }

    /// The type, `null` left out of account.
    pub(super) fn bare(&mut self, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        if let Some(ty) = self.choice(found, hint) {
            return ty;
        }
        if schema.get("allOf").is_some() {
            return self.all_of(found, hint);
        }
        match type_of(schema) {
            Some("boolean") => Type::Bool,
            Some("integer") => self.integer(schema),
            Some("number") => Type::Float(if text(schema, "format") == Some("float") {
                "f32"
            } else {
                "f64"
            }),
            Some("string") => self.string(found, hint),
            Some("array") => self.array(schema, hint),
            Some("object") => self.object(found, hint),
            _ => Type::Json,
        }
    }

    fn integer(&mut self, schema: &Value) -> Type {
        if let Some(time) = Time::of(schema, &mut self.findings) {
            return match time.unit {
                TimeUnit::Seconds => Type::Seconds,
                TimeUnit::Milliseconds => Type::Millis,
            };
        }
        Type::Int(bindery_spec::schema::integer(schema))
    }

    fn string(&mut self, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        if found.component.is_none() {
            return Type::String;
        }
        self.define(found, hint, "", |lower, _| {
            Shape::Text(Text {
                wire: found.component.unwrap_or_default().to_owned(),
                ..lower.text_rules(schema)
            })
        })
    }

    fn array(&mut self, schema: &'d Value, hint: &str) -> Type {
        let item = match schema.get("items") {
            Some(items) => self.ty(items, &format!("{hint}Item")),
            None => Type::Json,
        };
        let min = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
        let max = schema.get("maxItems").and_then(Value::as_u64);
        let bounds = (min > 0 || max.is_some()).then_some((min, max));
        Type::List {
            item: Box::new(item),
            bounds,
        }
    }

    /// Finds or makes the named type of a schema. `omitted` tells types of one schema apart.
    pub(super) fn define(
        &mut self,
        found: Found<'d>,
        hint: &str,
        omitted: &str,
        shape: impl FnOnce(&mut Self, &str) -> Shape,
    ) -> Type {
        let key = (std::ptr::from_ref(found.schema), omitted.to_owned());
        if let Some(&id) = self.known.get(&key) {
            return Type::Named(id);
        }
        let name = self.type_name(found, hint);
        let id = TypeId(self.api.types.len());
        self.known.insert(key, id);
        self.api.types.push(TypeDef {
            name: name.clone(),
            span: found.schema.span,
            docs: docs(found.schema),
            deprecated: flag(found.schema, "deprecated"),
            shape: Shape::Pending,
            uses: Uses::default(),
        });
        let shape = self.within(found.schema, |lower| shape(lower, &name));
        if let Some(shape) = shape {
            self.api.types[id.0].shape = shape;
        }
        Type::Named(id)
    }

    /// The component's name goes to the first type made of it; one with other members left out is named by its use.
    fn type_name(&mut self, found: Found<'d>, hint: &str) -> String {
        if let Some(component) = found.component
            && self.named.insert(component)
            && let Some(name) = self.components.get(component)
        {
            return name.clone();
        }
        let inline = found.component.is_none();
        let wanted = self.type_named(found.schema).filter(|_| inline);
        self.names.claim(wanted.as_deref().unwrap_or(hint))
    }

    /// Something bindery keeps as JSON because it has no better type for it.
    pub(super) fn fallback(&mut self, keyword: &str, at: &Value) -> Type {
        let message = format!("this `{keyword}` has no Rust type yet, its values are kept as JSON");
        self.findings
            .push(Finding::warning("kept-as-json", at.span, message));
        Type::Json
    }
}

/// The schema's type, `null` left out; guessed from its keywords where it has none.
pub(super) fn type_of(schema: &Value) -> Option<&str> {
    match schema.get("type") {
        Some(value) if value.as_str().is_some() => value.as_str(),
        Some(value) => {
            let mut others = value
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .filter(|name| *name != "null");
            let first = others.next()?;
            others.next().is_none().then_some(first)
        }
        None if schema.get("properties").is_some()
            || schema.get("additionalProperties").is_some() =>
        {
            Some("object")
        }
        None if schema.get("items").is_some() => Some("array"),
        None => None,
    }
}

fn admits_null(schema: &Value) -> bool {
    let types = schema
        .get("type")
        .and_then(Value::as_array)
        .unwrap_or_default();
    let listed = schema.get("type").is_none()
        && schema
            .get("enum")
            .and_then(Value::as_array)
            .is_some_and(|values| values.iter().any(|value| matches!(value.kind, Kind::Null)));
    listed || types.iter().any(|name| name.as_str() == Some("null")) || flag(schema, "nullable")
}
