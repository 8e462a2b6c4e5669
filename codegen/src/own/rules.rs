//! The rules of a member, as constants of the runtime's `own::Rule`.

use crate::ir::{Field, Rule, Type};
use crate::source::{option, quoted, quoted_list};

/// A slice of the rules.
pub(super) fn rules(field: &Field) -> String {
    slice(&field.rules, &field.ty)
}

fn slice(rules: &[Rule], ty: &Type) -> String {
    let rules: Vec<_> = rules.iter().map(|rule| text(rule, ty)).collect();
    format!("&[{}]", rules.join(", "))
}

fn text(rule: &Rule, ty: &Type) -> String {
    let ty = match ty {
        Type::Nullable(inner) => inner,
        ty => ty,
    };
    let text = match rule {
        Rule::Chars { min, max } => {
            let max = max.map_or("::core::primitive::usize::MAX".to_owned(), |max| {
                max.to_string()
            });
            format!("Chars({min}, {max})")
        }
        Rule::Bytes(max) => format!("Bytes({max})"),
        Rule::JsonBytes(max) => format!("JsonBytes({max})"),
        Rule::Pattern(pattern) => {
            let pattern = pattern.to_rust("__rt");
            format!("Pattern({{ static PATTERN: __rt::Pattern = {pattern}; &PATTERN }})")
        }
        Rule::Range { min, max } => format!(
            "Range({}, {})",
            bound(min.as_deref(), ty),
            bound(max.as_deref(), ty)
        ),
        Rule::Ascending { wire, strict, .. } => {
            let tokens = wire.split('/').filter(|token| !token.is_empty());
            let by: Vec<_> = tokens
                .map(|token| token.replace("~1", "/").replace("~0", "~"))
                .collect();
            format!("Ascending({}, {strict})", quoted_list(&by))
        }
        Rule::Each { rules, map, .. } => {
            let item = match ty {
                Type::List { item, .. } | Type::Map(item) => item,
                ty => ty,
            };
            let each = if *map { "EachMember" } else { "Each" };
            format!("{each}({})", slice(rules, item))
        }
        Rule::OneOf(values) => {
            let values: Vec<_> = values.iter().map(|it| listed(it, ty)).collect();
            format!("OneOf(&[{}])", values.join(", "))
        }
        Rule::BeforeNow if *ty == Type::Millis => "MillisBeforeNow".to_owned(),
        Rule::BeforeNow => "SecondsBeforeNow".to_owned(),
    };
    format!("__rt::own::Rule::{text}")
}

fn bound(literal: Option<&str>, ty: &Type) -> String {
    option(literal.map(|literal| format!("__rt::own::Bound::{}", plain(literal, ty))))
}

fn listed(literal: &str, ty: &Type) -> String {
    let value = match ty {
        Type::Bool => format!("Flag({literal})"),
        Type::String => format!("Text({literal})"),
        ty => format!("Number(__rt::own::Bound::{})", plain(literal, ty)),
    };
    format!("__rt::own::Listed::{value}")
}

/// A number without the suffix of the generated field's type.
fn plain(literal: &str, ty: &Type) -> String {
    let (sort, suffix) = match ty {
        Type::Float(kind) => ("Float", *kind),
        Type::Int(kind) => ("Int", *kind),
        _ => ("Int", ""),
    };
    let number = literal.strip_suffix(suffix).unwrap_or(literal);
    format!("{sort}({number})")
}

/// What a list takes, in words.
pub(super) fn takes(field: &Field, min: u64, max: Option<u64>) -> String {
    let items = match (min, max) {
        (0, Some(max)) => format!("at most {max}"),
        (min, None) => format!("at least {min}"),
        (min, Some(max)) if min == max => format!("{min}"),
        (min, Some(max)) => format!("{min} to {max}"),
    };
    quoted(&format!(
        "`{}` takes {items} items, and this type allows other lengths",
        field.label()
    ))
}
