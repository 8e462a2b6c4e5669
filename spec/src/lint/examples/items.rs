//! The rules of arrays.

use super::fit::{Fit, Trial};
use super::same::same;
use crate::value::Value;

/// The most items that are compared with one another.
const COMPARED: usize = 256;

/// What a rule of arrays says.
pub(super) fn keyword<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &str,
    rule: &'d Value,
    value: &'v Value,
    list: &'v [Value],
) -> Fit {
    let length = u64::try_from(list.len()).unwrap_or(u64::MAX);
    let (key, broken) = match key {
        "minItems" => ("minItems", rule.as_u64().map(|least| length < least)),
        "maxItems" => ("maxItems", rule.as_u64().map(|most| length > most)),
        "uniqueItems" if rule.as_bool() == Some(true) => ("uniqueItems", repeated(trial, list)),
        "items" => return rest(trial, schema, rule, list),
        "prefixItems" => {
            let pairs = rule.as_array().unwrap_or_default().iter().zip(list);
            return pairs.fold(Fit::Yes, |fit, (schema, item)| {
                fit.min(trial.within(schema, item))
            });
        }
        "contains" => return contains(trial, schema, rule, value, list),
        _ => return Fit::Yes,
    };
    match broken {
        Some(true) => trial.refuse(schema, key, rule, value),
        Some(false) => Fit::Yes,
        None => Fit::Maybe,
    }
}

/// The items that `prefixItems` does not name. An array of schemas is of older drafts.
fn rest<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    list: &'v [Value],
) -> Fit {
    if rule.as_array().is_some() {
        return Fit::Maybe;
    }
    let named = schema.get("prefixItems").and_then(Value::as_array);
    let rest = list.iter().skip(named.unwrap_or_default().len());
    rest.fold(Fit::Yes, |fit, item| fit.min(trial.within(rule, item)))
}

fn repeated(trial: &mut Trial<'_, '_, '_>, list: &[Value]) -> Option<bool> {
    if list.len() > COMPARED || !trial.spend(list.len() * list.len() / 8) {
        return None;
    }
    let before = |at: usize| list[..at].iter().any(|it| same(it, &list[at]));
    Some((1..list.len()).any(before))
}

fn contains<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &'v Value,
    list: &'v [Value],
) -> Fit {
    if schema.get("minContains").is_some() || schema.get("maxContains").is_some() {
        return Fit::Maybe;
    }
    let asked = list.iter().map(|item| trial.ask(rule, item));
    match asked.max().unwrap_or(Fit::No) {
        Fit::No => trial.refuse(schema, "contains", rule, value),
        fit => fit,
    }
}
