//! Rules of a schema that its type cannot keep, checked before a request leaves.

use std::ptr;

use bindery_spec::schema::{End, integer_range, listed, parts, patterns, says_private};
use bindery_spec::{Extension, Finding, MaxBytes, Order, Time, Value};

use super::Lower;
use crate::ir::{KeyStep, Rule, Shape, Text, Type, TypeId};
use crate::pattern::{self, Compiled};
use crate::source::quoted;

impl<'d> Lower<'d> {
    /// The rules of a field whose schema is `schema`, its reference followed.
    pub(super) fn rules(&mut self, schema: &'d Value, ty: &Type) -> Vec<Rule> {
        let schema = self.bearer(schema);
        let mut rules = Vec::new();
        match ty {
            Type::Nullable(inner) => return self.rules(schema, inner),
            Type::String => self.string_rules(schema, &mut rules),
            Type::Int(_) | Type::Float(_) => self.range_rule(schema, ty, &mut rules),
            Type::Seconds | Type::Millis => {
                let time = self.extension::<Time>(schema);
                if time.is_some_and(|time| time.before_now) {
                    rules.push(Rule::BeforeNow);
                }
            }
            _ => self.structured_rules(schema, ty, &mut rules),
        }
        rules.extend(self.one_of(schema, ty));
        rules
    }

    /// The values that a schema lists, where the type has others too.
    pub(super) fn one_of(&self, schema: &Value, ty: &Type) -> Option<Rule> {
        let listed = |kind| listed(self.doc, schema, kind).map(Vec::into_iter);
        let literals = match ty {
            Type::Bool => listed("bool")?.collect(),
            Type::Int(kind) | Type::Float(kind) => {
                listed(kind)?.map(|it| format!("{it}{kind}")).collect()
            }
            Type::String => listed("String")?.map(|it| quoted(&it)).collect(),
            _ => return None,
        };
        Some(Rule::OneOf(literals))
    }

    /// Rules of a text type, which its constructors keep.
    pub(super) fn text_rules(&mut self, schema: &'d Value) -> Text {
        let number = |key| self.said(schema, key).and_then(Value::as_u64);
        Text {
            wire: String::new(),
            min_chars: number("minLength").unwrap_or(0),
            max_chars: number("maxLength"),
            max_bytes: self.max_bytes(&parts(self.doc, schema)),
            pattern: self.one_pattern(&patterns(self.doc, schema)),
            secret: false,
            private: says_private(self.doc, schema),
        }
    }

    /// The tightest limit of bytes.
    fn max_bytes(&mut self, parts: &[&'d Value]) -> Option<u64> {
        let each = parts.iter();
        let limits = each.filter_map(|part| MaxBytes::of(part, &mut self.findings));
        limits.map(|max| max.bytes).min()
    }

    fn string_rules(&mut self, schema: &'d Value, rules: &mut Vec<Rule>) {
        self.rules_of_texts(&parts(self.doc, schema), rules);
    }

    /// Whether a schema only says more of the values of a text type that belongs to another.
    fn narrows(&self, schema: &'d Value, id: TypeId) -> bool {
        let text = matches!(self.api.types[id.0].shape, Shape::Text(_));
        text && schema.get("allOf").is_some() && !self.is_of(schema, id)
    }

    /// Whether a type is the one made of a schema.
    fn is_of(&self, schema: &'d Value, id: TypeId) -> bool {
        let own = (ptr::from_ref(schema), String::new());
        self.known.get(&own) == Some(&id)
    }

    /// What a schema says of texts beyond the rules that their type keeps.
    fn further_string_rules(&mut self, schema: &'d Value, id: TypeId, rules: &mut Vec<Rule>) {
        let whole = parts(self.doc, schema);
        let own = whole.iter().find(|part| self.is_of(part, id));
        let kept = own.map_or_else(Vec::new, |own| parts(self.doc, own));
        let mut further = whole;
        further.retain(|part| !kept.iter().any(|own| ptr::eq(*own, *part)));
        self.rules_of_texts(&further, rules);
    }

    fn rules_of_texts(&mut self, parts: &[&'d Value], rules: &mut Vec<Rule>) {
        let numbers = |key| {
            let each = parts.iter();
            each.filter_map(move |part| part.get(key).and_then(Value::as_u64))
        };
        let (min, max) = (numbers("minLength").max(), numbers("maxLength").min());
        let min = min.unwrap_or(0);
        if min > 0 || max.is_some() {
            rules.push(Rule::Chars { min, max });
        }
        rules.extend(self.max_bytes(parts).map(Rule::Bytes));
        let mut seen: Vec<&str> = Vec::new();
        for member in parts.iter().filter_map(|part| part.get("pattern")) {
            if let Some(source) = member.as_str().filter(|it| !seen.contains(it)) {
                seen.push(source);
                rules.extend(self.pattern(member).map(Rule::Pattern));
            }
        }
    }

    fn structured_rules(&mut self, schema: &'d Value, ty: &Type, rules: &mut Vec<Rule>) {
        let ty_said = self.said(schema, "type").and_then(Value::as_str);
        if ty_said != Some("string") {
            let max = self.max_bytes(&parts(self.doc, schema));
            rules.extend(max.map(Rule::JsonBytes));
        }
        if let Some(order) = self.extension::<Order>(schema) {
            rules.extend(self.order_rule(schema, ty, &order));
        }
        match ty {
            Type::List { item, .. } => rules.extend(self.each(schema, "items", item, false)),
            Type::Map(value) => {
                rules.extend(self.each(schema, "additionalProperties", value, true));
            }
            Type::Named(id) if self.narrows(schema, *id) => {
                self.further_string_rules(schema, *id, rules);
            }
            _ => {}
        }
    }

    /// The rules that every item keeps, where its type does not keep them itself.
    fn each(&mut self, schema: &'d Value, key: &str, ty: &Type, map: bool) -> Option<Rule> {
        let schema = self.said(schema, key)?;
        let rules = self.rules(schema, ty);
        let nullable = matches!(ty, Type::Nullable(_));
        (!rules.is_empty()).then_some(Rule::Each {
            rules,
            nullable,
            map,
        })
    }

    /// An order bindery can check; one it cannot is a warning, and stays documentation.
    fn order_rule(&mut self, schema: &Value, ty: &Type, order: &Order) -> Option<Rule> {
        let rule = self.ascending(ty, order);
        if rule.is_none() {
            let finding = Finding::warning(
                "unchecked-order",
                schema.span,
                "this order is not checked before sending",
            );
            self.findings
                .push(finding.help("order by a required number, time or text of the items"));
        }
        rule
    }

    fn ascending(&self, ty: &Type, order: &Order) -> Option<Rule> {
        let Type::List { item, .. } = ty else {
            return None;
        };
        let (steps, end) = self.path(item, &order.by.tokens)?;
        let copied = match end {
            Type::Int(_) | Type::Float(_) | Type::Seconds | Type::Millis => true,
            Type::String => false,
            Type::Named(id) if matches!(self.api.types[id.0].shape, Shape::Text(_)) => false,
            _ => return None,
        };
        let required = |step| match step {
            KeyStep::Field {
                name,
                optional: false,
            } => Some(name),
            _ => None,
        };
        Some(Rule::Ascending {
            by: steps.into_iter().map(required).collect::<Option<_>>()?,
            wire: order
                .by
                .tokens
                .iter()
                .map(|name| escaped(name))
                .collect::<Vec<_>>()
                .join("/"),
            copied,
            strict: order.strict,
        })
    }

    /// An extension of the schema or of a part of it.
    fn extension<T: Extension>(&mut self, schema: &'d Value) -> Option<T> {
        let mut parts = parts(self.doc, schema).into_iter();
        parts.find_map(|part| T::of(part, &mut self.findings))
    }

    /// The range of a number as literals of its type; a bound the type keeps anyway is left out.
    fn range_rule(&self, schema: &'d Value, ty: &Type, rules: &mut Vec<Rule>) {
        let bound = |end: End| match ty {
            Type::Float(kind) => {
                let bound = end.float(self.doc, schema, *kind == "f32")?;
                Some(format!("{bound:?}{kind}"))
            }
            Type::Int(kind) => {
                let bound = end.integer(self.doc, schema)?;
                let (low, high) = integer_range(kind)?;
                let kept = match end {
                    End::Lower => bound <= low,
                    End::Upper => bound >= high,
                };
                (!kept && (low..=high).contains(&bound)).then(|| format!("{bound}{kind}"))
            }
            _ => None,
        };
        let (min, max) = (bound(End::Lower), bound(End::Upper));
        if min.is_some() || max.is_some() {
            rules.push(Rule::Range { min, max });
        }
    }

    /// One pattern for several, as a text type has but one.
    fn one_pattern(&mut self, all: &[&'d Value]) -> Option<Compiled> {
        let compiled = all.iter().filter_map(|member| self.pattern(member));
        let mut compiled: Vec<_> = compiled.collect();
        if compiled.len() < 2 {
            return compiled.pop();
        }
        let both = pattern::compile_all(&compiled);
        if both.is_err() {
            let at = all[all.len() - 1].span;
            let message = "patterns of several schemas are too much for one text type";
            let finding = Finding::warning("unchecked-pattern", at, message);
            self.findings
                .push(finding.label("the first alone is checked"));
        }
        both.ok().or_else(|| compiled.into_iter().next())
    }

    /// A pattern the runtime can match; one it cannot is a warning, and stays documentation.
    fn pattern(&mut self, member: &'d Value) -> Option<Compiled> {
        match pattern::compile(member.as_str()?) {
            Ok(compiled) => Some(compiled),
            Err(error) => {
                let finding = Finding::warning(
                    "unchecked-pattern",
                    member.span,
                    "this pattern is not checked before sending",
                );
                self.findings.push(finding.label(error.to_string()));
                None
            }
        }
    }
}

/// A name as a token of a JSON Pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
