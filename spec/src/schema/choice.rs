//! Choices that nothing but the values themselves tells apart: `oneOf` and `anyOf` without a discriminator, and several types.

use super::constants::Constants;
use super::joined::shapes;
use super::json_type::JsonType;
use super::null::{admits_null, takes_null_only};
use super::reading::{Shape, choices, of_type, read};
use super::tagged::Tagged;
use super::{Component, component, filled, flag, items};
use crate::document::Document;
use crate::value::{Member, Value};

/// Keywords that say more of a value than its JSON type does.
const RULES: [&str; 10] = [
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "x-bindery-max-bytes",
    "x-bindery-order",
    "x-bindery-time",
];

/// A choice without a tag.
#[derive(Clone, Debug)]
pub struct Choice<'d> {
    /// The keyword it stands under.
    pub keyword: &'static str,
    /// What may be chosen, in the order of the document; `null` is left out.
    pub alternatives: Vec<Alternative<'d>>,
    /// The schema whose properties every alternative has too.
    pub base: Option<&'d Value>,
}

/// What may be chosen.
#[derive(Clone, Copy, Debug)]
pub struct Alternative<'d> {
    /// The schema.
    pub schema: &'d Value,
    /// The one of its types that is meant, where it has several.
    pub only: Option<JsonType>,
}

/// What to call an alternative.
#[derive(Clone, Debug)]
pub enum Label<'d> {
    /// After a schema with a name of its own.
    Component(Component<'d>),
    /// In these words.
    Words(String),
}

impl<'d> Choice<'d> {
    /// What every alternative is called, where each has a name that says all of it: that of a component, of a JSON type, or of
    /// a list of these. Rules belong to one place of the document, and no name says them.
    pub fn labels(&self, document: &'d Document) -> Option<Vec<Label<'d>>> {
        let each = self.alternatives.iter();
        each.map(|it| it.label(document).filter(|_| self.base.is_none()))
            .collect()
    }
}

impl<'d> Alternative<'d> {
    /// What its values are, `null` left out.
    pub fn shape(&self, document: &'d Document) -> Shape<'d> {
        match self.only {
            Some(ty) => of_type(document, self.schema, ty),
            None => read(document, self.schema).shape,
        }
    }

    /// The one text it is, where it stands for nothing else.
    pub fn only_text(&self, document: &'d Document) -> Option<String> {
        if self.schema.get("$ref").is_some() || self.only.is_some() {
            return None;
        }
        match self.shape(document) {
            Shape::Constants(Constants {
                strings: true,
                values,
            }) => match values.as_slice() {
                [only] => Some(only.wire.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// What to call it where it has no name: after its JSON type, or its one value.
    pub fn noun(&self, document: &'d Document) -> String {
        let noun = match self.shape(document) {
            Shape::Of(ty) => ty.noun(),
            Shape::Object => "Object",
            Shape::Map(_) => "Map",
            Shape::Tuple(_) => "Tuple",
            Shape::Constants(constants) => match constants.values.as_slice() {
                [only] => return only.wire.clone(),
                _ => "Listed",
            },
            Shape::Any | Shape::Beyond(_) | Shape::OrAny(_) | Shape::PerhapsArray => "Any",
            Shape::Same(_) | Shape::Tagged(_) | Shape::Choice(_) => "Choice",
        };
        noun.to_owned()
    }

    fn label(&self, document: &'d Document) -> Option<Label<'d>> {
        if let Some(component) = component(document, self.schema) {
            return Some(Label::Component(component));
        }
        let target = document.target(self.schema).ok()?;
        if RULES.iter().any(|key| target.get(key).is_some()) {
            return None;
        }
        match self.shape(document) {
            Shape::Of(JsonType::Array) => {
                let schema = target.get("items")?;
                let item = Alternative { schema, only: None };
                let listed = matches!(item.shape(document), Shape::Of(JsonType::Array));
                let listed = match item.label(document).filter(|_| !listed)? {
                    Label::Component(component) => format!("{}List", component.name),
                    Label::Words(words) => format!("{words}List"),
                };
                Some(Label::Words(listed))
            }
            // Listed values are rules of this one place.
            Shape::Of(_)
                if ["enum", "const"]
                    .iter()
                    .any(|key| target.get(key).is_some()) =>
            {
                None
            }
            Shape::Of(ty) => Some(Label::Words(ty.noun().to_owned())),
            _ => None,
        }
    }
}

/// The branches of a choice that stands in a schema, and the keyword they stand under.
pub(super) fn branches(schema: &Value) -> Option<(&'static str, &[Value])> {
    let found = standing(schema).next();
    found.filter(|(_, branches)| !branches.iter().all(adds_nothing))
}

/// Whether a schema is a choice by two keywords, each of which says what values are.
pub(super) fn chooses_twice(schema: &Value) -> bool {
    let shaping = standing(schema).filter(|(_, branches)| !branches.iter().all(adds_nothing));
    shaping.count() > 1
}

fn standing(schema: &Value) -> impl Iterator<Item = (&'static str, &[Value])> {
    let keys = ["oneOf", "anyOf"].into_iter();
    keys.filter_map(|key| Some((key, schema.get(key)?.as_array()?)))
}

/// Whether a branch only says what else must hold, as `{ "required": ["id"] }` does.
fn adds_nothing(branch: &Value) -> bool {
    const SHAPING: [&str; 12] = [
        "$ref",
        "type",
        "properties",
        "items",
        "enum",
        "const",
        "allOf",
        "oneOf",
        "anyOf",
        "additionalProperties",
        "patternProperties",
        "prefixItems",
    ];
    let required = branch.get("required").is_some() || branch.get("not").is_some();
    required && !SHAPING.iter().any(|key| branch.get(key).is_some())
}

/// What a schema with `oneOf` or `anyOf` comes to, and whether it takes `null`.
pub(super) fn choice<'d>(
    document: &'d Document,
    schema: &'d Value,
    keyword: &'static str,
    branches: &'d [Value],
    base: Option<&'d Value>,
) -> (Shape<'d>, bool) {
    let mut left: Vec<&Value> = branches.iter().collect();
    left.retain(|branch| !takes_null_only(target(document, branch)));
    let mut null = left.len() < branches.len();
    let others = left.iter().filter(|branch| !is_or_null(document, branch));
    let others: Vec<_> = others.copied().collect();
    if !others.is_empty() && others.len() < left.len() {
        left = others;
        null = true;
    }
    left.retain(|branch| !is_nothing(target(document, branch)));
    if left.len() == 2 && base.is_none() {
        // `anyOf` of a reference and then this is how some generators of documents write "or null".
        let last = target(document, left[1]);
        if admits_null(last) && is_bare_object(last) && left[0].get("$ref").is_some() {
            left.truncate(1);
            null = true;
        }
    }
    if base.is_none() {
        without_texts_said_before(document, &mut left);
    }
    let tagged = Tagged::of(document, schema, &left, base);
    null |= tagged.is_some()
        && left
            .iter()
            .any(|branch| admits_null(target(document, branch)));
    let shape = match (tagged, left.as_slice()) {
        (_, []) => Shape::Any,
        (Some(tagged), _) => Shape::Tagged(tagged),
        (None, [only]) if base.is_none() => Shape::Same(only),
        (None, [one, other]) if base.is_none() && is_empty(other) => Shape::OrAny(one),
        (None, all) => untagged(document, keyword, all, base),
    };
    (shape, null)
}

/// Whether a branch says nothing but that `null` is a value: with the word of `OpenAPI` 3.0 it means "or null".
fn is_or_null(document: &Document, branch: &Value) -> bool {
    let branch = target(document, branch);
    let members = branch.as_object().unwrap_or_default();
    flag(branch, "nullable") && !members.iter().any(shapes)
}

/// Whether no value is one of a branch: `false`, or not anything.
fn is_nothing(branch: &Value) -> bool {
    let not = branch.get("not");
    let none = not.is_some_and(|not| is_empty(not) || not.as_bool() == Some(true));
    branch.as_bool() == Some(false) || none
}

/// Takes out listed texts that come behind a branch which takes any text: they would never be chosen.
fn without_texts_said_before(document: &Document, left: &mut Vec<&Value>) {
    let mut any_text = false;
    left.retain(|branch| {
        if branch.get("$ref").is_some() {
            return true;
        }
        let schema = target(document, branch);
        let listed = Constants::of(schema).is_some_and(|listed| listed.strings);
        let gone = listed && any_text;
        let text = schema.get("type").and_then(Value::as_str) == Some("string");
        let free = ["minLength", "pattern"]
            .iter()
            .all(|key| schema.get(key).is_none());
        any_text |= text && free && !listed;
        !gone
    });
}

fn target<'d>(document: &'d Document, branch: &'d Value) -> &'d Value {
    document.target(branch).unwrap_or(branch)
}

fn untagged<'d>(
    document: &'d Document,
    keyword: &'static str,
    branches: &[&'d Value],
    base: Option<&'d Value>,
) -> Shape<'d> {
    let objects = |branch: &&Value| {
        let parts = super::parts(document, branch);
        let typed = |part: &&Value| {
            part.get("type")
                .is_some_and(|ty| ty.as_str() != Some("object"))
        };
        !parts.iter().any(typed)
    };
    // An alternative is one object with the base: it cannot choose itself.
    let chooses = |branch: &&'d Value| choices(document, branch).next().is_some();
    if base.is_some() && (!branches.iter().all(objects) || branches.iter().any(chooses)) {
        return Shape::Beyond(keyword);
    }
    let alternatives = branches
        .iter()
        .map(|&schema| Alternative { schema, only: None });
    Shape::Choice(Choice {
        keyword,
        alternatives: alternatives.collect(),
        base,
    })
}

/// A schema of several types, `null` left out.
pub(super) fn several<'d>(schema: &'d Value, types: &[JsonType]) -> Shape<'d> {
    let alternatives = types.iter().map(|&ty| Alternative {
        schema,
        only: Some(ty),
    });
    Shape::Choice(Choice {
        keyword: "type",
        alternatives: alternatives.collect(),
        base: None,
    })
}

fn is_empty(schema: &Value) -> bool {
    schema.as_object().is_some_and(<[Member]>::is_empty)
}

fn is_bare_object(schema: &Value) -> bool {
    let typed = schema.get("type").and_then(Value::as_str) == Some("object");
    let shaped = ["properties", "additionalProperties"];
    typed
        && shaped.iter().all(|key| filled(schema, key).is_none())
        && items(schema, "allOf").is_empty()
}
