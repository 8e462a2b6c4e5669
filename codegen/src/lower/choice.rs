//! Unions whose variants are told apart by what they look like.

use bindery_spec::Value;
use bindery_spec::names::{Scope, camel};
use bindery_spec::schema::{
    Alternative, Choice, Component, JsonType, Label, Properties, Shape as Said, component,
};

use super::schema::Found;
use super::tagged::Frame;
use super::{Lower, docs, text};
use crate::ir::{Shape, Tagging, Type, Union, UnionVariant};

/// Longer names made of those of the alternatives help nobody.
const LONGEST_NAME: usize = 48;

impl<'d> Lower<'d> {
    /// The type of a choice without a tag: a union, or what all alternatives come to.
    pub(super) fn choice(&mut self, found: Found<'d>, choice: &Choice<'d>, hint: &str) -> Type {
        self.untold(
            found.schema,
            "nothing fixes this tag in every branch: values are told apart by what they look like",
        );
        if found.component.is_some() {
            return self.choice_within(found, choice, hint, &Frame::default());
        }
        let known = (std::ptr::from_ref(found.schema), String::new());
        if let Some(&id) = self.known.get(&known) {
            return Type::Named(id);
        }
        let wanted = self.type_named(found.schema);
        let owner = wanted.clone().unwrap_or_else(|| hint.to_owned());
        let variants = self.alternatives(found, choice, &owner, &Frame::default());
        if let [only] = variants.as_slice() {
            return only.ty.clone();
        }
        if variants.iter().any(|variant| variant.ty == Type::Json) {
            let why = "one of the alternatives takes any JSON, and so the others with it";
            return self.open_json(found.schema.span, why);
        }
        let joined = self.joined(choice).filter(|_| wanted.is_none());
        let types: Vec<Type> = variants.iter().map(|it| it.ty.clone()).collect();
        if let Some(name) = &joined
            && let Some(&id) = self.choices.get(&(name.clone(), types.clone()))
        {
            return Type::Named(id);
        }
        let name = self.names.claim(joined.as_deref().unwrap_or(&owner));
        let id = self.reserve(name, found.schema);
        self.known.insert(known, id);
        if let Some(joined) = joined {
            self.api.types[id.0].docs = format!("One of {}.", listed(&variants));
            self.choices.insert((joined, types), id);
        }
        self.api.types[id.0].shape = Shape::Union(untagged(variants, &Frame::default()));
        Type::Named(id)
    }

    /// The union of a choice that has a name, or that stands in another.
    pub(super) fn choice_within(
        &mut self,
        found: Found<'d>,
        choice: &Choice<'d>,
        hint: &str,
        frame: &Frame<'d>,
    ) -> Type {
        let named = |lower: &mut Self| lower.framed_name(found, hint, frame);
        self.define_as(found, &frame.key(), named, |lower, name| {
            let variants = lower.alternatives(found, choice, name, frame);
            Shape::Union(untagged(variants, frame))
        })
    }

    /// A name made of those of the alternatives, where these say everything.
    fn joined(&self, choice: &Choice<'d>) -> Option<String> {
        let labels = choice.labels(self.doc)?;
        let named = labels.iter().map(|label| match label {
            Label::Component(component) => self.component_name(component),
            Label::Words(words) => camel(words),
        });
        let joined = named.collect::<Vec<_>>().join("Or");
        (joined.len() <= LONGEST_NAME).then_some(joined)
    }

    pub(super) fn component_name(&self, component: &Component<'d>) -> String {
        let name = self.components.get(&std::ptr::from_ref(component.schema));
        name.map_or_else(|| camel(component.name), Clone::clone)
    }

    /// The variants, one for each type; of two with one type the first.
    fn alternatives(
        &mut self,
        found: Found<'d>,
        choice: &Choice<'d>,
        owner: &str,
        frame: &Frame<'d>,
    ) -> Vec<UnionVariant> {
        let mut scope = Scope::with(&["Unknown"]);
        let mut variants: Vec<UnionVariant> = Vec::new();
        for alternative in &choice.alternatives {
            let target = self
                .doc
                .resolve(alternative.schema)
                .unwrap_or(alternative.schema);
            let label = self.label(alternative, target);
            let hint = format!("{owner}{label}");
            let ty = match choice.base {
                Some(base) => self.combined(target, &hint, &frame.with(&[base])),
                None if !frame.is_empty() => self.framed(alternative.schema, &hint, frame),
                None => self.alternative(found, alternative, &hint),
            };
            if variants.iter().any(|variant| variant.ty == ty) {
                continue;
            }
            let rules = match (&ty, alternative.only) {
                (Type::Named(_), _) => Vec::new(),
                _ => self.rules(target, &ty),
            };
            variants.push(UnionVariant {
                name: scope.claim(&label),
                docs: docs(target),
                tag: None,
                ty,
                rules,
            });
        }
        variants
    }

    fn alternative(&mut self, found: Found<'d>, alternative: &Alternative<'d>, hint: &str) -> Type {
        if let Some(text) = alternative.only_text(self.doc) {
            return self.only_text(alternative.schema, text);
        }
        let shape = alternative.shape(self.doc);
        let ty = match alternative.only {
            Some(_) => {
                let component = None;
                self.shaped(shape.clone(), Found { component, ..found }, hint)
            }
            None => self.ty(alternative.schema, hint),
        };
        // Any JSON would take the values of the other alternatives too.
        match (shape, ty) {
            (Said::Of(JsonType::Object), Type::Json) => Type::Map(Box::new(Type::Json)),
            (_, ty) => ty,
        }
    }

    /// The type of one text, the same wherever it is an alternative.
    fn only_text(&mut self, schema: &'d Value, text: String) -> Type {
        if let Some(ty) = self.texts.get(&text) {
            return ty.clone();
        }
        let ty = self.ty(schema, &camel(&text));
        self.texts.insert(text, ty.clone());
        ty
    }

    /// The struct of an alternative and what stands beside the choice.
    pub(super) fn combined(&mut self, branch: &'d Value, hint: &str, frame: &Frame<'d>) -> Type {
        let found = Found {
            schema: branch,
            component: None,
        };
        let mut whole = vec![branch];
        whole.extend(&frame.beside);
        self.define(found, hint, &frame.key(), |lower, name| {
            let properties = Properties::of_all(lower.doc, &whole);
            Shape::Struct(lower.members(&properties, name, &frame.omitted))
        })
    }

    fn label(&mut self, alternative: &Alternative<'d>, target: &'d Value) -> String {
        if let Some(component) = component(self.doc, alternative.schema) {
            return self.component_name(&component);
        }
        if alternative.only.is_none() {
            let title = text(target, "title").filter(|title| title.len() <= LONGEST_NAME);
            if let Some(name) = self.type_named(target).or_else(|| title.map(camel)) {
                return name;
            }
        }
        camel(&alternative.noun(self.doc))
    }
}

fn untagged(variants: Vec<UnionVariant>, frame: &Frame<'_>) -> Union {
    Union {
        tagging: Tagging::None,
        variants,
        beyond: false,
        outside: frame.omitted.iter().map(|&it| it.to_owned()).collect(),
    }
}

/// The names of variants, as a sentence has them.
fn listed(variants: &[UnionVariant]) -> String {
    let names = variants.iter().map(|variant| format!("`{}`", variant.name));
    names.collect::<Vec<_>>().join(", ")
}
