//! One schema for what several say of one value: of a member that two parts of `allOf` define, of the items of lists that both
//! describe.

use super::json_type::types_of;
use super::null::admits_null;
use super::parts::parts;
use super::values::values_of;
use crate::document::Document;
use crate::span::Span;
use crate::value::{Kind, Member, Value};

/// Words about a value that rule none out, and count beside a narrower schema as well.
const ABOUT: [&str; 6] = [
    "title",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
];

/// Words that rule no value out and say nothing to callers.
const IDLE: [&str; 6] = [
    "example",
    "examples",
    "externalDocs",
    "xml",
    "$comment",
    "$id",
];

/// Bounds from below.
const LEAST: [&str; 3] = ["minLength", "minItems", "minimum"];

/// Bounds from above.
const MOST: [&str; 4] = ["maxLength", "maxItems", "maximum", "x-bindery-max-bytes"];

/// The member that several define: the narrowest of them as it is, or one put together. The first where that is too much.
pub(super) fn member<'d>(document: &'d Document, all: &[&'d Member]) -> &'d Member {
    let first = all[0];
    let schemas: Vec<_> = all.iter().map(|member| &member.value).collect();
    let left = narrowest(document, &schemas);
    let winner = all
        .iter()
        .find(|it| std::ptr::eq(&raw const it.value, left[0]));
    let winner = winner.copied().unwrap_or(first);
    let words = words(document, &left, &schemas);
    if left.len() == 1 && words.is_empty() {
        return winner;
    }
    let spans = schemas.iter().map(|schema| schema.span).collect();
    let made = document.made.member(&first.key, spans, || Member {
        key: first.key.clone(),
        key_span: winner.key_span,
        value: put_together(&left, words),
    });
    made.unwrap_or(first)
}

/// The schema that says what all of these do.
pub(super) fn schema<'d>(document: &'d Document, all: &[&'d Value]) -> Option<&'d Value> {
    let first = *all.first()?;
    let left = narrowest(document, all);
    if let [only] = left.as_slice() {
        return Some(only);
    }
    let spans = all.iter().map(|schema| schema.span).collect();
    let made = document.made.member("", spans, || Member {
        key: "".into(),
        key_span: Span::default(),
        value: put_together(&left, words(document, &left, all)),
    });
    Some(made.map_or(first, |member| &member.value))
}

/// The schemas without those that rule out nothing which another does not.
pub(super) fn narrowest<'d>(document: &'d Document, all: &[&'d Value]) -> Vec<&'d Value> {
    let mut left: Vec<&Value> = Vec::new();
    for &schema in all {
        if left
            .iter()
            .any(|other| adds_nothing(document, schema, other))
        {
            continue;
        }
        left.retain(|other| !adds_nothing(document, other, schema));
        left.push(schema);
    }
    left
}

fn put_together(left: &[&Value], words: Vec<Member>) -> Value {
    let span = left[left.len() - 1].span;
    if let ([only], Kind::Object(members)) = (left, &left[0].kind) {
        let kind = Kind::Object(members.iter().cloned().chain(words).collect());
        return Value {
            span: only.span,
            kind,
        };
    }
    let parts = Value {
        span,
        kind: Kind::Array(left.iter().copied().cloned().collect()),
    };
    let all = Member {
        key: "allOf".into(),
        key_span: span,
        value: parts,
    };
    let kind = Kind::Object(words.into_iter().chain([all]).collect());
    Value { span, kind }
}

/// The words about a value that are said by any of the schemas, and not by the one that is left.
fn words(document: &Document, left: &[&Value], all: &[&Value]) -> Vec<Member> {
    let mut words: Vec<Member> = Vec::new();
    let alone = if let [only] = left { Some(*only) } else { None };
    let said = |key: &str| {
        alone.is_some_and(|only| {
            let target = document.target(only).unwrap_or(only);
            only.get(key).is_some() || target.get(key).is_some()
        })
    };
    // What is said last is said of the narrowest.
    for schema in all.iter().rev() {
        let target = document.target(schema).unwrap_or(schema);
        let own = schema.as_object().unwrap_or_default().iter();
        let own = own.chain(target.as_object().unwrap_or_default());
        let about = own.filter(|member| ABOUT.contains(&&*member.key) || is_name(member));
        for member in about {
            // The name of a schema elsewhere is that schema's alone.
            let foreign = is_name(member) && schema.get("$ref").is_some();
            if !foreign && !said(&member.key) && !words.iter().any(|it| it.key == member.key) {
                words.push(member.clone());
            }
        }
    }
    words
}

fn is_name(member: &Member) -> bool {
    let key = &*member.key;
    matches!(
        key,
        "x-bindery-name" | "x-bindery-secret" | "x-bindery-private"
    )
}

/// Whether every value of the second schema is one of the first, as far as the words themselves show it.
fn adds_nothing(document: &Document, schema: &Value, other: &Value) -> bool {
    if schema.as_bool() == Some(true) {
        return true;
    }
    let (Ok(schema), Ok(other)) = (document.target(schema), document.target(other)) else {
        return true;
    };
    if std::ptr::eq(schema, other) {
        return true;
    }
    let Some(members) = schema.as_object() else {
        return true;
    };
    // A choice of types or of `null` widens what stands beside it.
    if admits_null(other) && !admits_null(schema) {
        return false;
    }
    let said = parts(document, other);
    let mut shaping = members.iter().filter(|member| shapes(member));
    shaping.all(|member| said.iter().any(|other| implies(other, member)))
}

/// Whether a member of a schema says which values there are; that `null` is one adds to what the others say.
pub(super) fn shapes(member: &Member) -> bool {
    let key = &*member.key;
    let about = ABOUT.contains(&key) || IDLE.contains(&key) || key == "nullable";
    !about && !is_name(member)
}

/// The members of a schema that say which values there are, where bindings keep these as any JSON all the same.
pub fn lost_words(schema: &Value) -> impl Iterator<Item = &Member> {
    const ASIDE: [&str; 5] = [
        "$defs",
        "definitions",
        "$schema",
        "$anchor",
        "discriminator",
    ];
    let members = schema.as_object().unwrap_or_default().iter();
    members.filter(|member| {
        let key = &*member.key;
        let says_all = matches!(&member.value.kind, Kind::Bool(true))
            || member.value.as_object().is_some_and(<[Member]>::is_empty);
        shapes(member) && !key.starts_with("x-") && !ASIDE.contains(&key) && !says_all
    })
}

/// Whether a schema says no less than a keyword of another.
fn implies(other: &Value, member: &Member) -> bool {
    let key = &*member.key;
    if key == "type" {
        let (mine, theirs) = (types_of_word(member), types_of(other));
        return !theirs.is_empty() && theirs.iter().all(|ty| mine.iter().any(|it| ty.is(*it)));
    }
    if matches!(key, "enum" | "const") {
        let mine = member.value.as_array().filter(|_| key == "enum");
        let mine = mine.unwrap_or(std::slice::from_ref(&member.value));
        return values_of(other).is_some_and(|theirs| {
            let mut theirs = theirs.into_iter();
            theirs.all(|(_, value)| mine.iter().any(|it| it.is_same(value)))
        });
    }
    let Some(said) = other.get(key) else {
        return false;
    };
    let bounds = member.value.as_f64().zip(said.as_f64());
    match bounds {
        Some((mine, theirs)) if LEAST.contains(&key) => theirs >= mine,
        Some((mine, theirs)) if MOST.contains(&key) => theirs <= mine,
        _ => said.equals(&member.value),
    }
}

/// The types that the value of `type` names.
fn types_of_word(member: &Member) -> Vec<super::JsonType> {
    types_of(&Value {
        span: member.value.span,
        kind: Kind::Object(vec![member.clone()]),
    })
}
