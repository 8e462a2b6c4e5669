//! Unions whose variants a member tells apart.

use bindery_spec::Finding;
use bindery_spec::Value;
use bindery_spec::names::{Scope, camel};
use bindery_spec::schema::{
    JsonType, Properties, Shape as Said, Tagged, TaggedBranch, adds, is_direct, read,
};

use super::schema::Found;
use super::{Lower, docs};
use crate::ir::{Literal, Shape, Tagging, Type, Union, UnionVariant};

/// What stands around an object: the choices that it is a branch of.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame<'d> {
    /// Schemas whose members it has too.
    pub(super) beside: Vec<&'d Value>,
    /// Members that the unions around it write and read.
    pub(super) omitted: Vec<&'d str>,
}

impl<'d> Frame<'d> {
    pub(super) fn is_empty(&self) -> bool {
        self.beside.is_empty() && self.omitted.is_empty()
    }

    /// What tells types of one schema apart.
    pub(super) fn key(&self) -> String {
        let mut key = self.omitted.join("/");
        for beside in &self.beside {
            key += &format!("beside {:p}", std::ptr::from_ref(*beside));
        }
        key
    }

    /// With more schemas beside.
    pub(super) fn with(&self, beside: &[&'d Value]) -> Self {
        let mut frame = self.clone();
        for beside in beside {
            if !frame.beside.iter().any(|it| std::ptr::eq(*it, *beside)) {
                frame.beside.push(beside);
            }
        }
        frame
    }

    fn without(mut self, member: &'d str) -> Self {
        if !self.omitted.contains(&member) {
            self.omitted.push(member);
        }
        self
    }
}

impl<'d> Lower<'d> {
    /// The union of a choice with a tag.
    pub(super) fn tagged(
        &mut self,
        found: Found<'d>,
        tagged: &Tagged<'d>,
        hint: &str,
        frame: &Frame<'d>,
    ) -> Type {
        self.one_branch_a_tag(&tagged.branches);
        let named = |lower: &mut Self| lower.framed_name(found, hint, frame);
        self.define_as(found, &frame.key(), named, |lower, name| {
            let mut scope = Scope::with(&["Unknown"]);
            let content = tagged.content.filter(|_| frame.is_empty());
            let branches = tagged.branches.iter();
            let variants = branches.map(|branch| {
                let (name, mut variant) = lower.variant_of(branch, tagged, name, &mut scope);
                variant.ty = match content {
                    Some(content) => lower.content_type(branch.schema, content, &name),
                    None => lower.beside_tag(branch, tagged.tag, &name, frame),
                };
                variant
            });
            let variants = variants.collect();
            let tag = tagged.tag.to_owned();
            let tagging = match content {
                Some(content) => Tagging::Adjacent {
                    tag,
                    content: content.to_owned(),
                },
                None => Tagging::Internal { tag },
            };
            Shape::Union(Union {
                tagging,
                variants,
                beyond: tagged.inherited,
                outside: frame.omitted.iter().map(|&it| it.to_owned()).collect(),
            })
        })
    }

    /// A variant whose type is still to be found out, and a name for that.
    fn variant_of(
        &mut self,
        branch: &TaggedBranch<'d>,
        tagged: &Tagged<'d>,
        owner: &str,
        scope: &mut Scope,
    ) -> (String, UnionVariant) {
        let target = self.doc.resolve(branch.schema).unwrap_or(branch.schema);
        let named = self.type_named(target);
        let name = scope.claim(&named.unwrap_or_else(|| camel(&branch.value)));
        let hint = format!("{owner}{name}");
        let variant = UnionVariant {
            name,
            docs: docs(target),
            tag: Some(literal(tagged.kind, &branch.value)),
            ty: Type::Json,
            rules: Vec::new(),
        };
        (hint, variant)
    }

    fn one_branch_a_tag(&mut self, branches: &[TaggedBranch<'d>]) {
        for (at, branch) in branches.iter().enumerate() {
            let mut before = branches[..at].iter();
            if let Some(first) = before.find(|other| other.value == branch.value) {
                let message = format!("two branches have the tag `{}`", branch.value);
                let finding = Finding::error("duplicate-tag", branch.schema.span, message);
                self.findings
                    .push(finding.note(first.schema.span, "first here"));
            }
        }
    }

    fn content_type(&mut self, branch: &'d Value, content: &str, hint: &str) -> Type {
        let content = self.properties(branch).get(content);
        match content {
            Some(schema) => self.ty(schema, hint),
            None => self.open_json(branch.span, "the branch does not say what its content is"),
        }
    }

    /// The type of a branch whose content stands beside the tag.
    fn beside_tag(
        &mut self,
        branch: &TaggedBranch<'d>,
        tag: &'d str,
        hint: &str,
        frame: &Frame<'d>,
    ) -> Type {
        let Some(found) = self.find(branch.schema) else {
            return Type::Json;
        };
        let mut frame = frame.with(&branch.beside);
        let properties = Properties::of(self.doc, found.schema);
        if !properties.settles(self.doc, tag, &branch.value) {
            frame = frame.without(tag);
        }
        if branch.nested {
            self.framed(branch.schema, hint, &frame)
        } else {
            self.object(found, hint, &frame)
        }
    }

    /// The type of an alternative, or of a branch that is a choice itself.
    pub(super) fn framed(&mut self, schema: &'d Value, hint: &str, frame: &Frame<'d>) -> Type {
        let Some(found) = self.find(schema) else {
            return Type::Json;
        };
        match read(self.doc, found.schema).shape {
            Said::Tagged(tagged) => self.tagged(found, &tagged, hint, frame),
            Said::Choice(choice) => self.choice_within(found, &choice, hint, frame),
            Said::Same(other) => self.framed(other, hint, frame),
            _ => self.object(found, hint, frame),
        }
    }

    /// Says that a discriminator is passed over.
    pub(super) fn untold(&mut self, schema: &Value, message: &str) {
        let Some(member) = schema.member("discriminator") else {
            return;
        };
        let finding = Finding::warning("unsupported-discriminator", member.key_span, message);
        let help = "let each of the schemas fix one text, integer or truth value of the tag, by `const` or `mapping`";
        self.findings.push(finding.help(help));
    }

    /// The name of a type that stands in a choice: that of its component, unless the component is used by itself too.
    pub(super) fn framed_name(
        &mut self,
        found: Found<'d>,
        hint: &str,
        frame: &Frame<'d>,
    ) -> String {
        if found.component.is_some() && !frame.is_empty() && is_direct(self.doc, found.schema) {
            return self.names.claim(hint);
        }
        self.type_name(found, hint)
    }

    /// The members of one schema alone, and of what stands around it.
    pub(super) fn object(&mut self, found: Found<'d>, hint: &str, frame: &Frame<'d>) -> Type {
        let mut frame = frame.clone();
        let (doc, omitted) = (self.doc, &frame.omitted);
        frame.beside.retain(|beside| adds(doc, beside, omitted));
        if !frame.beside.is_empty() {
            return self.combined(found.schema, hint, &frame);
        }
        if !matches!(read(self.doc, found.schema).shape, Said::Tagged(_)) {
            let named = |lower: &mut Self| lower.framed_name(found, hint, &frame);
            return self.define_as(found, &frame.key(), named, |lower, name| {
                let properties = lower.properties(found.schema);
                Shape::Struct(lower.members(&properties, name, &frame.omitted))
            });
        }
        // The name of a base goes to the choice of its heirs.
        let base = found.component.as_ref().map(|it| self.component_name(it));
        let hint = base.map_or_else(|| hint.to_owned(), |name| format!("{name}Base"));
        let key = format!("itself {}", frame.key());
        let name = |lower: &mut Self| lower.names.claim(&hint);
        self.define_as(found, &key, name, |lower, name| {
            let properties = lower.properties(found.schema);
            Shape::Struct(lower.members(&properties, name, &frame.omitted))
        })
    }
}

/// A value of a tag of a type.
pub(super) fn literal(kind: JsonType, value: &str) -> Literal {
    match (kind, value.parse()) {
        (JsonType::Integer, Ok(number)) => Literal::Int(number),
        (JsonType::Boolean, _) => Literal::Bool(value == "true"),
        _ => Literal::Str(value.to_owned()),
    }
}
