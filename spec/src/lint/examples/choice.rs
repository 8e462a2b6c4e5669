//! Keywords that put schemas together.

use std::ops::Range;
use std::ptr;

use super::fit::{Fit, Trial};
use crate::schema::first_parts;
use crate::value::Value;

/// What such a keyword says of a value; `None` for any other keyword.
pub(super) fn keyword<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &str,
    rule: &'d Value,
    value: &'v Value,
) -> Option<Fit> {
    Some(match key {
        "allOf" => all(trial, rule, value),
        "anyOf" => any(trial, schema, "anyOf", rule, value),
        "oneOf" => any(trial, schema, "oneOf", rule, value),
        "not" => match trial.ask(rule, value) {
            Fit::Yes => trial.refuse(schema, "not", rule, value),
            Fit::Maybe => Fit::Maybe,
            Fit::No => Fit::Yes,
        },
        "if" => conditional(trial, schema, rule, value),
        "discriminator" => heir(trial, schema, rule, value),
        "enum" => super::scalar::listed(trial, schema, "enum", rule, value),
        "const" => super::scalar::listed(trial, schema, "const", rule, value),
        "$dynamicRef" | "unevaluatedItems" | "unevaluatedProperties" => Fit::Maybe,
        _ => return None,
    })
}

fn all<'d, 'v>(trial: &mut Trial<'d, 'v, '_>, rule: &'d Value, value: &'v Value) -> Fit {
    let parts = rule.as_array().unwrap_or_default().iter();
    parts.fold(Fit::Yes, |fit, part| fit.min(trial.fit(part, value)))
}

fn any<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &'static str,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let branches = rule.as_array().unwrap_or_default();
    if branches.is_empty() {
        return Fit::Maybe;
    }
    let before = trial.refused.len();
    let (mut best, mut certain, mut reasons) = (Fit::No, 0, Vec::new());
    for branch in branches {
        let start = trial.refused.len();
        let fit = trial.probe(branch, value);
        reasons.push(start..trial.refused.len());
        best = best.max(fit);
        certain += usize::from(fit == Fit::Yes);
        if fit == Fit::Yes && key == "anyOf" {
            break;
        }
    }
    if best == Fit::No {
        explain(trial, schema, key, rule, value, &reasons);
        return Fit::No;
    }
    trial.refused.truncate(before);
    // A discriminator takes one where several would do.
    if key == "oneOf" && certain > 1 && schema.get("discriminator").is_none() {
        return trial.refuse(schema, "oneOf several", rule, value);
    }
    best
}

/// Why no branch takes a value: what the branch says that is meant, where that is plain.
fn explain<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &'static str,
    rule: &'d Value,
    value: &'v Value,
    reasons: &[Range<usize>],
) {
    let before = reasons[0].start;
    let chosen = named(trial, schema, rule, value).or_else(|| likely(trial, value, reasons));
    let Some(chosen) = chosen.map(|at| reasons[at].clone()) else {
        trial.refused.truncate(before);
        trial.refuse(schema, key, rule, value);
        return;
    };
    trial.refused.truncate(chosen.end);
    trial.refused.drain(before..chosen.start);
}

/// The branch that a discriminator names.
fn named<'d>(
    trial: &Trial<'d, '_, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &Value,
) -> Option<usize> {
    let target = tagged(trial, schema.get("discriminator")?, value)?;
    let mut branches = rule.as_array()?.iter();
    branches.position(|branch| {
        trial
            .document
            .target(branch)
            .is_ok_and(|it| ptr::eq(it, target))
    })
}

/// The only branch that is not ruled out by the value's type, or by a member that it gives one value.
fn likely(trial: &Trial<'_, '_, '_>, value: &Value, reasons: &[Range<usize>]) -> Option<usize> {
    let members = value.as_object().unwrap_or_default();
    let ruled_out = |at: &Range<usize>| {
        trial.refused[at.clone()].iter().any(|it| match it.key {
            "type" => ptr::eq(it.value, value),
            "enum" | "const" => {
                let mut members = members.iter();
                ptr::eq(it.value, value)
                    || members.any(|member| ptr::eq(it.value, &raw const member.value))
            }
            _ => false,
        })
    };
    let mut left = (0..reasons.len()).filter(|at| !ruled_out(&reasons[*at]));
    match (left.next(), left.next()) {
        (Some(only), None) if !reasons[only].is_empty() => Some(only),
        _ => None,
    }
}

/// The schema that a value's tag stands for.
fn tagged<'d>(
    trial: &Trial<'d, '_, '_>,
    discriminator: &'d Value,
    value: &Value,
) -> Option<&'d Value> {
    let document = trial.document;
    let tag = value.get(discriminator.get("propertyName")?.as_str()?)?;
    let tag = tag.as_str()?;
    let mapped = discriminator.get("mapping").and_then(|it| it.get(tag));
    let target = match mapped {
        Some(mapped) => {
            let named = document.component("schemas", mapped.as_str()?);
            named.or_else(|| document.follow(mapped).ok())?
        }
        None => document.component("schemas", tag)?,
    };
    document.target(target).ok()
}

/// The heir that the tag of a value names, where a schema has heirs and is no choice.
fn heir<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    discriminator: &'d Value,
    value: &'v Value,
) -> Fit {
    if schema.get("oneOf").is_some() || schema.get("anyOf").is_some() {
        return Fit::Yes;
    }
    let Some(target) = tagged(trial, discriminator, value) else {
        return Fit::Maybe;
    };
    let mut parts = first_parts(trial.document, target, 64).into_iter();
    if ptr::eq(target, schema) || !parts.any(|part| ptr::eq(part, schema)) {
        return Fit::Maybe;
    }
    trial.fit(target, value)
}

fn conditional<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let next = match trial.ask(rule, value) {
        Fit::Yes => "then",
        Fit::No => "else",
        Fit::Maybe => return Fit::Maybe,
    };
    let next = schema.get(next);
    next.map_or(Fit::Yes, |next| trial.fit(next, value))
}
