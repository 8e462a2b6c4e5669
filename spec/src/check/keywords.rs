//! The standard keywords bindery reads, and what each must be. One keyword at a time: how they go together is
//! judged elsewhere.

use crate::check::place::Place;
use crate::finding::Finding;
use crate::value::{Member, Value};

const TYPES: [&str; 7] = [
    "object", "array", "string", "integer", "number", "boolean", "null",
];

/// What a keyword must be. Keywords that hold objects of a known place are the walk's affair.
#[derive(Clone, Copy)]
enum Expect {
    Text,
    Flag,
    Count,
    Number,
    Types,
    Names,
    Values,
    Branches,
}

type Keywords = &'static [(&'static str, Expect)];

const SCHEMA: Keywords = &[
    ("$ref", Expect::Text),
    ("type", Expect::Types),
    ("format", Expect::Text),
    ("title", Expect::Text),
    ("description", Expect::Text),
    ("pattern", Expect::Text),
    ("required", Expect::Names),
    ("enum", Expect::Values),
    ("allOf", Expect::Branches),
    ("anyOf", Expect::Branches),
    ("oneOf", Expect::Branches),
    ("deprecated", Expect::Flag),
    ("readOnly", Expect::Flag),
    ("writeOnly", Expect::Flag),
    ("uniqueItems", Expect::Flag),
    ("minLength", Expect::Count),
    ("maxLength", Expect::Count),
    ("minItems", Expect::Count),
    ("maxItems", Expect::Count),
    ("minProperties", Expect::Count),
    ("maxProperties", Expect::Count),
    ("minimum", Expect::Number),
    ("maximum", Expect::Number),
    ("multipleOf", Expect::Number),
    ("nullable", Expect::Flag),
];

/// Checks the keywords of one object.
pub(super) fn check(place: Place, members: &[Member], findings: &mut Vec<Finding>) {
    let keywords = keywords(place);
    for member in members {
        if let Some((_, expect)) = keywords.iter().find(|(key, _)| *key == &*member.key) {
            keyword(*expect, member, findings);
        }
    }
}

fn keywords(place: Place) -> Keywords {
    match place {
        Place::Schema | Place::SchemaPart => SCHEMA,
        Place::Info => &[
            ("title", Expect::Text),
            ("version", Expect::Text),
            ("description", Expect::Text),
        ],
        Place::Operation => &[
            ("deprecated", Expect::Flag),
            ("description", Expect::Text),
            ("operationId", Expect::Text),
            ("summary", Expect::Text),
        ],
        Place::Parameter => &[
            ("deprecated", Expect::Flag),
            ("description", Expect::Text),
            ("required", Expect::Flag),
        ],
        Place::RequestBody => &[("required", Expect::Flag)],
        Place::Server => &[("url", Expect::Text), ("description", Expect::Text)],
        _ => &[],
    }
}

fn keyword(expect: Expect, member: &Member, findings: &mut Vec<Finding>) {
    let (value, key) = (&member.value, &member.key);
    let expected = match expect {
        Expect::Types => return type_words(value, findings),
        Expect::Text if value.as_str().is_none() => "a string",
        Expect::Flag if value.as_bool().is_none() => "true or false",
        Expect::Count if value.as_u64().is_none() => "an integer that is not negative",
        Expect::Number if value.as_number().is_none() => "a number",
        Expect::Values if value.as_array().is_none_or(<[_]>::is_empty) => {
            "an array of at least one value"
        }
        // Whether it is an array at all is the walk's affair.
        Expect::Branches if value.as_array().is_some_and(<[_]>::is_empty) => {
            "an array of at least one schema"
        }
        Expect::Names => match value.as_array() {
            None if value.as_bool().is_some() => {
                let finding =
                    Finding::wrong_type("`required`", "an array of property names", value);
                findings
                    .push(finding.help("name the property in `required` of the object around it"));
                return;
            }
            Some(names) if names.iter().all(|name| name.as_str().is_some()) => return,
            _ => "an array of strings",
        },
        _ => return,
    };
    if is_only_the_value(value, expected) {
        let message = format!("`{key}` must be {expected}");
        findings.push(Finding::error("bad-value", value.span, message));
    } else {
        findings.push(Finding::wrong_type(&format!("`{key}`"), expected, value));
    }
}

/// Whether the type is right and only the value is not, so that naming the type would not help.
fn is_only_the_value(value: &Value, expected: &str) -> bool {
    value.as_array().is_some() && expected.starts_with("an array")
}

fn type_words(value: &Value, findings: &mut Vec<Finding>) {
    let words = value.as_array().unwrap_or(std::slice::from_ref(value));
    for word in words {
        match word.as_str() {
            None => findings.push(Finding::wrong_type(
                "`type`",
                "a string or an array of strings",
                word,
            )),
            Some(text) if !TYPES.contains(&text) => {
                let message = format!("unknown type `{text}`");
                let finding = Finding::error("unknown-type", word.span, message);
                findings.push(finding.suggest(text, &TYPES, findings));
            }
            Some(_) => {}
        }
    }
}
