//! One schema to what its values are. Follows no schema into its parts further than the question needs: who asks goes on.

use super::all_of::{adds_members, all_of};
use super::choice::{Choice, branches, choice, chooses_twice, several};
use super::constants::Constants;
use super::heirs::{is_heir, is_named};
use super::json_type::{JsonType, types_of};
use super::null::{admits_null, all_take_null};
use super::parts::parts;
use super::properties::{Properties, Rest};
use super::several::several_choices;
use super::tagged::Tagged;
use super::{filled, items};
use crate::document::Document;
use crate::value::Value;

/// What the values of a schema are.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    /// The values, `null` left out.
    pub shape: Shape<'d>,
    /// Whether `null` is one of them.
    pub null: bool,
}

/// The values of a schema, `null` left out.
#[derive(Clone, Debug)]
pub enum Shape<'d> {
    /// Any JSON.
    Any,
    /// Something that bindings have no type for, and the keyword that says so.
    Beyond(&'static str),
    /// Values of one JSON type. Objects are those of which nothing is known.
    Of(JsonType),
    /// An object with properties.
    Object,
    /// An object of any members, with values of this schema.
    Map(&'d Value),
    /// An array, or any JSON: the schema describes items that are one of several, and does not say that there are any. Some
    /// documents mean the value itself to be one of them.
    PerhapsArray,
    /// An array of so many values, each of its own schema.
    Tuple(&'d [Value]),
    /// One of the listed values.
    Constants(Constants<'d>),
    /// What another schema says.
    Same(&'d Value),
    /// What another schema says, or any JSON.
    OrAny(&'d Value),
    /// One of several, told apart by a member.
    Tagged(Tagged<'d>),
    /// One of several, told apart by what they look like.
    Choice(Choice<'d>),
}

/// Reads a schema, its reference followed.
///
/// ```
/// use bindery_spec::Document;
/// use bindery_spec::schema::{JsonType, Shape, read};
///
/// let text = r#"{ "openapi": "3.1.0", "x": { "type": ["string", "null"] } }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let reading = read(&document, document.root.get("x").unwrap());
/// assert!(reading.null && matches!(reading.shape, Shape::Of(JsonType::String)));
/// ```
pub fn read<'d>(document: &'d Document, schema: &'d Value) -> Reading<'d> {
    let schema = document.target(schema).unwrap_or(schema);
    let (shape, null) = shape(document, schema);
    Reading {
        shape,
        null: null || admits_null(schema),
    }
}

fn shape<'d>(document: &'d Document, schema: &'d Value) -> (Shape<'d>, bool) {
    let plain = schema.get("allOf").is_none();
    if plain && let Some(constants) = Constants::of(schema) {
        return (Shape::Constants(constants), false);
    }
    // Asked first, as it costs least.
    if let Some(tagged) = Tagged::inherited(document, schema, None) {
        return (Shape::Tagged(tagged), false);
    }
    let whole = parts(document, schema);
    let mut choices = choices_of(document, &whole);
    let (first, more) = (choices.next(), choices.next().is_some());
    let has_properties = || {
        whole
            .iter()
            .any(|part| filled(part, "properties").is_some())
    };
    if let Some((at, (keyword, branches))) = first {
        if more || chooses_twice(at) {
            return several_choices(document, schema, &whole);
        }
        if has_properties() && !only_tag(document, at, schema) {
            return choice(document, at, keyword, branches, Some(schema));
        }
        if std::ptr::eq(at, schema) {
            return choice(document, at, keyword, branches, None);
        }
    }
    if whole.len() > 1 {
        let heir = is_heir(document, &whole);
        if !heir && let Some(tagged) = beside_heirs(document, schema, &whole) {
            return (Shape::Tagged(tagged), false);
        }
        let shape = if has_properties() && (heir || adds_members(document, schema)) {
            Shape::Object
        } else {
            all_of(document, schema)
        };
        return (shape, all_take_null(document, schema));
    }
    let types = types_of(schema);
    let shape = match types.as_slice() {
        [] => Shape::Any,
        [JsonType::Array] if is_doubtful(schema) => Shape::PerhapsArray,
        [only] => of_type(document, schema, *only),
        several_types => several(schema, several_types),
    };
    (shape, false)
}

/// The choices that a schema is made of, each with the part it stands in. A base that lists the schema or a part of it among its
/// branches is chosen from already: there it is the members of all its heirs.
pub(super) fn choices<'d>(
    document: &'d Document,
    schema: &'d Value,
) -> impl Iterator<Item = Standing<'d>> {
    choices_of(document, &parts(document, schema))
}

/// What may be chosen from a schema; `None` where it is no choice.
pub(crate) fn chosen<'d>(document: &'d Document, schema: &'d Value) -> Option<Vec<&'d Value>> {
    let mut choices = choices(document, schema).peekable();
    choices.peek()?;
    Some(choices.flat_map(|(_, (_, branches))| branches).collect())
}

/// A choice and where it stands.
pub(super) type Standing<'d> = (&'d Value, (&'static str, &'d [Value]));

pub(super) fn choices_of<'d>(
    document: &'d Document,
    whole: &[&'d Value],
) -> impl Iterator<Item = Standing<'d>> + use<'d> {
    let all = whole.iter().enumerate().filter_map(|(at, part)| {
        let (keyword, branches) = branches(part)?;
        let chosen = at > 0
            && branches.iter().any(|branch| {
                let target = document.target(branch).unwrap_or(branch);
                whole.iter().any(|part| std::ptr::eq(*part, target))
            });
        (!chosen).then_some((*part, (keyword, branches)))
    });
    let all: Vec<_> = all.collect();
    all.into_iter()
}

/// A base with heirs and more members beside it, in a schema that is no heir by a name of its own.
fn beside_heirs<'d>(
    document: &'d Document,
    schema: &'d Value,
    whole: &[&'d Value],
) -> Option<Tagged<'d>> {
    if !document.keys.discriminators
        || is_named(document, schema)
        || !adds_members(document, schema)
    {
        return None;
    }
    let mut bases = whole
        .iter()
        .filter_map(|part| Tagged::inherited(document, part, Some(schema)));
    let (first, more) = (bases.next(), bases.next());
    first.filter(|_| more.is_none())
}

/// Whether nothing but a choice of items makes an array of a schema.
fn is_doubtful(schema: &Value) -> bool {
    let said = ["type", "minItems", "maxItems", "uniqueItems"];
    let chosen = schema.get("items").and_then(branches);
    chosen.is_some() && !said.iter().any(|key| schema.get(key).is_some())
}

/// Whether the discriminator's property is the only one that stands beside a choice: the branches have it too.
fn only_tag(document: &Document, at: &Value, schema: &Value) -> bool {
    let tag = at
        .get("discriminator")
        .and_then(|it| it.get("propertyName"));
    let tag = tag.and_then(Value::as_str);
    let properties = Properties::of(document, schema);
    properties
        .members
        .iter()
        .all(|member| Some(&*member.key) == tag)
}

/// What a schema comes to for one of its types.
pub(super) fn of_type<'d>(document: &'d Document, schema: &'d Value, ty: JsonType) -> Shape<'d> {
    match ty {
        JsonType::Object => {
            if !Properties::of(document, schema).members.is_empty() {
                return Shape::Object;
            }
            match Rest::of(schema) {
                Some(Rest::Of(values)) => Shape::Map(values),
                _ => Shape::Of(JsonType::Object),
            }
        }
        JsonType::Array => match items(schema, "prefixItems") {
            [] => Shape::Of(JsonType::Array),
            all if is_closed(schema, all.len()) => Shape::Tuple(all),
            _ => Shape::Beyond("prefixItems"),
        },
        other => Shape::Of(other),
    }
}

/// Longer tuples have no traits in Rust.
const LONGEST_TUPLE: usize = 8;

/// Whether an array with `prefixItems` has those items and no others.
fn is_closed(schema: &Value, len: usize) -> bool {
    let count = |key: &str| schema.get(key).and_then(Value::as_u64);
    let none_more = schema.get("items").and_then(Value::as_bool) == Some(false);
    let full = count("minItems") == Some(len as u64);
    full && len <= LONGEST_TUPLE && (none_more || count("maxItems") == Some(len as u64))
}
