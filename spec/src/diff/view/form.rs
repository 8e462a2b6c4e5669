//! From a schema to the form of its Rust type.

use std::ptr;

use super::{View, is_secret, read as extension, type_named};
use crate::document::Document;
use crate::extension::{Time, TimeUnit};
use crate::names::camel;
use crate::schema::{JsonType, Shape, adds, component, keyword, parts, read};
use crate::value::Value;

/// A schema and the name its type has should it need one.
#[derive(Clone)]
pub(in crate::diff) struct Schema<'d> {
    pub(in crate::diff) value: &'d Value,
    pub(in crate::diff) hint: String,
}

/// The form of a Rust type.
#[derive(Clone)]
pub(in crate::diff) enum Form<'d> {
    /// A type of the language or the runtime.
    Plain(&'static str),
    /// `item` is `None` where the document says nothing of the items.
    List {
        item: Option<Schema<'d>>,
        bounds: Option<(u64, Option<u64>)>,
    },
    /// A list of files, with its bounds.
    Files(Option<(u64, Option<u64>)>),
    /// Values; `None` where the document says nothing of them.
    Map(Option<Schema<'d>>),
    Tuple(Vec<Schema<'d>>),
    Nullable(Box<Form<'d>>),
    OrJson(Box<Form<'d>>),
    Named(Named<'d>),
}

/// A type with a name of its own.
#[derive(Clone)]
pub(in crate::diff) struct Named<'d> {
    pub(in crate::diff) what: What,
    pub(in crate::diff) name: String,
    pub(in crate::diff) schema: &'d Value,
    /// Members left out of a struct.
    pub(in crate::diff) omitted: Vec<String>,
    /// The schemas whose members it has too.
    pub(in crate::diff) beside: Vec<&'d Value>,
    /// Whether it is the members of a base alone, and not one of its heirs.
    pub(in crate::diff) itself: bool,
    /// The media type of a form whose parts the members are.
    pub(in crate::diff) parts: Option<&'d Value>,
}

/// What a named type is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::diff) enum What {
    Struct,
    Text,
    Secret,
    Strings,
    Integers,
    Union,
}

impl<'d> Schema<'d> {
    pub(in crate::diff) fn new(value: &'d Value, hint: impl Into<String>) -> Self {
        let hint = hint.into();
        Schema { value, hint }
    }
}

/// What tells types apart: schema, members left out, what stands beside or has the members as parts.
pub(in crate::diff) type Key = (*const Value, Vec<String>, Vec<*const Value>, bool);

impl<'d> Named<'d> {
    /// With more schemas beside.
    pub(super) fn with(&self, beside: &[&'d Value]) -> Self {
        let mut named = self.clone();
        for beside in beside {
            if !named.beside.iter().any(|it| ptr::eq(*it, *beside)) {
                named.beside.push(beside);
            }
        }
        named
    }

    /// The schemas beside that have members of their own.
    pub(super) fn beside(&self, document: &'d Document) -> Vec<&'d Value> {
        let omitted: Vec<&str> = self.omitted.iter().map(String::as_str).collect();
        let beside = self.beside.iter().copied();
        beside.filter(|it| adds(document, it, &omitted)).collect()
    }
}

impl Named<'_> {
    pub(in crate::diff) fn key(&self) -> Key {
        let around = self.beside.iter().copied().chain(self.parts);
        let around = around.map(ptr::from_ref).collect();
        let schema = ptr::from_ref(self.schema);
        (schema, self.omitted.clone(), around, self.itself)
    }
}

impl Form<'_> {
    /// The form of what is there where it is not `null`.
    pub(in crate::diff) fn besides_null(self) -> Self {
        match self {
            Form::Nullable(inner) => *inner,
            form => form,
        }
    }

    pub(in crate::diff) fn is_nullable(&self) -> bool {
        matches!(self, Form::Nullable(_))
    }

    /// Whether one word or number is the whole value.
    pub(in crate::diff) fn is_scalar(&self) -> bool {
        match self {
            Form::Plain(name) => !["Json", "RawBody", "Upload", "FilePart"].contains(name),
            Form::Named(named) => !matches!(named.what, What::Struct | What::Union),
            _ => false,
        }
    }
}

impl<'d> View<'d> {
    pub(in crate::diff) fn form(&self, schema: &Schema<'d>) -> Form<'d> {
        let target = self.resolve(schema.value);
        if self.is_circle(target) {
            return Form::Plain("Json");
        }
        let reading = read(self.doc, target);
        let form = if is_secret(schema.value) || is_secret(target) {
            let owner = is_secret(target);
            let named = self.named(schema, What::Secret, owner);
            Form::Named(named)
        } else {
            self.shaped(reading.shape, schema, target)
        };
        if reading.null && !form.is_nullable() && !matches!(form, Form::Plain("Json")) {
            return Form::Nullable(Box::new(form));
        }
        if !reading.null && target.get("allOf").is_some() {
            return form.besides_null();
        }
        form
    }

    /// The named type of a schema; `shared` says whether a component's name goes to it.
    pub(in crate::diff) fn named(
        &self,
        schema: &Schema<'d>,
        what: What,
        shared: bool,
    ) -> Named<'d> {
        let target = self.resolve(schema.value);
        let name = match component(self.doc, schema.value).filter(|_| shared) {
            Some(component) => type_named(target).unwrap_or_else(|| camel(component.name)),
            None if schema.value.get("$ref").is_some() => schema.hint.clone(),
            None => type_named(target).unwrap_or_else(|| schema.hint.clone()),
        };
        Named {
            what,
            name,
            schema: target,
            omitted: Vec::new(),
            beside: Vec::new(),
            itself: false,
            parts: None,
        }
    }

    pub(in crate::diff) fn structure(&self, schema: &Schema<'d>, omitted: &[&str]) -> Form<'d> {
        let mut named = self.named(schema, What::Struct, true);
        named.omitted = omitted.iter().map(|&key| key.to_owned()).collect();
        Form::Named(named)
    }

    /// The form of a shape that a schema has, or one of its alternatives.
    pub(super) fn shaped(
        &self,
        shape: Shape<'d>,
        schema: &Schema<'d>,
        target: &'d Value,
    ) -> Form<'d> {
        match shape {
            Shape::Any | Shape::Beyond(_) => Form::Plain("Json"),
            Shape::Of(ty) => self.plain(ty, schema, target),
            Shape::Object => self.structure(schema, &[]),
            Shape::Map(values) => {
                Form::Map(Some(Schema::new(values, format!("{}Value", schema.hint))))
            }
            Shape::PerhapsArray => Form::OrJson(Box::new(self.list(target, &schema.hint))),
            Shape::Tuple(items) => {
                let each = items.iter().enumerate();
                let hint = |at: usize| format!("{}Item{}", schema.hint, at + 1);
                Form::Tuple(each.map(|(at, item)| Schema::new(item, hint(at))).collect())
            }
            Shape::Constants(constants) => {
                let what = if constants.strings {
                    What::Strings
                } else {
                    What::Integers
                };
                Form::Named(self.named(schema, what, true))
            }
            Shape::Same(other) => self.same(schema, target, other),
            Shape::OrAny(known) => {
                let form = self.form(&Schema::new(known, &*schema.hint));
                Form::OrJson(Box::new(form))
            }
            Shape::Tagged(_) => Form::Named(self.named(schema, What::Union, true)),
            Shape::Choice(choice) => self.chosen(schema, &choice),
        }
    }

    fn plain(&self, ty: JsonType, schema: &Schema<'d>, target: &'d Value) -> Form<'d> {
        match ty {
            JsonType::Boolean => Form::Plain("bool"),
            JsonType::Integer => Form::Plain(self.integer(target)),
            JsonType::Number => {
                let format = keyword(self.doc, target, "format").and_then(Value::as_str);
                Form::Plain(if format == Some("float") {
                    "f32"
                } else {
                    "f64"
                })
            }
            JsonType::String if component(self.doc, schema.value).is_some() => {
                Form::Named(self.named(schema, What::Text, true))
            }
            JsonType::String => Form::Plain("String"),
            JsonType::Array => self.list(target, &schema.hint),
            JsonType::Object => Form::Plain("Json"),
        }
    }

    /// What a schema stands for; the name of a component goes to what stands in it.
    fn same(&self, schema: &Schema<'d>, target: &'d Value, other: &'d Value) -> Form<'d> {
        let plain = read(self.doc, other).shape;
        if component(self.doc, schema.value).is_some() && matches!(plain, Shape::Object) {
            return self.structure(schema, &[]);
        }
        if other.get("$ref").is_some() || is_secret(other) {
            return self.form(&Schema::new(other, &*schema.hint));
        }
        if let Shape::Of(ty) = plain
            && target.get("allOf").is_some()
        {
            return self.plain(ty, schema, target);
        }
        let named = component(self.doc, schema.value);
        let hint = named.map_or_else(|| schema.hint.clone(), |named| camel(named.name));
        self.form(&Schema::new(other, hint))
    }

    fn list(&self, target: &'d Value, hint: &str) -> Form<'d> {
        let item = keyword(self.doc, target, "items");
        Form::List {
            item: item.map(|item| Schema::new(item, format!("{hint}Item"))),
            bounds: self.bounds(target),
        }
    }

    /// The least and the greatest number of items, where a list has either.
    pub(super) fn bounds(&self, list: &'d Value) -> Option<(u64, Option<u64>)> {
        let count = |key| keyword(self.doc, list, key).and_then(Value::as_u64);
        let (min, max) = (count("minItems").unwrap_or(0), count("maxItems"));
        (min > 0 || max.is_some()).then_some((min, max))
    }

    fn integer(&self, target: &'d Value) -> &'static str {
        let whole = parts(self.doc, target);
        if let Some(time) = whole.iter().find_map(|part| extension::<Time>(part)) {
            return match time.unit {
                TimeUnit::Seconds => "UnixSeconds",
                TimeUnit::Milliseconds => "UnixMillis",
            };
        }
        crate::schema::integer(self.doc, target)
    }
}
