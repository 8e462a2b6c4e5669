//! One operation: request, reply, errors and everything its extensions say.

use bindery_spec::accept::accept;
use bindery_spec::body;
use bindery_spec::media_type::JSON;
use bindery_spec::names::{Scope, camel, shout, snake};
use bindery_spec::operation::{is_head, sent};
use bindery_spec::schema::Component;
use bindery_spec::template::Template;
use bindery_spec::{Applies, Extension, Finding, Limit, OperationEnvelope, Results, Value};

use super::body::Request;
use super::errors::literal_of;
use super::schema::Found;
use super::{Lower, Place as At, docs, envelope, flag, json_type, template, text};
use crate::ir::{
    self, BodyFormat, EnvelopeUse, Kind, Operation, Place, Shape, Struct, Type, TypeDef, TypeId,
    Uses,
};

impl<'d> Lower<'d> {
    pub(super) fn operation(&mut self, id: &str, at: At<'d>) {
        let named = self
            .rust_name(at.operation)
            .unwrap_or_else(|| id.to_owned());
        let wanted = camel(&named);
        let name = self.names.claim_or(&wanted, "Request");
        let signed = self.signed_parameters(at);
        let servers = self.servers_of(at);
        let results = Results::of(at.operation, &mut self.findings);
        let (envelope_use, envelope) = self.envelope_of(at.operation);
        let (request, constants, body) = self.request(at, &name, &signed);
        self.say_servers(request, &servers);
        let applies = self.applies(at.operation, request);
        let results = results.and_then(|results| self.results_told(&results, at, &name, request));
        // A reply to `HEAD` has no body, whatever is said of it.
        let head = is_head(at.method);
        let raw_reply = if head { None } else { self.raw_reply(at) };
        let (envelope_use, envelope) = match raw_reply {
            None if !head => (envelope_use, envelope),
            _ => (EnvelopeUse::None, None),
        };
        let reply = match raw_reply {
            Some(_) => Some(Type::Raw),
            None if head => None,
            None => self.reply(at, &name, envelope.as_ref(), results.as_ref()),
        };
        let offers = match (&envelope, &results) {
            (None, None) if !head => self.offers(at),
            _ => Vec::new(),
        };
        let (resend, distinct) = self.resend(at, request);
        let errors = self.operation_errors(at, &name, envelope.is_some());
        let operation = Operation {
            id: id.to_owned(),
            function: self.functions.claim(&snake(&named)),
            method: sent(at.method).into_owned(),
            path: Template::of(at.path).path,
            summary: text(at.operation, "summary")
                .unwrap_or_default()
                .trim()
                .to_owned(),
            request,
            constants,
            accepts: self.accepts(at),
            servers,
            body,
            json_type: self.sent_type(at.operation),
            accept: accept(self.doc, at.operation),
            reply_type: body::success(self.doc, at.operation)
                .map_or_else(|| JSON.to_owned(), json_type),
            reply,
            raw_reply: raw_reply.map(str::to_owned),
            offers,
            envelope: envelope_use,
            errors,
            results,
            limit: Limit::of(at.operation, &mut self.findings)
                .map(|limit| (limit.calls, limit.seconds)),
            resend,
            distinct,
            applies,
            links: Vec::new(),
        };
        self.api.operations.push(operation);
    }

    /// Other media types of the reply, each with a name. A verdict in the body is read in none of them.
    fn offers(&self, at: At<'d>) -> Vec<(String, String)> {
        let mut scope = Scope::default();
        let offers = body::offers(self.doc, at.operation).into_iter();
        let named =
            offers.map(|media_type| (scope.claim(&shout(media_type)), media_type.to_owned()));
        named.collect()
    }

    /// What the JSON of the request's body is called.
    fn sent_type(&self, operation: &Value) -> String {
        let body = operation.get("requestBody");
        let body = body.and_then(|body| self.doc.resolve(body).ok());
        body.map_or_else(|| JSON.to_owned(), json_type)
    }

    fn envelope_of(&mut self, operation: &Value) -> (EnvelopeUse, Option<ir::Envelope>) {
        match OperationEnvelope::of(operation, &mut self.findings) {
            Some(OperationEnvelope::Off(_)) => (EnvelopeUse::None, None),
            Some(OperationEnvelope::Own(own)) => {
                let own = envelope(&own);
                (EnvelopeUse::Own(own.clone()), Some(own))
            }
            None => match &self.api.envelope {
                Some(shared) => (EnvelopeUse::Document, Some(shared.clone())),
                None => (EnvelopeUse::None, None),
            },
        }
    }

    /// The request type: parameters and the members of the body side by side.
    fn request(
        &mut self,
        at: At<'d>,
        name: &str,
        signed: &[String],
    ) -> (
        TypeId,
        Vec<(Place, String, ir::Literal)>,
        Option<BodyFormat>,
    ) {
        let id = TypeId(self.api.types.len());
        self.api.types.push(TypeDef {
            name: name.to_owned(),
            span: at.operation.span,
            docs: request_docs(at.operation),
            deprecated: flag(at.operation, "deprecated"),
            shape: Shape::Pending,
            uses: Uses::default(),
        });
        let mut scope = Scope::of_fields();
        let mut parameters = self.parameters(at, name, signed, &mut scope);
        template::fit(&Template::of(at.path), signed, &mut scope, &mut parameters);
        let mut made = Struct {
            fields: parameters.fields,
            ..Struct::default()
        };
        let body = at
            .operation
            .get("requestBody")
            .and_then(|body| self.resolve(body));
        let request = &mut Request {
            name,
            scope: &mut scope,
            made: &mut made,
        };
        let format = body.and_then(|body| self.body(body, request));
        let files = body.is_some_and(|body| body::has_other_files(self.doc, body));
        self.without_upload += usize::from(files);
        self.api.types[id.0].shape = Shape::Struct(made);
        (id, parameters.constants, format)
    }

    /// `x-bindery-applies`: marks the field, and makes sure every kind has a marker.
    fn applies(&mut self, operation: &'d Value, request: TypeId) -> Option<ir::Applies> {
        let applies = Applies::of(operation, &mut self.findings)?;
        let component = Component::named(self.doc, &applies.kinds.text)?;
        let hint = camel(&applies.kinds.text);
        let kinds = Found {
            schema: self.resolve(component.schema)?,
            component: Some(component),
        };
        let Type::Named(id) = self.bare(kinds, &hint) else {
            return None;
        };
        let Shape::Enum(all) = &self.api.types[id.0].shape else {
            return None;
        };
        let mut takes = Vec::new();
        for variant in &all.variants {
            let ir::Literal::Str(wire) = &variant.wire else {
                continue;
            };
            if applies.takes.iter().any(|name| name.text == *wire) {
                takes.push(variant.name.clone());
            }
            let kind = Kind {
                wire: wire.clone(),
                docs: variant.docs.clone(),
            };
            self.api.kinds.insert(variant.name.clone(), kind);
        }
        let of = applies.of.tokens.first()?.clone();
        let field = match &mut self.api.types[request.0].shape {
            Shape::Struct(made) => {
                let named = made.fields.iter_mut().filter(|field| field.wire == of);
                // A pointer leads into the body, and to a parameter where the body has no such member.
                named.min_by_key(|field| field.place != Place::Body)
            }
            _ => None,
        };
        if let Some(field) = field {
            field.applies = true;
        } else {
            let message = "this leads to no member of the request, so that nothing says the kind";
            let finding = Finding::error("bad-pointer", applies.of.span, message);
            self.findings.push(finding);
        }
        Some(ir::Applies {
            takes,
            code: literal_of(&applies.code.value),
            of,
        })
    }
}

fn request_docs(operation: &Value) -> String {
    let mut docs = docs(operation);
    let summary = text(operation, "summary").unwrap_or_default().trim();
    // Many documents say one thing twice.
    if !docs.starts_with(summary.trim_end_matches('.')) {
        docs = format!("{summary}\n\n{docs}");
    }
    let linked = operation.get("externalDocs");
    if let Some(url) = linked.and_then(|linked| text(linked, "url")) {
        let title = linked
            .and_then(|linked| text(linked, "description"))
            .unwrap_or("Documentation");
        docs.push_str(&format!("\n\n{title}: {url}"));
    }
    docs
}
