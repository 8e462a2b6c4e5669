//! From a schema to the form of its Rust type.

use super::{View, flag, is_secret, items, read, text, type_named};
use crate::extension::{Time, TimeUnit};
use crate::schema::component;
use crate::value::{Kind, Value};
use crate::words::camel;

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
    Map(Schema<'d>),
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
            Form::Plain(name) => *name != "Json",
            Form::Named(named) => !matches!(named.what, What::Struct | What::Union),
            _ => false,
        }
    }
}

impl<'d> View<'d> {
    pub(in crate::diff) fn form(&self, schema: &Schema<'d>) -> Form<'d> {
        let target = self.resolve(schema.value);
        let form = if is_secret(schema.value) || is_secret(target) {
            let owner = is_secret(target);
            let named = self.named(schema, What::Secret, owner);
            Form::Named(named)
        } else {
            self.bare(schema, target)
        };
        if admits_null(target) && !form.is_nullable() && !matches!(form, Form::Plain("Json")) {
            return Form::Nullable(Box::new(form));
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
        let name = match component(schema.value).filter(|_| shared) {
            Some(component) => type_named(target).unwrap_or_else(|| camel(component)),
            None if schema.value.get("$ref").is_some() => schema.hint.clone(),
            None => type_named(target).unwrap_or_else(|| schema.hint.clone()),
        };
        Named {
            what,
            name,
            schema: target,
            omitted: Vec::new(),
        }
    }

    pub(in crate::diff) fn structure(&self, schema: &Schema<'d>, omitted: &[&str]) -> Form<'d> {
        let mut named = self.named(schema, What::Struct, true);
        named.omitted = omitted.iter().map(|&key| key.to_owned()).collect();
        Form::Named(named)
    }

    /// The form, `null` left out of account.
    fn bare(&self, schema: &Schema<'d>, target: &'d Value) -> Form<'d> {
        if let Some(form) = self.choice(schema, target) {
            return form;
        }
        if target.get("allOf").is_some() {
            return self.all_of(schema, target);
        }
        match type_of(target) {
            Some("boolean") => Form::Plain("bool"),
            Some("integer") => Form::Plain(integer(target)),
            Some("number") if text(target, "format") == Some("float") => Form::Plain("f32"),
            Some("number") => Form::Plain("f64"),
            Some("string") if component(schema.value).is_some() => {
                Form::Named(self.named(schema, What::Text, true))
            }
            Some("string") => Form::Plain("String"),
            Some("array") => list(target, &schema.hint),
            Some("object") => self.object(schema, target),
            _ => Form::Plain("Json"),
        }
    }

    fn all_of(&self, schema: &Schema<'d>, target: &'d Value) -> Form<'d> {
        if !self.properties(target).members.is_empty() {
            return self.structure(schema, &[]);
        }
        match items(target, "allOf") {
            [only] => self.form(&Schema::new(only, &*schema.hint)),
            _ => Form::Plain("Json"),
        }
    }

    fn object(&self, schema: &Schema<'d>, target: &'d Value) -> Form<'d> {
        let properties = target.get("properties").and_then(Value::as_object);
        if properties.is_some_and(|properties| !properties.is_empty()) {
            return self.structure(schema, &[]);
        }
        match target.get("additionalProperties") {
            Some(values) if values.as_object().is_some_and(|of| !of.is_empty()) => {
                Form::Map(Schema::new(values, format!("{}Value", schema.hint)))
            }
            _ => Form::Plain("Json"),
        }
    }
}

fn list<'d>(target: &'d Value, hint: &str) -> Form<'d> {
    let min = target.get("minItems").and_then(Value::as_u64).unwrap_or(0);
    let max = target.get("maxItems").and_then(Value::as_u64);
    let item = target.get("items");
    Form::List {
        item: item.map(|item| Schema::new(item, format!("{hint}Item"))),
        bounds: (min > 0 || max.is_some()).then_some((min, max)),
    }
}

fn integer(target: &Value) -> &'static str {
    if let Some(time) = read::<Time>(target) {
        return match time.unit {
            TimeUnit::Seconds => "UnixSeconds",
            TimeUnit::Milliseconds => "UnixMillis",
        };
    }
    crate::schema::integer(target)
}

/// The schema's type, `null` left out; guessed from its keywords where it has none.
pub(super) fn type_of(schema: &Value) -> Option<&str> {
    let guess = |key: &str| schema.get(key).is_some();
    match schema.get("type") {
        Some(value) if value.as_str().is_some() => value.as_str(),
        Some(value) => {
            let names = value.as_array()?.iter().filter_map(Value::as_str);
            let mut others = names.filter(|name| *name != "null");
            let first = others.next()?;
            others.next().is_none().then_some(first)
        }
        None if guess("properties") || guess("additionalProperties") => Some("object"),
        None if guess("items") => Some("array"),
        None => None,
    }
}

fn admits_null(schema: &Value) -> bool {
    let null = |value: &Value| matches!(value.kind, Kind::Null);
    let listed = schema.get("type").is_none() && items(schema, "enum").iter().any(null);
    let typed = items(schema, "type")
        .iter()
        .any(|name| name.as_str() == Some("null"));
    listed || typed || flag(schema, "nullable")
}
