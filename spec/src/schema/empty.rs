//! `allOf` whose parts leave no value.

use super::bounds::End;
use super::json_type::{JsonType, common_types, types_of};
use super::parts::{keyword, parts};
use super::values::{values, values_of};
use crate::check::slips::Slips;
use crate::document::Document;
use crate::finding::Finding;
use crate::span::Span;
use crate::value::{Kind, Value};

/// Complains of a schema with `allOf` that no value keeps. In documents that speak the vocabulary that is an error.
pub fn emptiness(document: &Document, schema: &Value) -> Option<Finding> {
    schema.get("allOf")?;
    let whole = parts(document, schema);
    let (message, one, other) = types(&whole)
        .or_else(|| listed(document, schema, &whole))
        .or_else(|| range(document, schema, &whole))?;
    let finding = Finding::error("empty-intersection", other, message);
    let finding = finding.label("this").note(one, "and this");
    Some(Slips::of(document).judge(finding, "bindings take one of the parts, or any JSON"))
}

type Clash = (String, Span, Span);

fn types(whole: &[&Value]) -> Option<Clash> {
    common_types(whole).filter(Vec::is_empty)?;
    let said = whole.iter().filter(|part| !types_of(part).is_empty());
    let said: Vec<_> = said.collect();
    let pairs = said.iter().enumerate();
    let mut pairs = pairs.flat_map(|(at, one)| said[..at].iter().map(move |other| (*other, *one)));
    let clash = |(one, other): &(&&Value, &&Value)| {
        let (one, other) = (types_of(one), types_of(other));
        !one.iter()
            .any(|ty| other.iter().any(|it| it.is(*ty) || ty.is(*it)))
    };
    let (one, other) = pairs.find(clash)?;
    let names = |part: &Value| {
        let names = types_of(part).into_iter().map(JsonType::word);
        names.collect::<Vec<_>>().join(" or ")
    };
    let message = format!(
        "no value is allowed: it would have to be {} and {} at once",
        names(one),
        names(other)
    );
    Some((message, at(one, "type"), at(other, "type")))
}

fn listed(document: &Document, schema: &Value, whole: &[&Value]) -> Option<Clash> {
    let not_null = |value: &Value| !matches!(value.kind, Kind::Null);
    let left = values(document, schema)?;
    if !left.is_empty() {
        return None;
    }
    let lists = whole.iter().filter(|part| values_of(part).is_some());
    let lists: Vec<_> = lists.collect();
    let only_null = lists.iter().any(|part| {
        let mut values = values_of(part).unwrap_or_default().into_iter();
        !values.any(|(_, value)| not_null(value))
    });
    let (first, last) = (lists.first()?, lists.last()?);
    let message = "no value is allowed: the parts list none in common".to_owned();
    let span = |part: &Value| {
        let key = if part.get("enum").is_some() {
            "enum"
        } else {
            "const"
        };
        at(part, key)
    };
    (!only_null).then(|| (message, span(first), span(last)))
}

fn range(document: &Document, schema: &Value, whole: &[&Value]) -> Option<Clash> {
    for (low, high) in [("minLength", "maxLength"), ("minItems", "maxItems")] {
        let (least, most) = (
            keyword(document, schema, low),
            keyword(document, schema, high),
        );
        if let (Some(least), Some(most)) = (least, most)
            && least.as_f64()? > most.as_f64()?
        {
            let message = format!("no value is allowed: `{low}` is greater than `{high}`");
            return Some((message, least.span, most.span));
        }
    }
    let (least, most) = (
        End::Lower.float(document, schema, false)?,
        End::Upper.float(document, schema, false)?,
    );
    let message = "no value is allowed: the least is greater than the greatest".to_owned();
    let span = |end: End| {
        let mut keys = end.keywords().into_iter();
        let found = keys.find_map(|key| whole.iter().find_map(|part| part.member(key)));
        found.map_or(schema.span, |member| member.key_span)
    };
    (least > most).then(|| (message, span(End::Lower), span(End::Upper)))
}

fn at(part: &Value, key: &str) -> Span {
    part.member(key)
        .map_or(part.span, |member| member.value.span)
}
