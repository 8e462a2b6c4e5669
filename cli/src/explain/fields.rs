//! The fields of a request or reply, each under its JSON Pointer. A component is unfolded where it is first met, so
//! that the list stays as short as the document.

use std::collections::HashSet;

use bindery_spec::schema::{JsonType, Shape, Tagged, read};
use bindery_spec::{Document, Value};

use super::api::{Api, members, text};
use super::limits::{literal, rules, type_words};

/// The most schemas that are unfolded within each other; deeper ones are named only.
const DEEPEST: usize = 64;

/// A field as a reader needs it.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its JSON Pointer, `*` for every item; the name of a parameter.
    pub(super) place: String,
    /// `path`, `query`, `header`, `cookie`, or `body`.
    pub(super) part: String,
    pub(super) type_words: String,
    pub(super) required: bool,
    pub(super) rules: Vec<String>,
    pub(super) description: Option<String>,
    /// The tags of the unions it is found in.
    pub(super) only_with: Vec<Tag>,
    pub(super) choices: Vec<Choice>,
}

/// A tag of a union, and the value it has in one branch.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    pub(super) place: String,
    pub(super) value: String,
}

/// A value a field may have.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) description: Option<String>,
}

/// The fields of a body, the places in `hidden` left out.
pub(super) fn of_body(api: &Api<'_>, schema: &Value, hidden: &[String]) -> Vec<Field> {
    let mut list = List {
        api,
        hidden,
        fields: Vec::new(),
        unfolded: HashSet::new(),
        tags: Vec::new(),
        depth: 0,
    };
    let target = api.document.resolve(schema).unwrap_or(schema);
    if target.get("properties").is_none() && target.get("allOf").is_none() {
        list.field(schema, "", true);
    } else {
        list.inside(schema, "");
    }
    list.fields
}

/// A parameter as a field.
pub(super) fn of_parameter(api: &Api<'_>, parameter: &Value) -> Option<Field> {
    let schema = parameter.get("schema")?;
    let target = api.document.resolve(schema).unwrap_or(schema);
    let mut rules = rules(api, schema);
    for (key, word) in [
        ("x-bindery-secret", "secret"),
        ("x-bindery-private", "private"),
    ] {
        let set = parameter.get(key).and_then(Value::as_bool) == Some(true);
        if set && !rules.iter().any(|rule| rule == word) {
            rules.push(word.to_owned());
        }
    }
    Some(Field {
        place: text(parameter, "name")?.to_owned(),
        part: text(parameter, "in")?.to_owned(),
        type_words: type_words(api, schema),
        required: parameter.get("required").and_then(Value::as_bool) == Some(true),
        rules,
        description: described(parameter)
            .or_else(|| described(schema))
            .or_else(|| described(target)),
        only_with: Vec::new(),
        choices: choices(api, target),
    })
}

struct List<'a, 'd> {
    api: &'a Api<'d>,
    hidden: &'a [String],
    fields: Vec<Field>,
    unfolded: HashSet<*const Value>,
    tags: Vec<Tag>,
    depth: usize,
}

impl List<'_, '_> {
    /// What is inside a value, unless it is too deep.
    fn inside(&mut self, schema: &Value, place: &str) {
        if self.depth < DEEPEST {
            self.depth += 1;
            self.unfold(schema, place);
            self.depth -= 1;
        }
    }

    /// The properties of an object, what the items of a list hold, the branches of a union.
    fn unfold(&mut self, schema: &Value, place: &str) {
        let target = self.api.document.resolve(schema).unwrap_or(schema);
        let anew = self.unfolded.insert(std::ptr::from_ref(target));
        if !anew && schema.get("$ref").is_some() {
            return;
        }
        let required = target
            .get("required")
            .and_then(Value::as_array)
            .unwrap_or_default();
        for property in members(target.get("properties")) {
            let place = format!(
                "{place}/{}",
                property.key.replace('~', "~0").replace('/', "~1")
            );
            let required = required
                .iter()
                .any(|name| name.as_str() == Some(&property.key));
            if !self.hidden.contains(&place) {
                self.field(&property.value, &place, required);
            }
        }
        for part in items_of(target, "allOf") {
            self.inside(part, place);
        }
        let document = self.api.document;
        let tagged = match read(document, target).shape {
            Shape::Tagged(tagged) => Some(tagged),
            _ => None,
        };
        for key in ["oneOf", "anyOf"] {
            for branch in items_of(target, key) {
                let own = document.resolve(branch).unwrap_or(branch);
                let known = tagged.as_ref().and_then(|it| tag_of(document, it, own));
                self.branch(known.or_else(|| tag(target, own)).as_ref(), branch, place);
            }
        }
        for heir in tagged
            .iter()
            .filter(|it| it.inherited)
            .flat_map(|it| &it.branches)
        {
            let own = document.resolve(heir.schema).unwrap_or(heir.schema);
            let tag = tagged.as_ref().and_then(|it| tag_of(document, it, own));
            self.branch(tag.as_ref(), heir.schema, place);
        }
        for (key, below) in [("items", "/*"), ("additionalProperties", "/*")] {
            if let Some(inner) = target.get(key) {
                self.inside(inner, &format!("{place}{below}"));
            }
        }
    }

    fn field(&mut self, schema: &Value, place: &str, required: bool) {
        let target = self.api.document.resolve(schema).unwrap_or(schema);
        self.fields.push(Field {
            place: place.to_owned(),
            part: "body".to_owned(),
            type_words: type_words(self.api, schema),
            required,
            rules: rules(self.api, schema),
            description: described(schema).or_else(|| described(target)),
            only_with: self.tags.clone(),
            choices: choices(self.api, target),
        });
        self.inside(schema, place);
    }

    fn branch(&mut self, tag: Option<&(&str, String)>, branch: &Value, place: &str) {
        if let Some((property, value)) = &tag {
            self.tags.push(Tag {
                place: format!("{place}/{property}"),
                value: value.clone(),
            });
        }
        let first = self.fields.len();
        self.inside(branch, place);
        if let Some((property, _)) = &tag {
            self.tags.pop();
            let own = format!("{place}/{property}");
            // The tag itself is told by `only_with` and among the choices.
            let rest = self.fields.split_off(first);
            self.fields
                .extend(rest.into_iter().filter(|field| field.place != own));
        }
    }
}

/// The property that tells a branch of a union from the others, and its value there.
fn tag<'v>(union: &'v Value, branch: &'v Value) -> Option<(&'v str, String)> {
    let property = text(union.get("discriminator")?, "propertyName")?;
    let value = branch.get("properties")?.get(property)?.get("const")?;
    Some((property, literal(value)))
}

/// The tag of a branch of a union, and its value there; of several all.
fn tag_of<'d>(
    document: &Document,
    union: &Tagged<'d>,
    branch: &Value,
) -> Option<(&'d str, String)> {
    let ours = union.branches.iter().filter(|it| {
        let target = document.resolve(it.schema).unwrap_or(it.schema);
        std::ptr::eq(target, branch)
    });
    let shown = ours.map(|it| match union.kind {
        JsonType::String => format!("\"{}\"", it.value),
        _ => it.value.clone(),
    });
    let values: Vec<_> = shown.collect();
    (!values.is_empty()).then(|| (union.tag, values.join(" or ")))
}

/// The values listed for a schema, or for the items of a list.
fn choices(api: &Api<'_>, schema: &Value) -> Vec<Choice> {
    let items = schema.get("items");
    let schema = items.map_or(schema, |items| api.document.resolve(items).unwrap_or(items));
    let listed = items_of(schema, "enum").iter().map(|value| Choice {
        value: literal(value),
        description: None,
    });
    let told = items_of(schema, "oneOf").iter().filter_map(|branch| {
        let target = api.document.resolve(branch).unwrap_or(branch);
        let value = match target.get("const") {
            Some(value) => literal(value),
            None => tag(schema, target)?.1,
        };
        Some(Choice {
            value,
            description: described(branch).or_else(|| described(target)),
        })
    });
    listed.chain(told).collect()
}

fn items_of<'v>(schema: &'v Value, key: &str) -> &'v [Value] {
    schema
        .get(key)
        .and_then(Value::as_array)
        .unwrap_or_default()
}

fn described(schema: &Value) -> Option<String> {
    let words = text(schema, "description").or_else(|| text(schema, "title"))?;
    Some(words.trim().to_owned())
}
