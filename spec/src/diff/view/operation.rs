//! Operations: what is sent, and what comes back.

use std::borrow::Cow;

use super::fields::Field;
use super::form::{Form, Named, Schema, What};
use super::{View, docs, flag, read, rust_name, text};
use crate::accept::accept;
use crate::body::{self, Encoding};
use crate::extension::{Envelope, OperationEnvelope, Results};
use crate::media_type;
use crate::names::{Scope, camel, shout};
use crate::operation::{is_head, operations};
use crate::schema::{self, Shape, Way};
use crate::span::Span;
use crate::value::{Member, Value};

/// An operation and where it stands.
#[derive(Clone)]
pub(in crate::diff) struct Operation<'d> {
    pub(in crate::diff) id: Cow<'d, str>,
    /// The name of its request type.
    pub(in crate::diff) name: String,
    pub(in crate::diff) path: &'d Member,
    pub(in crate::diff) method: &'d Member,
    pub(in crate::diff) item: &'d Value,
}

impl<'d> Operation<'d> {
    pub(in crate::diff) fn value(&self) -> &'d Value {
        &self.method.value
    }

    /// Whether its replies have no body, whatever is said of them.
    pub(in crate::diff) fn is_head(&self) -> bool {
        is_head(&self.method.key)
    }

    /// The place of a keyword, or of the operation itself.
    pub(in crate::diff) fn span(&self, key: &str) -> Span {
        let member = self.value().member(key);
        member.map_or(self.method.key_span, |member| member.key_span)
    }
}

impl<'d> View<'d> {
    /// Every operation, in the order of the document.
    pub(in crate::diff) fn operations(&self) -> Vec<Operation<'d>> {
        let listed = operations(self.doc).into_iter();
        let named = listed.map(|listed| {
            let name = rust_name(listed.value()).unwrap_or_else(|| listed.id.to_string());
            Operation {
                name: camel(&name),
                id: listed.id,
                path: listed.path,
                method: listed.method,
                item: listed.item,
            }
        });
        named.collect()
    }

    /// The fields of a request: parameters first, then the members of the body, or the body as one.
    pub(in crate::diff) fn request(&self, operation: &Operation<'d>) -> Vec<Field<'d>> {
        let mut scope = Scope::of_fields();
        let mut fields = self.parameters(operation, &mut scope);
        fields.extend(self.body(operation, &mut scope));
        self.name_readers(&mut fields);
        fields
    }

    /// What the body adds.
    fn body(&self, operation: &Operation<'d>, scope: &mut Scope) -> Vec<Field<'d>> {
        let Some(body) = operation.value().get("requestBody") else {
            return Vec::new();
        };
        let body = self.resolve(body);
        let Some((media_type, encoding)) = body::sent(self.doc, body) else {
            let raw = body::raw(body).map(|_| Field {
                form: Form::Plain("Upload"),
                ..self.whole_body(operation, body, body, scope)
            });
            return raw.into_iter().collect();
        };
        let schema = body::schema_of(media_type);
        let target = self.resolve(schema);
        let object = matches!(schema::read(self.doc, target).shape, Shape::Object);
        let properties = self.properties(target);
        let mut sent = if flag(body, "required") && object && properties.rest.is_none() {
            let mut members = self.property_fields(&properties, &operation.name, &[], scope);
            let way = |field: &Field<'d>| schema::one_way(self.doc, field.schema.value);
            members.retain(|field| way(field) != Some(Way::Reply));
            members
        } else {
            vec![self.whole_body(operation, body, schema, scope)]
        };
        match encoding {
            Encoding::Json => {}
            Encoding::Form => sent
                .iter_mut()
                .for_each(|field| field.place = Cow::Borrowed("body, as a form")),
            Encoding::Multipart => self.as_parts(&mut sent, &media_type.value),
        }
        sent
    }

    /// Whether a body goes out that none of these fields of the request is in.
    pub(in crate::diff) fn sends_empty_body(
        &self,
        operation: &Operation<'d>,
        fields: &[Field<'d>],
    ) -> bool {
        let body = operation.value().get("requestBody");
        let sent = body.and_then(|body| body::sent_schema(self.doc, self.resolve(body)));
        sent.is_some() && !fields.iter().any(|field| field.place.starts_with("body"))
    }

    /// Whether the schema of the body is private as a whole.
    pub(in crate::diff) fn sends_private(&self, operation: &Operation<'d>) -> bool {
        let body = operation.value().get("requestBody");
        let sent = body.and_then(|body| body::sent_schema(self.doc, self.resolve(body)));
        sent.is_some_and(|schema| schema::says_private(self.doc, schema))
    }

    /// What the JSON of the body is called; `None` for a body that is none.
    pub(in crate::diff) fn json_type(&self, operation: &Operation<'d>) -> Option<&'d str> {
        let body = operation.value().get("requestBody")?;
        body::json(self.resolve(body)).map(media_type::of_json)
    }

    /// The media types that replies are asked for in.
    pub(in crate::diff) fn accept(&self, operation: &Operation<'d>) -> String {
        accept(self.doc, operation.value())
    }

    fn whole_body(
        &self,
        operation: &Operation<'d>,
        body: &'d Value,
        schema: &'d Value,
        scope: &mut Scope,
    ) -> Field<'d> {
        let schema = Schema::new(schema, format!("{}Body", operation.name));
        Field {
            wire: "",
            name: scope.claim("body"),
            reader: String::new(),
            required: flag(body, "required"),
            constant: None,
            form: self.form(&schema),
            schema,
            about: body,
            place: Cow::Borrowed("body"),
            span: operation.span("requestBody"),
        }
    }

    /// The envelope that an operation's replies come in. There is none around bytes, and where there is no body.
    pub(in crate::diff) fn envelope_of(&self, operation: &Operation<'d>) -> Option<Envelope> {
        let success = body::success(self.doc, operation.value());
        if operation.is_head()
            || success.is_some_and(|it| body::json(it).is_none() && body::raw(it).is_some())
        {
            return None;
        }
        match read::<OperationEnvelope>(operation.value()) {
            Some(OperationEnvelope::Off(_)) => None,
            Some(OperationEnvelope::Own(own)) => Some(*own),
            None => self.envelope.clone(),
        }
    }

    /// Other media types that the reply can be asked for in, behind the names of their constants.
    pub(in crate::diff) fn offers(&self, operation: &Operation<'d>) -> Vec<(String, &'d str)> {
        let judged = self.envelope_of(operation).is_some() || operation.is_head();
        if judged || read::<Results>(operation.value()).is_some() {
            return Vec::new();
        }
        let mut scope = Scope::default();
        let offers = body::offers(self.doc, operation.value()).into_iter();
        let named = offers.map(|media_type| (scope.claim(&shout(media_type)), media_type));
        named.collect()
    }

    /// The reply, envelope and verdicts left out; `None` where a success carries nothing more.
    pub(in crate::diff) fn reply(&self, operation: &Operation<'d>) -> Option<Form<'d>> {
        if operation.is_head() {
            return None;
        }
        if self.successes(operation).is_some() {
            return Some(Form::Plain("one of several by status"));
        }
        let success = body::success(self.doc, operation.value())?;
        if body::json(success).is_none() {
            return success.get("content").map(|_| Form::Plain("RawBody"));
        }
        let schema = self.success(operation)?;
        self.payload(
            operation,
            &Schema::new(schema, format!("{}Reply", operation.name)),
        )
    }

    /// What is left of a success without the members that others read.
    pub(super) fn payload(
        &self,
        operation: &Operation<'d>,
        schema: &Schema<'d>,
    ) -> Option<Form<'d>> {
        let envelope = self.envelope_of(operation);
        let results = self.results(operation);
        let taken = envelope.iter().flat_map(Envelope::pointers);
        let taken = taken.chain(results.iter().map(|results| &results.verdicts));
        let omitted: Vec<&str> = taken
            .filter_map(|pointer| pointer.tokens.first())
            .map(String::as_str)
            .collect();
        let members = self.properties(self.resolve(schema.value)).members;
        let left = members
            .iter()
            .filter(|member| !omitted.contains(&&*member.key))
            .count();
        let object = matches!(schema::read(self.doc, schema.value).shape, Shape::Object);
        if !object || left == members.len() {
            return Some(self.form(schema));
        }
        (left > 0).then(|| self.structure(schema, &omitted))
    }

    /// Where verdicts by item stand, if the reply has them.
    pub(in crate::diff) fn results(&self, operation: &Operation<'d>) -> Option<Results> {
        self.verdict(operation)?;
        read(operation.value())
    }

    /// The type of one verdict.
    pub(in crate::diff) fn verdict(&self, operation: &Operation<'d>) -> Option<Named<'d>> {
        let results = read::<Results>(operation.value())?;
        let mut schema = self.success(operation)?;
        for token in &results.verdicts.tokens {
            let members = self.properties(schema).members;
            schema = &members.into_iter().find(|it| *it.key == **token)?.value;
        }
        let items = self.resolve(schema).get("items")?;
        let hint = Schema::new(items, format!("{}Verdict", operation.name));
        let mut named = self.named(&hint, What::Struct, true);
        named.omitted.extend(results.code.tokens.first().cloned());
        Some(named)
    }

    /// The schema of the reply of a success.
    fn success(&self, operation: &Operation<'d>) -> Option<&'d Value> {
        body::schema(body::success(self.doc, operation.value())?)
    }

    /// What the document says of an operation.
    pub(in crate::diff) fn operation_docs(operation: &Operation<'d>) -> (&'d str, &'d str) {
        let summary = text(operation.value(), "summary").unwrap_or_default();
        (summary, docs(operation.value()))
    }
}
