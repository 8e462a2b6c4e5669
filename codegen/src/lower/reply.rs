//! Replies: what is left of a success once envelope and verdicts are taken out.

use bindery_spec::schema::{Shape as Said, read};
use bindery_spec::{Finding, Results, Value, body};

use super::body::raw;
use super::errors::literal_of;
use super::{Lower, Place as At};
use crate::ir::{self, Envelope, Shape, Type, TypeId};
use crate::names::camel;

impl<'d> Lower<'d> {
    /// The reply type; `None` where a success carries nothing more.
    pub(super) fn reply(
        &mut self,
        at: At<'d>,
        name: &str,
        envelope: Option<&Envelope>,
        results: Option<&ir::Results>,
    ) -> Option<Type> {
        let schema = self.success_schema(at)?;
        if self.many_successes(at, results.is_some()) {
            return Some(Type::Json);
        }
        let found = self.find(schema)?;
        let mut omitted: Vec<&str> = envelope.map(envelope_members).unwrap_or_default();
        omitted.extend(
            results
                .and_then(|results| results.verdicts.first())
                .map(String::as_str),
        );
        let properties = self.properties(found.schema);
        let left = properties
            .members
            .iter()
            .filter(|member| !omitted.contains(&&*member.key))
            .count();
        let object = matches!(read(self.doc, found.schema).shape, Said::Object);
        if !object || left == properties.members.len() {
            return Some(self.ty(schema, &format!("{name}Reply")));
        }
        if left == 0 {
            return None;
        }
        Some(self.structure(found, &format!("{name}Reply"), &omitted))
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

    /// Whether successes have bodies of different schemas, which is said: a call returns one type.
    fn many_successes(&mut self, at: At<'d>, verdicts: bool) -> bool {
        let Some(other) = body::other_success(self.doc, at.operation) else {
            return false;
        };
        let message =
            "successes with different bodies are read as any JSON, since a call returns one type";
        let mut finding = Finding::warning("unsupported-successes", other.span, message);
        if verdicts {
            let message = "successes with different bodies, and verdicts stand in one";
            finding = Finding::error("different-successes", other.span, message);
        }
        if let Some(chosen) = self.success_schema(at) {
            finding = finding.note(chosen.span, "the first");
        }
        let finding = finding.help("describe one schema that fits both");
        self.findings.push(finding);
        true
    }

    /// `x-bindery-results`: which list is answered, and what a verdict holds besides its code.
    pub(super) fn results(
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
        let field = made.fields.iter().find(|field| field.wire == *wire)?;
        let Type::List { item, .. } = &field.ty else {
            return None;
        };
        Some((field.name.clone(), (**item).clone()))
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

/// The name of the variant for an HTTP status.
pub(super) fn status_name(status: &str) -> String {
    let known = match status {
        "400" => "BadRequest",
        "401" => "Unauthorized",
        "402" => "PaymentRequired",
        "403" => "Forbidden",
        "404" => "NotFound",
        "405" => "MethodNotAllowed",
        "406" => "NotAcceptable",
        "408" => "RequestTimeout",
        "409" => "Conflict",
        "410" => "Gone",
        "412" => "PreconditionFailed",
        "413" => "ContentTooLarge",
        "415" => "UnsupportedMediaType",
        "422" => "UnprocessableContent",
        "423" => "Locked",
        "429" => "TooManyRequests",
        "500" => "InternalServerError",
        "501" => "NotImplemented",
        "502" => "BadGateway",
        "503" => "ServiceUnavailable",
        "504" => "GatewayTimeout",
        "4XX" => "ClientError",
        "5XX" => "ServerError",
        "default" => "Unexpected",
        other => return camel(&format!("status{other}")),
    };
    known.to_owned()
}
