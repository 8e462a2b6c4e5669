//! The standard keywords bindery reads, and what each must be. One keyword at a time: how they go together is
//! judged elsewhere.

use crate::check::place::Place;
use crate::check::slips::Slips;
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
    /// A number, or what `OpenAPI` 3.0 has in its place: a flag.
    NumberOrFlag,
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
    ("exclusiveMinimum", Expect::NumberOrFlag),
    ("exclusiveMaximum", Expect::NumberOrFlag),
    ("multipleOf", Expect::Number),
    ("nullable", Expect::Flag),
];

/// Checks the keywords of one object.
pub(super) fn check(place: Place, members: &[Member], slips: Slips, findings: &mut Vec<Finding>) {
    let keywords = keywords(place);
    for member in members {
        match keywords.iter().find(|(key, _)| *key == &*member.key) {
            Some((_, Expect::Types)) => type_words(&member.value, slips, findings),
            Some((_, expect)) => {
                let finding = keyword(*expect, member);
                findings.extend(finding.map(|it| slips.judge(it, "bindings pass it over")));
            }
            None => {}
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

/// What is wrong with the value of a keyword.
fn keyword(expect: Expect, member: &Member) -> Option<Finding> {
    let (value, key) = (&member.value, &member.key);
    let expected = match expect {
        Expect::Text if value.as_str().is_none() => "a string",
        Expect::Flag if value.as_bool().is_none() => "true or false",
        Expect::Count if value.as_u64().is_none() => "an integer that is not negative",
        Expect::Number if value.as_number().is_none() => "a number",
        Expect::NumberOrFlag if value.as_number().is_none() && value.as_bool().is_none() => {
            "a number"
        }
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
                let help = "name the property in `required` of the object around it";
                return Some(finding.help(help));
            }
            Some(names) if names.iter().all(|name| name.as_str().is_some()) => return None,
            _ => "an array of strings",
        },
        _ => return None,
    };
    if is_only_the_value(value, expected) {
        let message = format!("`{key}` must be {expected}");
        return Some(Finding::error("bad-value", value.span, message));
    }
    Some(Finding::wrong_type(&format!("`{key}`"), expected, value))
}

/// Whether the type is right and only the value is not, so that naming the type would not help.
fn is_only_the_value(value: &Value, expected: &str) -> bool {
    value.as_array().is_some() && expected.starts_with("an array")
}

fn type_words(value: &Value, slips: Slips, findings: &mut Vec<Finding>) {
    let words = value.as_array().unwrap_or(std::slice::from_ref(value));
    for word in words {
        let finding = match word.as_str() {
            None => Finding::wrong_type("`type`", "a string or an array of strings", word),
            Some(text) if !TYPES.contains(&text) => {
                let message = format!("unknown type `{text}`");
                let finding = Finding::error("unknown-type", word.span, message);
                finding.suggest(text, &TYPES, findings)
            }
            Some(_) => continue,
        };
        findings.push(slips.judge(finding, "values of such a type are any JSON"));
    }
}
