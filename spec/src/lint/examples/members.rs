//! The rules of objects.

use super::fit::{Fit, Refusal, Trial};
use crate::document::Document;
use crate::schema::{first_parts, one_way};
use crate::value::{Kind, Member, Value};

/// What a rule of objects says.
pub(super) fn keyword<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &str,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let members = value.as_object().unwrap_or_default();
    let count = u64::try_from(members.len()).unwrap_or(u64::MAX);
    let (key, broken) = match key {
        "minProperties" => ("minProperties", rule.as_u64().map(|least| count < least)),
        "maxProperties" => ("maxProperties", rule.as_u64().map(|most| count > most)),
        "properties" => return properties(trial, rule, members),
        "patternProperties" => return patterns(trial, rule, members),
        "additionalProperties" => return others(trial, schema, rule, value),
        "required" => return required(trial, schema, rule, value),
        "dependentRequired" => return dependent(trial, schema, rule, value),
        "dependentSchemas" => {
            let there = rule.as_object().unwrap_or_default().iter();
            let there = there.filter(|it| value.get(&it.key).is_some());
            return there.fold(Fit::Yes, |fit, it| fit.min(trial.fit(&it.value, value)));
        }
        "propertyNames" => return Fit::Maybe,
        _ => return Fit::Yes,
    };
    match broken {
        Some(true) => trial.refuse(schema, key, rule, value),
        Some(false) => Fit::Yes,
        None => Fit::Maybe,
    }
}

fn properties<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    rule: &'d Value,
    members: &'v [Member],
) -> Fit {
    let described = rule.as_object().unwrap_or_default().len();
    if !trial.spend(described * members.len() / 64) {
        return Fit::Maybe;
    }
    let mut fit = Fit::Yes;
    for member in members {
        if let Some(schema) = rule.get(&member.key) {
            fit = fit.min(trial.within(schema, &member.value));
        }
    }
    fit
}

fn patterns<'d, 'v>(trial: &mut Trial<'d, 'v, '_>, rule: &'d Value, members: &'v [Member]) -> Fit {
    let mut fit = Fit::Yes;
    for pattern in rule.as_object().unwrap_or_default() {
        for member in members {
            fit = fit.min(match matches(trial, &pattern.key, &member.key) {
                Some(true) => trial.within(&pattern.value, &member.value),
                Some(false) => Fit::Yes,
                None => Fit::Maybe,
            });
        }
    }
    fit
}

fn matches(trial: &mut Trial<'_, '_, '_>, pattern: &str, name: &str) -> Option<bool> {
    let near = name.len() <= 256 && trial.spend(1 + name.len() / 16);
    near.then(|| (trial.matches)(pattern, name)).flatten()
}

/// The members that neither `properties` nor `patternProperties` has. Those that another part of the same whole describes are
/// left alone: most documents mean them to be allowed.
fn others<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    if rule.as_bool() == Some(true) {
        return Fit::Yes;
    }
    let mut fit = Fit::Yes;
    let patterns = schema.get("patternProperties").and_then(Value::as_object);
    for member in value.as_object().unwrap_or_default() {
        let own = schema
            .get("properties")
            .and_then(|all| all.get(&member.key));
        if own.is_some() {
            continue;
        }
        let mut matched = Some(false);
        for pattern in patterns.unwrap_or_default() {
            match matches(trial, &pattern.key, &member.key) {
                Some(true) => matched = Some(true),
                Some(false) => {}
                None => matched = matched.filter(|already| *already),
            }
        }
        fit = fit.min(match matched {
            Some(true) => Fit::Yes,
            Some(false) if !elsewhere(trial, schema, &member.key) => {
                other(trial, schema, rule, value, member)
            }
            _ => Fit::Maybe,
        });
    }
    fit
}

fn other<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &'v Value,
    member: &'v Member,
) -> Fit {
    if !matches!(rule.kind, Kind::Bool(false)) {
        return trial.within(rule, &member.value);
    }
    trial.refused.push(Refusal {
        schema,
        key: "additionalProperties",
        rule,
        value,
        member: Some(member),
    });
    Fit::No
}

/// Whether another part of the whole, or a branch of the schema itself, has a property of this name.
fn elsewhere(trial: &Trial<'_, '_, '_>, schema: &Value, name: &str) -> bool {
    let has = |part: &Value| {
        let described = part
            .get("properties")
            .is_some_and(|all| all.get(name).is_some());
        described || part.get("patternProperties").is_some() && !std::ptr::eq(part, schema)
    };
    trial.around().any(has) || branches(trial.document, schema).any(has)
}

fn branches<'d>(document: &'d Document, schema: &'d Value) -> impl Iterator<Item = &'d Value> {
    let keys = ["oneOf", "anyOf", "then", "else", "dependentSchemas"];
    let under = keys.into_iter().filter_map(|key| schema.get(key));
    let each = under.flat_map(|rule| match &rule.kind {
        Kind::Array(branches) => branches.iter().collect::<Vec<_>>(),
        _ => vec![rule],
    });
    each.flat_map(move |branch| first_parts(document, branch, 64))
}

fn required<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let mut fit = Fit::Yes;
    for name in rule.as_array().unwrap_or_default() {
        let Some(text) = name.as_str() else {
            return Fit::Maybe;
        };
        if value.get(text).is_none() && !stays(trial, text) {
            fit = trial.refuse(schema, "required", name, value);
        }
    }
    fit
}

/// Whether a member does not travel the way that the value does, or may not.
fn stays(trial: &Trial<'_, '_, '_>, name: &str) -> bool {
    let described = trial.around();
    let mut described = described.filter_map(|part| part.get("properties")?.get(name));
    described.any(
        |schema| match (one_way(trial.document, schema), trial.manner.way) {
            (Some(only), Some(way)) => only != way,
            (only, None) => only.is_some(),
            (None, _) => false,
        },
    )
}

fn dependent<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let mut fit = Fit::Yes;
    for member in rule.as_object().unwrap_or_default() {
        if value.get(&member.key).is_some() {
            fit = fit.min(required(trial, schema, &member.value, value));
        }
    }
    fit
}
