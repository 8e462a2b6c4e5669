//! Reading the typed request of a call: from its body alone, or from path, query, headers and body together.

use crate::emit::Emit;
use crate::emit::decode::{arm, slot};
use crate::emit::operation::{place, style};
use crate::emit::structs::allow_deprecated;
use crate::ir::{BodyFormat, Field, Operation, Place, Shape, Struct, Style, Type};
use crate::source::{fill, quoted};

impl Emit<'_> {
    /// A function that reads the typed request of a call.
    pub(super) fn reader(&self, operation: &Operation) -> String {
        let def = &self.api.types[operation.request.0];
        let Shape::Struct(made) = &def.shape else {
            return String::new();
        };
        let body_only = made.fields.iter().all(|field| field.place == Place::Body);
        let form = match &operation.body {
            Some(BodyFormat::Form) => self.form_reader(made),
            Some(BodyFormat::Multipart { .. }) => self.multipart_reader(made),
            _ => String::new(),
        };
        let body = if body_only && operation.body.is_some() {
            format!("{}.map_err(__rt::server::Fault::Body)", decode(operation))
        } else {
            self.parts_reader(operation, &def.name, made)
        };
        let template = r"
            $allow
            fn read_$function(call: &__rt::server::Call, body: &[u8]) -> ::core::result::Result<$request, __rt::server::Fault> {
                let _ = (call, body);
                $form
                $body
            }
        ";
        fill!(
            template,
            allow = allow_deprecated(&made.fields),
            function = operation.function,
            request = def.name,
            form,
            body
        )
    }

    /// Turns the body from a form into JSON.
    fn form_reader(&self, made: &Struct) -> String {
        let mut fields = made.fields.iter();
        let form = "__rt::server::form(body, &$shape).map_err(__rt::server::Fault::Body)?";
        // A form without pairs is an object without members, but a body that may be absent is absent.
        let form = if fields.any(|field| field.place == Place::WholeBody) {
            format!("if body.is_empty() {{ __rt::Vec::new() }} else {{ {form} }}")
        } else {
            form.to_owned()
        };
        let template = format!("let body = {form}; let body = &body[..];");
        fill!(&template, shape = self.form_shape(made))
    }

    /// Reads the parts of the body.
    fn multipart_reader(&self, made: &Struct) -> String {
        fill!(
            "let parts = call.multipart(body, &$shape).map_err(__rt::server::Fault::Body)?;",
            shape = self.multipart_shape(made)
        )
    }

    fn parts_reader(&self, operation: &Operation, name: &str, made: &Struct) -> String {
        let mut reads = body_reads(operation, made);
        let others = made
            .fields
            .iter()
            .filter(|field| field.place != Place::Body);
        reads.extend(others.map(|field| self.read_part(operation, field)));
        let values: String = made.fields.iter().map(value).collect();
        fill!(
            "$reads ::core::result::Result::Ok($name { $values })",
            reads,
            name,
            values
        )
    }

    /// Reads a parameter, or the whole body.
    fn read_part(&self, operation: &Operation, field: &Field) -> String {
        if field.place == Place::WholeBody {
            return read_whole_body(operation, field);
        }
        let (kind, more) = match field.style {
            Style::Plain if self.is_text(&field.ty) => ("text", String::new()),
            Style::Plain if self.api.is_scalar_union(&field.ty) => ("either", String::new()),
            Style::Plain => ("bare", String::new()),
            written => {
                let shape = self.parameter_shape(operation, field);
                let required = field.required;
                (
                    "styled",
                    format!(", {}, &{shape}, {required}", style(written)),
                )
            }
        };
        fill!(
            "let v_$name = call.$kind($place, $wire$more).map_err(__rt::server::Fault::Parameter)?;",
            name = field.name,
            kind,
            place = place(field.place),
            wire = quoted(&field.wire),
            more
        )
    }
}

/// The expression that reads the whole body as one value.
fn decode(operation: &Operation) -> &'static str {
    match operation.body {
        Some(BodyFormat::Multipart { .. }) => "parts.decode()",
        _ => "__rt::json::decode(body)",
    }
}

/// The expression for a reader of the body.
fn reader(operation: &Operation) -> &'static str {
    match operation.body {
        Some(BodyFormat::Multipart { .. }) => "parts.reader()",
        _ => "__rt::Reader::new(body)",
    }
}

fn read_whole_body(operation: &Operation, field: &Field) -> String {
    if field.ty == Type::Upload {
        let template = "let v_$name = if body.is_empty() { ::core::option::Option::None } else { \
                        ::core::option::Option::Some(call.raw(body)) };";
        return fill!(template, name = field.name);
    }
    let template = "let v_$name = if body.is_empty() { ::core::option::Option::None } else { \
                    ::core::option::Option::Some($decode.map_err(__rt::server::Fault::Body)?) };";
    fill!(template, name = field.name, decode = decode(operation))
}

/// A field of the request, once everything is read.
fn value(field: &Field) -> String {
    if !field.required {
        return fill!("$name: v_$name,", name = field.name);
    }
    let fault = match field.place {
        Place::Body | Place::Rest | Place::WholeBody => "Body",
        Place::Path | Place::Query | Place::Header | Place::Cookie => "Parameter",
    };
    fill!(
        "$name: __rt::required(v_$name, $wire).map_err(__rt::server::Fault::$fault)?,",
        name = field.name,
        wire = quoted(&field.wire),
        fault
    )
}

/// Reads the members of the body that stand beside parameters.
fn body_reads(operation: &Operation, made: &Struct) -> String {
    let in_body = || {
        made.fields
            .iter()
            .filter(|field| field.place == Place::Body)
    };
    if in_body().next().is_none() {
        return String::new();
    }
    let template = r"
        $slots
        $reader
            .and_then(|mut r| {
                r.object(&mut |r, member| match member { $arms _ => r.skip() })?;
                r.end()
            })
            .map_err(__rt::server::Fault::Body)?;
    ";
    let slots: String = in_body().map(slot).collect();
    let arms: String = in_body().map(arm).collect();
    fill!(template, reader = reader(operation), slots, arms)
}
