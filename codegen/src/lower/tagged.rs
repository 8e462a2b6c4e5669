//! Unions whose variants a member tells apart.

use bindery_spec::Finding;
use bindery_spec::Value;
use bindery_spec::names::{Scope, camel};
use bindery_spec::schema::{Tagged, TaggedBranch};

use super::schema::Found;
use super::{Lower, docs};
use crate::ir::{Shape, Tagging, Type, Union, UnionVariant};

impl<'d> Lower<'d> {
    /// The union of a choice with a tag.
    pub(super) fn tagged(&mut self, found: Found<'d>, tagged: &Tagged<'d>, hint: &str) -> Type {
        self.one_branch_a_tag(&tagged.branches);
        self.define(found, hint, "", |lower, name| {
            let mut scope = Scope::with(&["Unknown"]);
            let branches = tagged.branches.iter();
            let variants = branches.map(|branch| lower.branch(branch, tagged, name, &mut scope));
            let variants = variants.collect();
            let tag = tagged.tag.to_owned();
            let tagging = match tagged.content {
                Some(content) => Tagging::Adjacent {
                    tag,
                    content: content.to_owned(),
                },
                None => Tagging::Internal { tag },
            };
            Shape::Union(Union { tagging, variants })
        })
    }

    fn branch(
        &mut self,
        branch: &TaggedBranch<'d>,
        tagged: &Tagged<'d>,
        owner: &str,
        scope: &mut Scope,
    ) -> UnionVariant {
        let target = self.doc.resolve(branch.schema).unwrap_or(branch.schema);
        let named = self.type_named(target);
        let name = scope.claim(&named.unwrap_or_else(|| camel(&branch.value)));
        let hint = format!("{owner}{name}");
        let ty = match tagged.content {
            Some(content) => self.content_type(branch.schema, content, &hint),
            None => self.beside_tag(branch.schema, tagged.tag, &hint),
        };
        UnionVariant {
            name,
            docs: docs(target),
            tag: branch.value.clone(),
            ty,
            rules: Vec::new(),
        }
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
        content.map_or(Type::Json, |schema| self.ty(schema, hint))
    }

    fn beside_tag(&mut self, branch: &'d Value, tag: &str, hint: &str) -> Type {
        match self.find(branch) {
            Some(found) => self.structure(found, hint, &[tag]),
            None => Type::Json,
        }
    }
}
