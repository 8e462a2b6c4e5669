//! One operation: its constants, what it writes, how its reply is read.

use super::Emit;
use super::api::code;
use super::service::{meta_name, results_name};
use crate::ir::{
    EnvelopeUse, Field, KeyStep, Literal, Operation, Place, Resend, Results, Shape, Struct,
};
use crate::source::{fill, quoted, quoted_list};

impl Emit<'_> {
    pub(super) fn operation(&mut self, operation: &Operation) {
        let enveloped = operation.envelope != EnvelopeUse::None;
        self.operation_error(&operation.errors, enveloped);
        if let Some(results) = &operation.results {
            self.code_enum(&results.errors);
        }
        let meta = self.meta(operation);
        self.out.push(&fill!(
            "static $name: __rt::Meta = $meta;",
            name = meta_name(operation),
            meta
        ));
        if let Some(results) = &operation.results {
            self.out.push(&fill!(
                "static $name: __rt::Results = $results;",
                name = results_name(operation),
                results = results_text(results)
            ));
        }
        if self.options.client {
            self.operation_impl(operation);
        }
    }

    fn operation_impl(&mut self, operation: &Operation) {
        let def = &self.api.types[operation.request.0];
        let Shape::Struct(made) = &def.shape else {
            return;
        };
        let check = if self.checked[operation.request.0] {
            "fn check(&self, c: &mut __rt::Checker) { __rt::Check::check(self, c); }"
        } else {
            ""
        };
        let template = r"
            impl __rt::Operation for $name {
                type Api = $api;
                type Reply = $reply;
                type Error = $error;
                const META: &'static __rt::Meta = &$meta;

                fn write(&self, parts: &mut __rt::Parts) {
                    $write
                }
                $check
                $keyed
                fn read(self, body: &[u8]) -> ::core::result::Result<Self::Reply, __rt::DecodeError> {
                    $read
                }
            }
        ";
        let text = fill!(
            template,
            name = def.name,
            api = self.api.marker,
            reply = self.reply_type(operation),
            error = operation.errors.name,
            meta = meta_name(operation),
            write = write(operation, made),
            check,
            keyed = keyed(&operation.resend),
            read = read(operation, made)
        );
        self.out.push(&text);
    }

    fn reply_type(&self, operation: &Operation) -> String {
        let rest = operation.reply.as_ref().map(|ty| self.ty(ty, false));
        match &operation.results {
            None => rest.unwrap_or("()".to_owned()),
            Some(results) => {
                let item = self.ty(&results.item, true);
                let verdict = self.ty(&results.verdict, false);
                let rest = rest.map_or(String::new(), |rest| format!(", {rest}"));
                format!(
                    "__rt::Outcome<{item}, {verdict}, {}{rest}>",
                    results.errors.name
                )
            }
        }
    }

    fn meta(&self, operation: &Operation) -> String {
        let limit = operation.limit.map_or("::core::option::Option::None".to_owned(), |(calls, seconds)| {
            format!(
                "::core::option::Option::Some(__rt::RateLimit {{ calls: {calls}, per: __rt::Duration::from_secs({seconds}) }})"
            )
        });
        let resend = match operation.resend {
            Resend::Safe => "__rt::RetryClass::Safe".to_owned(),
            Resend::ResolveFirst => "__rt::RetryClass::ResolveFirst".to_owned(),
            Resend::Keyed { seconds, .. } => {
                format!(
                    "__rt::RetryClass::Keyed {{ window: __rt::Duration::from_secs({seconds}) }}"
                )
            }
        };
        let sets = std::iter::once(&operation.errors.name)
            .chain(operation.errors.families.iter().map(|family| &family.set));
        let codes: Vec<_> = sets.map(|set| format!("{set}::ROWS")).collect();
        let template = "__rt::Meta { id: $id, method: __rt::Method::$method, path: $path, limit: $limit, retry: $retry, \
                        envelope: $envelope, codes: &[$codes] }";
        fill!(
            template,
            id = quoted(&operation.id),
            method = operation.method,
            path = quoted(&operation.path),
            limit,
            retry = resend,
            envelope = Self::envelope_reference(&operation.envelope),
            codes = codes.join(", ")
        )
    }
}

fn write(operation: &Operation, made: &Struct) -> String {
    let mut text = String::new();
    for field in &made.fields {
        text.push_str(&write_field(field));
        if field.secret && field.required {
            text.push_str(&format!("parts.secret(self.{}.expose());", field.name));
        } else if field.secret {
            text.push_str(&format!(
                "if let ::core::option::Option::Some(secret) = &self.{} {{ parts.secret(secret.expose()); }}",
                field.name
            ));
        }
    }
    for (place, name, literal) in &operation.constants {
        let value = match literal {
            Literal::Int(value) => quoted(&value.to_string()),
            Literal::Bool(value) => quoted(&value.to_string()),
            Literal::Str(text) => quoted(text),
        };
        text.push_str(&format!(
            "parts.{}({}, {value});",
            method(*place),
            quoted(name)
        ));
    }
    if operation.has_body
        && !made
            .fields
            .iter()
            .any(|field| field.place == Place::WholeBody)
    {
        text.push_str("parts.json(self);");
    }
    if text.is_empty() {
        "let _ = parts;".to_owned()
    } else {
        text
    }
}

fn write_field(field: &Field) -> String {
    let name = &field.name;
    let wire = quoted(&field.wire);
    match (field.place, field.required) {
        (Place::Body, _) => String::new(),
        (Place::WholeBody, true) => format!("parts.json(&self.{name});"),
        (Place::WholeBody, false) => {
            format!(
                "if let ::core::option::Option::Some(body) = &self.{name} {{ parts.json(body); }}"
            )
        }
        (place, true) => format!("parts.{}({wire}, &self.{name});", method(place)),
        (place, false) => format!("parts.{}_optional({wire}, &self.{name});", method(place)),
    }
}

fn method(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Header => "header",
        _ => "query",
    }
}

/// `is_keyed`: whether every key along the path is set.
fn keyed(resend: &Resend) -> String {
    let Resend::Keyed { key, .. } = resend else {
        return String::new();
    };
    let condition = key_condition("self", key, 0);
    format!("fn is_keyed(&self) -> bool {{ {condition} }}")
}

fn key_condition(from: &str, steps: &[KeyStep], depth: usize) -> String {
    match steps.split_first() {
        None => "true".to_owned(),
        Some((
            KeyStep::Field {
                name,
                optional: false,
            },
            rest,
        )) => key_condition(&format!("{from}.{name}"), rest, depth),
        Some((
            KeyStep::Field {
                name,
                optional: true,
            },
            rest,
        )) => {
            let inner = key_condition(&format!("x{depth}"), rest, depth + 1);
            if inner == "true" {
                return format!("{from}.{name}.is_some()");
            }
            format!("{from}.{name}.as_ref().is_some_and(|x{depth}| {inner})")
        }
        Some((KeyStep::Each, rest)) => {
            let inner = key_condition(&format!("x{depth}"), rest, depth + 1);
            if inner == "true" {
                return inner;
            }
            format!("{from}.iter().all(|x{depth}| {inner})")
        }
    }
}

fn read(operation: &Operation, made: &Struct) -> String {
    match (&operation.results, &operation.reply) {
        (Some(results), _) => {
            let optional = made
                .fields
                .iter()
                .any(|field| field.name == results.items && !field.required);
            let flatten = if optional {
                ".into_iter().flatten()"
            } else {
                ""
            };
            format!(
                "__rt::Outcome::read(self.{}{flatten}, body, &{})",
                results.items,
                results_name(operation)
            )
        }
        (None, Some(_)) => "__rt::json::decode(body)".to_owned(),
        (None, None) => "let _ = body; ::core::result::Result::Ok(())".to_owned(),
    }
}

fn results_text(results: &Results) -> String {
    let success: Vec<_> = results.success.iter().map(code).collect();
    fill!(
        "__rt::Results { verdicts: $verdicts, code: $code, success: &[$success] }",
        verdicts = quoted_list(&results.verdicts),
        code = quoted(&results.code),
        success = success.join(", ")
    )
}
