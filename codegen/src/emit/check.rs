//! Checks of what only values can break.

use super::Emit;
use crate::ir::{Api, Field, Place, Rule, Shape, Struct, Type, TypeDef};
use crate::lower::for_each_type;
use crate::source::{fill, quoted};

/// Which types hold values that can break rules: found by repeating until nothing changes.
pub(super) fn checked_types(api: &Api) -> Vec<bool> {
    let mut checked = vec![false; api.types.len()];
    loop {
        let mut changed = false;
        for (index, def) in api.types.iter().enumerate() {
            if !checked[index] && has_rules(&def.shape, &checked) {
                checked[index] = true;
                changed = true;
            }
        }
        if !changed {
            return checked;
        }
    }
}

fn has_rules(shape: &Shape, checked: &[bool]) -> bool {
    let own = match shape {
        Shape::Text(_) => true,
        Shape::Struct(made) => made.fields.iter().any(|field| !field.rules.is_empty()),
        Shape::Union(union) => union.variants.iter().any(|it| !it.rules.is_empty()),
        _ => false,
    };
    let mut inner = false;
    for_each_type(shape, &mut |ty| inner |= is_checked(ty, checked));
    own || inner
}

pub(super) fn is_checked(ty: &Type, checked: &[bool]) -> bool {
    match ty {
        Type::Named(id) => checked[id.0],
        Type::List {
            bounds: Some(_), ..
        } => true,
        Type::List { item: inner, .. }
        | Type::Map(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner)
        | Type::OrJson(inner) => is_checked(inner, checked),
        Type::Tuple(items) => items.iter().any(|item| is_checked(item, checked)),
        _ => false,
    }
}

impl Emit<'_> {
    pub(super) fn struct_checks(&self, made: &Struct) -> String {
        made.fields
            .iter()
            .map(|field| self.field_checks(field))
            .collect()
    }

    /// The impl that every type of a request has, with or without rules: lists of it need one.
    pub(super) fn check_impl(&mut self, def: &TypeDef, checks: &str) {
        let template = if checks.is_empty() {
            "impl __rt::Check for $name {}"
        } else {
            r"
            impl __rt::Check for $name {
                fn check(&self, c: &mut __rt::Checker) {
                    $checks
                }
            }
            "
        };
        self.out.push(&fill!(template, name = def.name, checks));
    }

    fn field_checks(&self, field: &Field) -> String {
        let wire = quoted(&pointer(field));
        let name = &field.name;
        let mut text = String::new();
        if is_checked(&field.ty, &self.checked) {
            text.push_str(&fill!("c.field($wire, &self.$name);", wire, name));
        }
        if let Some(rule) = text_rule(&field.rules, &field.ty, &wire, &format!("&self.{name}")) {
            text.push_str(&rule);
            return text;
        }
        let optional = !field.required || matches!(field.ty, Type::Nullable(_));
        let rules = rule_texts(&field.rules, &wire);
        if rules.is_empty() {
            return text;
        }
        let template = if optional {
            "if let ::core::option::Option::Some(value) = &self.$name { $rules }"
        } else {
            "{ let value = &self.$name; $rules }"
        };
        text.push_str(&fill!(template, name, rules));
        text
    }
}

/// The call for values whose one rule is the length of each text that they hold, absent or not.
pub(super) fn text_rule(rules: &[Rule], ty: &Type, wire: &str, value: &str) -> Option<String> {
    let [rule] = rules else {
        return None;
    };
    let (min, max) = chars(rule)?;
    let max = limit(max);
    holds_texts(ty).then(|| format!("c.chars_in({wire}, {value}, {min}, {max});"))
}

/// Whether a rule for all texts that a value holds can go through it by itself.
fn holds_texts(ty: &Type) -> bool {
    match ty {
        Type::String => true,
        Type::List { item: inner, .. } | Type::Map(inner) | Type::Nullable(inner) => {
            holds_texts(inner)
        }
        _ => false,
    }
}

/// Fewest and most characters, where the rule says nothing else of a text or of all texts of a list or map.
fn chars(rule: &Rule) -> Option<(u64, Option<u64>)> {
    match rule {
        Rule::Chars { min, max } => Some((*min, *max)),
        Rule::Each { rules, .. } => match &**rules {
            [rule] => chars(rule),
            _ => None,
        },
        _ => None,
    }
}

fn limit(max: Option<u64>) -> String {
    max.map_or("::core::primitive::usize::MAX".to_owned(), |max| {
        max.to_string()
    })
}

/// Where a field stands, for messages.
fn pointer(field: &Field) -> String {
    let wire = field.wire.replace('~', "~0").replace('/', "~1");
    match field.place {
        Place::Body => wire,
        Place::WholeBody | Place::Rest => String::new(),
        Place::Path => format!("path/{wire}"),
        Place::Query => format!("query/{wire}"),
        Place::Header => format!("header/{wire}"),
        Place::Cookie => format!("cookie/{wire}"),
    }
}

/// The checks of a value, one after the other.
pub(super) fn rule_texts(rules: &[Rule], wire: &str) -> String {
    let is_pattern = |rule: &&Rule| matches!(rule, Rule::Pattern(_));
    // Each pattern is a constant of one name.
    let several = rules.iter().filter(is_pattern).count() > 1;
    let each = rules.iter().map(|rule| match rule_text(rule, wire) {
        text if several && is_pattern(&rule) => format!("{{ {text} }}"),
        text => text,
    });
    each.collect()
}

fn rule_text(rule: &Rule, wire: &str) -> String {
    let option = |value: &Option<String>| match value {
        Some(value) => format!("::core::option::Option::Some({value})"),
        None => "::core::option::Option::None".to_owned(),
    };
    match rule {
        Rule::Chars { min, max } => format!("c.chars({wire}, value, {min}, {});", limit(*max)),
        Rule::Bytes(max) => format!("c.max_bytes({wire}, value, {max});"),
        Rule::JsonBytes(max) => format!("c.max_json_bytes({wire}, value, {max});"),
        Rule::Pattern(pattern) => {
            format!(
                "const PATTERN: __rt::Pattern = {}; c.pattern({wire}, value, &PATTERN);",
                pattern.to_rust("__rt")
            )
        }
        Rule::Range { min, max } => {
            format!("c.range({wire}, *value, {}, {});", option(min), option(max))
        }
        Rule::OneOf(values) => format!("c.one_of({wire}, value, &[{}]);", values.join(", ")),
        Rule::BeforeNow => format!("c.before_now({wire}, *value);"),
        Rule::Each {
            rules,
            nullable,
            map,
        } => {
            let rules: String = rule_texts(rules, "name");
            let rules = if *nullable {
                format!("if let ::core::option::Option::Some(value) = value {{ {rules} }}")
            } else {
                rules
            };
            let method = if *map { "each_member" } else { "each" };
            format!("c.{method}({wire}, value, |c, name, value| {{ {rules} }});")
        }
        Rule::Ascending {
            by,
            wire: by_wire,
            copied,
            strict,
        } => {
            let key = match by.as_slice() {
                [] => "*item".to_owned(),
                fields => format!("item.{}", fields.join(".")),
            };
            let key = if *copied {
                key
            } else {
                format!("::core::clone::Clone::clone(&{key})")
            };
            let by = quoted(by_wire);
            format!("c.ascending({wire}, {by}, value, {strict}, |item| {key});")
        }
    }
}
