//! Replies that differ by status: one variant for each.

use bindery_spec::names::Scope;
use bindery_spec::replies::Success as Said;
use bindery_spec::{body, status};

use super::body::raw;
use super::{Lower, docs, json_type};
use crate::ir::{Replies, Shape, Success, Type};

impl<'d> Lower<'d> {
    /// The type of a reply that is one of these; `omitted` are the envelope's members.
    pub(super) fn replies(&mut self, all: &[Said<'d>], name: &str, omitted: &[&str]) -> Type {
        let named = self.names.claim(&format!("{name}Reply"));
        let mut scope = Scope::with(&["Other"]);
        let successes = all.iter();
        let successes = successes.map(|said| self.success(said, name, &mut scope, omitted));
        let successes: Vec<_> = successes.collect();
        let other = successes
            .iter()
            .all(|success| success.range.0 == success.range.1);
        // It stands for no schema that others could refer to.
        let first = all.first().map(|said| said.response);
        let id = self.reserve(named, first.unwrap_or(&self.doc.root));
        self.api.types[id.0].docs = String::new();
        self.api.types[id.0].shape = Shape::Replies(Replies { successes, other });
        Type::Named(id)
    }

    fn success(
        &mut self,
        said: &Said<'d>,
        owner: &str,
        scope: &mut Scope,
        omitted: &[&str],
    ) -> Success {
        let name = scope.claim(&status::variant(&said.member.key));
        let hint = format!("{owner}{name}");
        let (mut ty, mut media_type) = (None, None);
        if let Some(json) = body::json(said.response) {
            self.note_schemaless(Some(json));
            ty = self.payload(body::schema_of(json), &hint, omitted);
        } else if let Some(other) = raw(self, said.response, "is read as it came") {
            ty = Some(Type::Raw);
            media_type = Some(other.to_owned());
        }
        Success {
            name,
            docs: docs(said.response),
            range: said.range(),
            ty,
            media_type,
            json_type: json_type(said.response),
        }
    }
}
