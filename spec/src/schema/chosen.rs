//! A choice among the parts of `allOf`: what the other parts say is said of each branch, and branches they rule out are gone.

use super::choice::branches;
use super::items;
use super::joined::{narrowest, shapes};
use super::json_type::{JsonType, common_types};
use super::null::takes_null_only;
use super::parts::parts;
use crate::document::Document;
use crate::value::{Kind, Member, Value};

/// The choice that is left where the parts allow values of these types alone; `None` where the parts choose more than once.
pub(super) fn narrowed<'d>(
    document: &'d Document,
    schema: &'d Value,
    types: Option<&[JsonType]>,
) -> Option<&'d Value> {
    let whole = parts(document, schema);
    let mut choosing = whole.iter().filter(|part| branches(part).is_some());
    let (chooser, None) = (*choosing.next()?, choosing.next()) else {
        return None;
    };
    let (keyword, branches) = branches(chooser)?;
    let listed = items(schema, "allOf").iter();
    let mut others: Vec<Value> = Vec::new();
    for part in listed {
        let target = document.target(part).ok()?;
        if !std::ptr::eq(target, chooser) {
            others.push(part.clone());
        } else if let Some(beside) = without(target, keyword) {
            others.push(beside);
        }
    }
    let inside = others.iter().flat_map(|part| parts(document, part));
    if inside
        .into_iter()
        .any(|part| super::choice::branches(part).is_some())
    {
        return None;
    }
    others.extend(without(schema, "allOf"));
    let left = branches.iter().filter(|branch| {
        let branch = document.target(branch).unwrap_or(branch);
        let theirs = common_types(&parts(document, branch)).unwrap_or_default();
        let both = theirs.iter().any(|ty| {
            let mut types = types.unwrap_or_default().iter();
            types.any(|other| ty.is(*other) || other.is(*ty))
        });
        !takes_null_only(branch) && (types.is_none() || theirs.is_empty() || both)
    });
    let left: Vec<&Value> = left.collect();
    let spans = whole.iter().map(|part| part.span).collect();
    let made = document.made.member(keyword, spans, || {
        let each = left.iter().map(|branch| all(document, branch, &others));
        let mut each: Vec<Value> = each.collect();
        let span = chooser.span;
        let value = match each.len() {
            1 => each.remove(0),
            _ => object(span, keyword, each),
        };
        Member {
            key: keyword.into(),
            key_span: span,
            value,
        }
    });
    made.map(|member| &member.value)
        .filter(|_| !left.is_empty())
}

/// What a schema says beside a keyword of what values are.
fn without(schema: &Value, keyword: &str) -> Option<Value> {
    let members = schema.as_object()?.iter();
    let left = members.filter(|member| &*member.key != keyword && shapes(member));
    let left: Vec<Member> = left.cloned().collect();
    (!left.is_empty()).then_some(Value {
        span: schema.span,
        kind: Kind::Object(left),
    })
}

fn all(document: &Document, branch: &Value, others: &[Value]) -> Value {
    let parts: Vec<&Value> = [branch].into_iter().chain(others).collect();
    match narrowest(document, &parts).as_slice() {
        [only] => (*only).clone(),
        several => object(
            branch.span,
            "allOf",
            several.iter().copied().cloned().collect(),
        ),
    }
}

fn object(span: crate::span::Span, key: &str, schemas: Vec<Value>) -> Value {
    let member = Member {
        key: key.into(),
        key_span: span,
        value: Value {
            span,
            kind: Kind::Array(schemas),
        },
    };
    Value {
        span,
        kind: Kind::Object(vec![member]),
    }
}
