//! Bodies of requests: the members of the schema under the media type that bindery can write, or else bytes.

use bindery_spec::body::{self, Encoding};
use bindery_spec::names::Scope;
use bindery_spec::schema::{Shape as Said, read};
use bindery_spec::{Finding, Member, Value};

use super::multipart::media_types;
use super::{Lower, docs, flag};
use crate::ir::{BodyFormat, Field, Place, Struct, Style, Type};

/// What the fields of a body are added to.
pub(super) struct Request<'a> {
    /// The name of its type.
    pub(super) name: &'a str,
    pub(super) scope: &'a mut Scope,
    pub(super) made: &'a mut Struct,
}

impl<'d> Lower<'d> {
    /// Adds what a body holds, and tells how it is written.
    pub(super) fn body(
        &mut self,
        body: &'d Value,
        request: &mut Request<'_>,
    ) -> Option<BodyFormat> {
        let Some((media, encoding)) = body::sent(self.doc, body) else {
            raw(self, body, "is sent as the caller gives it")?;
            let field = whole(body, request, Type::Upload);
            request.made.fields.push(field);
            return Some(BodyFormat::Raw);
        };
        let schema = body::schema_of(media);
        self.note_schemaless(Some(media));
        let parts = (encoding == Encoding::Multipart).then_some(&media.value);
        self.body_fields(body, schema, parts, request);
        Some(match encoding {
            Encoding::Json => BodyFormat::Json,
            Encoding::Form => BodyFormat::Form,
            Encoding::Multipart => BodyFormat::Multipart {
                types: media_types(self.doc, &self.properties(schema), &media.value),
            },
        })
    }

    fn body_fields(
        &mut self,
        body: &'d Value,
        schema: &'d Value,
        parts: Option<&'d Value>,
        request: &mut Request<'_>,
    ) {
        let Some(found) = self.find(schema) else {
            return;
        };
        let properties = self.properties(found.schema);
        let object = matches!(read(self.doc, found.schema).shape, Said::Object);
        if object && properties.rest.is_none() && flag(body, "required") {
            let (name, scope) = (request.name, &mut *request.scope);
            let more = match parts {
                Some(media) => self.parts(&properties, media, name, scope),
                None => self.fields(&properties, name, &[], scope),
            };
            let mut fields = more.fields;
            self.hide_fields(found.schema, &mut fields);
            let sent = fields.into_iter();
            let sent = sent.filter(|field| !more.read_only.contains(&field.wire));
            request.made.fields.extend(sent);
            request.made.constants.extend(more.constants);
            return;
        }
        let hint = format!("{}Body", request.name);
        let ty = match parts {
            Some(media) if object => self.parts_struct(found, media, &hint),
            _ => self.ty(schema, &hint),
        };
        let rules = self.rules(found.schema, &ty);
        let private = self.is_private(schema, &ty);
        let field = whole(body, request, ty);
        request.made.fields.push(Field {
            private,
            rules,
            ..field
        });
    }
}

/// The field that is the whole body.
fn whole(body: &Value, request: &mut Request<'_>, ty: Type) -> Field {
    Field {
        wire: String::new(),
        name: request.scope.claim("body"),
        docs: docs(body),
        required: flag(body, "required"),
        deprecated: false,
        private: false,
        rules: Vec::new(),
        ty,
        place: Place::WholeBody,
        style: Style::Plain,
        applies: false,
        absent: None,
    }
}

/// The media type of a body that bindings hand over as it is: said with `remark` where its schema says more than that it is
/// bytes or a text.
pub(super) fn raw<'d>(lower: &mut Lower<'d>, body: &'d Value, remark: &str) -> Option<&'d str> {
    let other = body::raw(body)?;
    if !body::is_plain(lower.doc, other) {
        lower.findings.push(fallback(other, remark));
    }
    Some(&other.key)
}

fn fallback(media: &Member, remark: &str) -> Finding {
    let message = format!("a body of type `{}` {remark}", media.key);
    let finding = Finding::warning("unsupported-media-type", media.key_span, message);
    finding.help("JSON is typed, and forms of requests are")
}
