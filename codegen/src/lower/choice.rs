//! Schemas that choose: constants, enums, tagged unions, "this or anything else".

use std::collections::HashSet;

use bindery_spec::schema::{branches, discriminator, not_null};
use bindery_spec::{Finding, Kind, Member, Value};

use super::schema::Found;
use super::{Lower, docs, flag, text};
use crate::ir::{Enum, Literal, Shape, Type, Union, UnionVariant, Variant};
use crate::names::{Scope, camel};

impl<'d> Lower<'d> {
    /// The type of a schema that chooses; `None` for one that does not.
    pub(super) fn choice(&mut self, found: Found<'d>, hint: &str) -> Option<Type> {
        let schema = found.schema;
        if let Some(variants) = self.variants(schema) {
            let strings = variants
                .iter()
                .all(|variant| matches!(variant.wire, Literal::Str(_)));
            return Some(self.define(found, hint, "", |_, _| {
                Shape::Enum(Enum { variants, strings })
            }));
        }
        let (keyword, branches) = branches(schema)?;
        if let [one, other] = branches {
            if let Some(some) = not_null(one, other) {
                return Some(match self.ty(some, hint) {
                    ty @ Type::Nullable(_) => ty,
                    ty => Type::Nullable(Box::new(ty)),
                });
            }
            if other.as_object().is_some_and(<[Member]>::is_empty) {
                return Some(Type::OrJson(Box::new(self.ty(one, hint))));
            }
        }
        match discriminator(schema) {
            Some(tag) if keyword == "oneOf" => Some(self.union(found, hint, tag, branches)),
            _ => Some(self.fallback(keyword, schema)),
        }
    }

    /// The schema of what is not `null`, where a schema chooses between the two.
    pub(super) fn besides_null(&self, schema: &'d Value) -> &'d Value {
        match branches(schema) {
            Some((_, [one, other])) => not_null(one, other)
                .and_then(|some| self.doc.resolve(some).ok())
                .unwrap_or(schema),
            _ => schema,
        }
    }

    /// The value of a property that has just one.
    pub(super) fn constant(&mut self, schema: &'d Value) -> Option<Literal> {
        let schema = self.doc.resolve(schema).ok()?;
        literal(schema.get("const")?)
    }

    /// The variants of an enum: `oneOf` constants, or `enum`.
    fn variants(&mut self, schema: &'d Value) -> Option<Vec<Variant>> {
        let mut scope = Scope::with(&["Unknown"]);
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            let literals: Vec<_> = values
                .iter()
                .filter(|value| !matches!(value.kind, Kind::Null))
                .map(literal)
                .collect();
            let literals: Vec<Literal> = literals.into_iter().collect::<Option<_>>()?;
            return uniform(&literals).then(|| {
                let variant = |wire: Literal| {
                    let name = scope.claim(&variant_name(&wire));
                    Variant {
                        name,
                        docs: String::new(),
                        deprecated: false,
                        wire,
                    }
                };
                let firsts = firsts(&literals);
                let listed = literals.into_iter().zip(firsts);
                let listed = listed.filter_map(|(literal, first)| first.then_some(literal));
                listed.map(variant).collect()
            });
        }
        let branches = schema.get("oneOf")?.as_array()?;
        let literals = branches
            .iter()
            .map(|branch| literal(branch.get("const")?))
            .collect::<Option<Vec<_>>>()?;
        if !uniform(&literals) {
            return None;
        }
        let firsts = firsts(&literals);
        let variants = branches.iter().zip(literals).zip(firsts);
        let variants = variants.filter_map(|(variant, first)| first.then_some(variant));
        let variants = variants.map(|(branch, wire)| {
            let named = self
                .type_named(branch)
                .or_else(|| text(branch, "title").map(camel));
            let name = scope.claim(&named.unwrap_or_else(|| variant_name(&wire)));
            Variant {
                name,
                docs: docs(branch),
                deprecated: flag(branch, "deprecated"),
                wire,
            }
        });
        Some(variants.collect())
    }

    /// A union whose branches each fix the tag with `const`.
    fn union(&mut self, found: Found<'d>, hint: &str, tag: &'d str, branches: &'d [Value]) -> Type {
        let tagged: Option<Vec<_>> = branches
            .iter()
            .map(|branch| self.tag_of(branch, tag))
            .collect();
        let Some(tagged) = tagged else {
            return self.fallback("discriminator", found.schema);
        };
        self.one_branch_a_tag(branches, &tagged);
        let content = self.content(tag, branches);
        self.define(found, hint, "", |lower, name| {
            let mut scope = Scope::with(&["Unknown"]);
            let variants = branches.iter().zip(tagged).map(|(branch, value)| {
                let target = lower.doc.resolve(branch).unwrap_or(branch);
                let named = lower.type_named(target).unwrap_or_else(|| camel(&value));
                let variant = scope.claim(&named);
                let hint = format!("{name}{variant}");
                let ty = match content {
                    Some(content) => lower.content_type(branch, content, &hint),
                    None => lower.beside_tag(branch, tag, &hint),
                };
                UnionVariant {
                    name: variant,
                    docs: docs(target),
                    tag: value,
                    ty,
                }
            });
            let variants = variants.collect();
            Shape::Union(Union {
                tag: tag.to_owned(),
                content: content.map(str::to_owned),
                variants,
            })
        })
    }

    fn one_branch_a_tag(&mut self, branches: &[Value], tags: &[String]) {
        for (at, (branch, tag)) in branches.iter().zip(tags).enumerate() {
            if let Some(first) = tags[..at].iter().position(|other| other == tag) {
                let message = format!("two branches have the tag `{tag}`");
                let finding = Finding::error("duplicate-tag", branch.span, message);
                self.findings
                    .push(finding.note(branches[first].span, "first here"));
            }
        }
    }

    fn tag_of(&mut self, branch: &'d Value, tag: &str) -> Option<String> {
        let properties = self.properties(branch);
        let member = properties
            .members
            .iter()
            .find(|member| &*member.key == tag)?;
        match self.constant(&member.value) {
            Some(Literal::Str(value)) => Some(value),
            _ => None,
        }
    }

    /// The one other property of every branch, where all agree on its name.
    fn content(&mut self, tag: &str, branches: &'d [Value]) -> Option<&'d str> {
        let mut agreed = None;
        for branch in branches {
            let properties = self.properties(branch);
            let mut others = properties
                .members
                .iter()
                .filter(|member| &*member.key != tag);
            let (Some(only), None) = (others.next(), others.next()) else {
                return None;
            };
            if agreed.is_some_and(|name| name != &*only.key) {
                return None;
            }
            agreed = Some(&*only.key);
        }
        agreed
    }

    fn content_type(&mut self, branch: &'d Value, content: &str, hint: &str) -> Type {
        let properties = self.properties(branch);
        let member = properties
            .members
            .iter()
            .find(|member| &*member.key == content);
        member.map_or(Type::Json, |member| self.ty(&member.value, hint))
    }

    fn beside_tag(&mut self, branch: &'d Value, tag: &str, hint: &str) -> Type {
        match self.find(branch) {
            Some(found) => self.structure(found, hint, &[tag]),
            None => Type::Json,
        }
    }
}

/// A string, integer or Boolean of the document; other JSON is no constant bindery writes.
pub(super) fn literal(value: &Value) -> Option<Literal> {
    match &value.kind {
        Kind::String(text) => Some(Literal::Str(text.to_string())),
        Kind::Bool(flag) => Some(Literal::Bool(*flag)),
        Kind::Number(_) => value.as_i64().map(Literal::Int),
        _ => None,
    }
}

/// Whether all are strings, or all integers, and there is at least one.
fn uniform(literals: &[Literal]) -> bool {
    let strings = literals
        .iter()
        .filter(|literal| matches!(literal, Literal::Str(_)))
        .count();
    let integers = literals
        .iter()
        .filter(|literal| matches!(literal, Literal::Int(_)))
        .count();
    !literals.is_empty() && (strings == literals.len() || integers == literals.len())
}

/// Which literals have not stood before: one listed twice is one variant.
fn firsts(literals: &[Literal]) -> Vec<bool> {
    let mut seen = HashSet::new();
    literals
        .iter()
        .map(|literal| seen.insert(literal.plain()))
        .collect()
}

fn variant_name(wire: &Literal) -> String {
    match wire {
        Literal::Str(text) => camel(text),
        Literal::Int(number) if *number < 0 => format!("Minus{}", number.unsigned_abs()),
        Literal::Int(number) => format!("N{number}"),
        Literal::Bool(flag) => camel(&flag.to_string()),
    }
}
