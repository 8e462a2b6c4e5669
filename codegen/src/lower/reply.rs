//! Replies: what is left of a success once envelope and verdicts are taken out.

use bindery_spec::schema::{Shape as Said, read};
use bindery_spec::{Finding, Results, Value, body, replies};

use super::body::raw;
use super::errors::literal_of;
use super::{Lower, Place as At};
use crate::ir::{self, Envelope, Place, Shape, Type, TypeId};

impl<'d> Lower<'d> {
    /// The reply type; `None` where a success carries nothing more.
    pub(super) fn reply(
        &mut self,
        at: At<'d>,
        name: &str,
        envelope: Option<&Envelope>,
        results: Option<&ir::Results>,
    ) -> Option<Type> {
        let mut omitted: Vec<&str> = envelope.map(envelope_members).unwrap_or_default();
        if results.is_none()
            && let Some(all) = replies::several(self.doc, at.operation)
        {
            return Some(self.replies(&all, name, &omitted));
        }
        let schema = self.success_schema(at)?;
        self.note_schemaless(body::success(self.doc, at.operation).and_then(body::json));
        self.one_success(at, results.is_some());
        omitted.extend(
            results
                .and_then(|results| results.verdicts.first())
                .map(String::as_str),
        );
        self.payload(schema, &format!("{name}Reply"), &omitted)
    }

    /// What is left of a success without the members that others read; `None` for nothing.
    pub(super) fn payload(
        &mut self,
        schema: &'d Value,
        hint: &str,
        omitted: &[&str],
    ) -> Option<Type> {
        let found = self.find(schema)?;
        let properties = self.properties(found.schema);
        let left = properties
            .members
            .iter()
            .filter(|member| !omitted.contains(&&*member.key))
            .count();
        let object = matches!(read(self.doc, found.schema).shape, Said::Object);
        if !object || left == properties.members.len() {
            let ty = self.ty(schema, hint);
            self.no_private(schema, &ty);
            return Some(ty);
        }
        if left == 0 {
            return None;
        }
        Some(self.structure(found, hint, omitted))
    }

    /// The schema of the reply of a success.
    fn success_schema(&self, at: At<'d>) -> Option<&'d Value> {
        body::schema(body::success(self.doc, at.operation)?)
    }

    /// The media type of a success that is no JSON.
    pub(super) fn raw_reply(&mut self, at: At<'d>) -> Option<&'d str> {
        let reply = body::success(self.doc, at.operation)?;
        match body::json(reply) {
            Some(_) => None,
            None => raw(self, reply, "is read as it came"),
        }
    }

    /// Complains of successes with different bodies where verdicts stand in one.
    fn one_success(&mut self, at: At<'d>, verdicts: bool) {
        let Some(other) = body::other_success(self.doc, at.operation).filter(|_| verdicts) else {
            return;
        };
        let message = "successes with different bodies, and verdicts stand in one";
        let mut finding = Finding::error("different-successes", other.span, message);
        if let Some(chosen) = self.success_schema(at) {
            finding = finding.note(chosen.span, "the first");
        }
        let finding = finding.help("describe one schema that fits both");
        self.findings.push(finding);
    }

    /// [`results`](Self::results), never left out in silence.
    pub(super) fn results_told(
        &mut self,
        results: &Results,
        at: At<'d>,
        name: &str,
        request: TypeId,
    ) -> Option<ir::Results> {
        let before = self.findings.len();
        let made = self.results(results, at, name, request);
        if made.is_none() && self.findings.len() == before {
            let message = "these verdicts cannot be paired: items and verdicts must be arrays that the schemas describe";
            let finding = Finding::error("unsupported-results", results.span, message);
            self.findings.push(finding);
        }
        made
    }

    /// `x-bindery-results`: which list is answered, and what a verdict holds besides its code.
    fn results(
        &mut self,
        results: &Results,
        at: At<'d>,
        name: &str,
        request: TypeId,
    ) -> Option<ir::Results> {
        let (field, item) = self.answered(results, request)?;
        let code = results.code.tokens.first()?.clone();
        let verdict = self.verdict_schema(results, at)?;
        let found = self.find(verdict)?;
        let verdict = self.structure(found, &format!("{name}Verdict"), &[&code]);
        Some(ir::Results {
            items: field,
            item,
            verdicts: results.verdicts.tokens.clone(),
            code,
            proof: results
                .proof
                .as_ref()
                .and_then(|at| at.tokens.first().cloned()),
            success: results
                .success
                .iter()
                .map(|code| literal_of(&code.value))
                .collect(),
            verdict,
            errors: self.item_errors(&results.errors, name),
        })
    }

    /// The request's list: the field's name and the type of its items.
    fn answered(&mut self, results: &Results, request: TypeId) -> Option<(String, Type)> {
        let Shape::Struct(made) = &self.api.types[request.0].shape else {
            return None;
        };
        let [wire] = results.items.tokens.as_slice() else {
            self.findings.push(Finding::error(
                "unsupported-results",
                results.items.span,
                "items deeper in the request are not supported yet",
            ));
            return None;
        };
        let fields = made.fields.iter().filter(|field| field.wire == *wire);
        let field = fields.min_by_key(|field| field.place != Place::Body)?;
        let Type::List { item, .. } = &field.ty else {
            return None;
        };
        let (name, item) = (field.name.clone(), (**item).clone());
        if field.private {
            let message = "these items are shown in full in the outcome, each by itself: `x-bindery-private` is on the list";
            let finding = Finding::error("unsupported-private", results.items.span, message);
            let help = "put it on the members of the items, or give the items' text a schema of its own under `components`";
            self.findings.push(finding.help(help));
        }
        Some((name, item))
    }

    fn verdict_schema(&mut self, results: &Results, at: At<'d>) -> Option<&'d Value> {
        let mut schema = self.success_schema(at)?;
        for token in &results.verdicts.tokens {
            let properties = self.properties(schema);
            schema = &properties
                .members
                .iter()
                .find(|member| *member.key == **token)?
                .value;
        }
        self.resolve(schema)?.get("items")
    }
}

/// The top-level members an envelope takes up.
fn envelope_members(envelope: &Envelope) -> Vec<&str> {
    let status = envelope.status.as_ref().map(|(at, ..)| at);
    let places = [&envelope.success_at, &envelope.code]
        .into_iter()
        .chain(&envelope.message)
        .chain(status);
    places
        .chain(&envelope.also)
        .filter_map(|path| path.first())
        .map(String::as_str)
        .collect()
}
