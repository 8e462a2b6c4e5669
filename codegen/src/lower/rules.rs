//! Rules of a schema that its type cannot keep, checked before a request leaves.

use std::ptr;

use bindery_spec::schema::{End, integer_range, listed, parts};
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
            max_bytes: self.extension::<MaxBytes>(schema).map(|max| max.bytes),
            pattern: self.pattern(schema),
            secret: false,
        }
    }

    fn string_rules(&mut self, schema: &'d Value, rules: &mut Vec<Rule>) {
        let text = self.text_rules(schema);
        if text.min_chars > 0 || text.max_chars.is_some() {
            rules.push(Rule::Chars {
                min: text.min_chars,
                max: text.max_chars,
            });
        }
        rules.extend(text.max_bytes.map(Rule::Bytes));
        rules.extend(text.pattern.map(Rule::Pattern));
    }

    /// Whether a schema only says more of the values of a text type that belongs to another.
    fn narrows(&self, schema: &'d Value, id: TypeId) -> bool {
        let own = (ptr::from_ref(schema), String::new());
        let text = matches!(self.api.types[id.0].shape, Shape::Text(_));
        text && schema.get("allOf").is_some() && self.known.get(&own) != Some(&id)
    }

    /// What a schema says by itself of texts whose type keeps the rules of its parts.
    fn own_string_rules(&mut self, schema: &'d Value, rules: &mut Vec<Rule>) {
        let number = |key| schema.get(key).and_then(Value::as_u64);
        let (min, max) = (number("minLength"), number("maxLength"));
        if min.is_some() || max.is_some() {
            let min = min.unwrap_or(0);
            rules.push(Rule::Chars { min, max });
        }
        if schema.get("pattern").is_some() {
            rules.extend(self.pattern(schema).map(Rule::Pattern));
        }
    }

    fn structured_rules(&mut self, schema: &'d Value, ty: &Type, rules: &mut Vec<Rule>) {
        let ty_said = self.said(schema, "type").and_then(Value::as_str);
        if ty_said != Some("string") {
            let max = self.extension::<MaxBytes>(schema);
            rules.extend(max.map(|max| Rule::JsonBytes(max.bytes)));
        }
        if let Some(order) = self.extension::<Order>(schema) {
            rules.extend(self.order_rule(schema, ty, &order));
        }
        match ty {
            Type::List { item, .. } => rules.extend(self.each(schema, "items", item, false)),
            Type::Map(value) => {
                rules.extend(self.each(schema, "additionalProperties", value, true));
            }
            Type::Named(id) if self.narrows(schema, *id) => self.own_string_rules(schema, rules),
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

    /// A pattern the runtime can match; one it cannot is a warning, and stays documentation.
    fn pattern(&mut self, schema: &'d Value) -> Option<Compiled> {
        let member = self.said(schema, "pattern")?;
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
