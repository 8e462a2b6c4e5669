//! Responses by status: successes that no one type fits, and failures that are texts.

use crate::body::{is_bare, json, raw, schema};
use crate::document::Document;
use crate::value::{Member, Value};

/// A documented success.
#[derive(Clone, Copy, Debug)]
pub struct Success<'d> {
    /// Under which key of `responses` it stands: a status, `2XX` or `default`.
    pub member: &'d Member,
    /// The response, its reference followed.
    pub response: &'d Value,
}

impl Success<'_> {
    /// The first and the last status it is for.
    pub fn range(&self) -> (u16, u16) {
        self.member
            .key
            .parse()
            .map_or(EVERY, |status| (status, status))
    }
}

/// Every status of a success.
const EVERY: (u16, u16) = (200, 299);

/// All successes of an operation, where some have bodies that no one type fits: exact statuses first, and last the one for all
/// others, `2XX` or else `default`.
pub fn several<'d>(document: &'d Document, operation: &'d Value) -> Option<Vec<Success<'d>>> {
    let responses = operation.get("responses")?.as_object()?.iter();
    let found = responses.filter_map(|member| {
        let response = document.resolve(&member.value).ok()?;
        Some(Success { member, response })
    });
    let found: Vec<_> = found.collect();
    let exact = |it: &&Success<'d>| {
        let status = it.member.key.parse::<u16>();
        status.is_ok_and(|status| (EVERY.0..=EVERY.1).contains(&status))
    };
    let named = |name: &str| {
        let mut found = found.iter();
        found.find(|it| it.member.key.eq_ignore_ascii_case(name))
    };
    let mut all: Vec<_> = found.iter().filter(exact).copied().collect();
    all.extend(named("2XX"));
    if !differ(document, &all) {
        return None;
    }
    if named("2XX").is_none() {
        all.extend(named("default"));
    }
    Some(all)
}

/// Whether some have JSON of different schemas, or one has JSON and another bytes or nothing.
fn differ(document: &Document, all: &[Success<'_>]) -> bool {
    let schemas = all.iter().filter_map(|it| schema(it.response));
    let mut schemas = schemas.filter_map(|schema| document.resolve(schema).ok());
    let Some(first) = schemas.next() else {
        return false;
    };
    let bytes = |it: &Success<'_>| json(it.response).is_none() && raw(it.response).is_some();
    let other = |it: &Success<'_>| bytes(it) || is_bare(it.response);
    schemas.any(|schema| !schema.equals(first)) || all.iter().any(other)
}

/// The first and the last status of a failure; `None` for the key of anything else.
pub fn failure(key: &str) -> Option<(u16, u16)> {
    match key {
        "4XX" | "4xx" => Some((400, 499)),
        "5XX" | "5xx" => Some((500, 599)),
        "default" => Some((300, 599)),
        _ => key
            .parse()
            .ok()
            .filter(|code| (300..600).contains(code))
            .map(|code| (code, code)),
    }
}

/// Failures whose body is no JSON, where a range around them has one that is, or none at all.
pub fn texts<'d>(document: &'d Document, operation: &'d Value) -> Vec<&'d Member> {
    let responses = operation.get("responses").and_then(Value::as_object);
    let found = responses.unwrap_or_default().iter();
    let found = found.filter_map(|member| {
        let response = document.resolve(&member.value).ok()?;
        Some((member, failure(&member.key)?, response))
    });
    let found: Vec<_> = found.collect();
    let is_text = |response| json(response).is_none() && raw(response).is_some();
    let within = |range: (u16, u16)| {
        let typed = |response| schema(response).is_some() || is_bare(response);
        let mut others = found.iter().filter(|(.., it)| typed(it));
        others.any(|(_, around, _)| around.0 <= range.0 && range.1 <= around.1 && *around != range)
    };
    let texts = found.iter();
    let texts = texts.filter(|(_, range, response)| is_text(response) && within(*range));
    texts.map(|(member, ..)| *member).collect()
}
