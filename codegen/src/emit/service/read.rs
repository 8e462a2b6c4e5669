//! Reading the typed request of a call: from its body alone, or from path, query, headers and body together.

use crate::emit::Emit;
use crate::emit::decode::{arm, slot};
use crate::emit::operation::style;
use crate::emit::structs::allow_deprecated;
use crate::ir::{BodyFormat, Field, Operation, Place, Shape, Struct, Type};
use crate::source::{fill, quoted};

impl Emit<'_> {
    /// A function that reads the typed request of a call.
    pub(super) fn reader(&self, operation: &Operation) -> String {
        let def = &self.api.types[operation.request.0];
        let Shape::Struct(made) = &def.shape else {
            return String::new();
        };
        let body_only = made.fields.iter().all(|field| field.place == Place::Body);
        let form = match operation.body {
            Some(BodyFormat::Form) => self.form_reader(made),
            _ => String::new(),
        };
        let body = if body_only && operation.body.is_some() {
            "__rt::json::decode(body).map_err(__rt::server::Fault::Body)".to_owned()
        } else {
            self.parts_reader(&def.name, made)
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
        let whole = made
            .fields
            .iter()
            .find(|field| field.place == Place::WholeBody);
        let inner = match whole.map(|field| &field.ty) {
            Some(Type::Named(id)) => match &self.api.types[id.0].shape {
                Shape::Struct(inner) => inner,
                _ => made,
            },
            _ => made,
        };
        let members = inner
            .fields
            .iter()
            .filter(|field| field.place == Place::Body);
        let members: String = members
            .map(|field| {
                let ty = match &field.ty {
                    Type::Nullable(inner) => inner,
                    ty => ty,
                };
                let value = match ty {
                    Type::List { item, .. } if self.is_text(item) => "Texts",
                    Type::List { item, .. } if self.api.is_scalar(item) => "Jsons",
                    ty if self.is_text(ty) => "Text",
                    _ => "Json",
                };
                format!(
                    "({}, __rt::server::FormValue::{value}),",
                    quoted(&field.wire)
                )
            })
            .collect();
        // A form without pairs is an object without members, but a body that may be absent is absent.
        let template = if whole.is_some() {
            "let body = if body.is_empty() { __rt::Vec::new() } else { __rt::server::form(body, &[$members]).map_err(__rt::server::Fault::Body)? }; let body = &body[..];"
        } else {
            "let body = __rt::server::form(body, &[$members]).map_err(__rt::server::Fault::Body)?; let body = &body[..];"
        };
        fill!(template, members)
    }

    fn parts_reader(&self, name: &str, made: &Struct) -> String {
        let mut reads = body_reads(made);
        let others = made
            .fields
            .iter()
            .filter(|field| field.place != Place::Body);
        reads.extend(others.map(|field| self.read_part(field)));
        let values: String = made.fields.iter().map(value).collect();
        fill!(
            "$reads ::core::result::Result::Ok($name { $values })",
            reads,
            name,
            values
        )
    }

    /// Reads a parameter, or the whole body.
    fn read_part(&self, field: &Field) -> String {
        let place = match field.place {
            Place::Body | Place::Rest | Place::WholeBody => return read_whole_body(field),
            Place::Path => "Path",
            Place::Header => "Header",
            Place::Query => "Query",
            Place::Cookie => "Cookie",
        };
        if let Type::List { item, .. } = &field.ty {
            return fill!(
                "let v_$name = call.list(__rt::server::Place::$place, $wire, $style, $text).map_err(__rt::server::Fault::Parameter)?;",
                name = field.name,
                place,
                wire = quoted(&field.wire),
                style = style(field),
                text = if self.is_text(item) { "true" } else { "false" }
            );
        }
        fill!(
            "let v_$name = call.$kind(__rt::server::Place::$place, $wire).map_err(__rt::server::Fault::Parameter)?;",
            name = field.name,
            kind = if self.is_text(&field.ty) {
                "text"
            } else {
                "bare"
            },
            place,
            wire = quoted(&field.wire)
        )
    }

    /// Whether a parameter is a text in JSON too; all others are written there as they are in a query.
    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String => true,
            Type::Nullable(inner) => self.is_text(inner),
            Type::Named(id) => match &self.api.types[id.0].shape {
                Shape::Text(_) => true,
                Shape::Enum(made) => made.strings,
                _ => false,
            },
            _ => false,
        }
    }
}

fn read_whole_body(field: &Field) -> String {
    if field.ty == Type::Raw {
        let template = "let v_$name = if body.is_empty() { ::core::option::Option::None } else { \
                        ::core::option::Option::Some(call.raw(body)) };";
        return fill!(template, name = field.name);
    }
    let template = "let v_$name = if body.is_empty() { ::core::option::Option::None } else { \
                    ::core::option::Option::Some(__rt::json::decode(body).map_err(__rt::server::Fault::Body)?) };";
    fill!(template, name = field.name)
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
fn body_reads(made: &Struct) -> String {
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
        __rt::Reader::new(body)
            .and_then(|mut r| {
                r.object(&mut |r, member| match member { $arms _ => r.skip() })?;
                r.end()
            })
            .map_err(__rt::server::Fault::Body)?;
    ";
    let slots: String = in_body().map(slot).collect();
    let arms: String = in_body().map(arm).collect();
    fill!(template, slots, arms)
}
