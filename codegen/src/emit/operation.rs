//! One operation: its constants, what it writes, how its reply is read.

mod meta;
mod send;

pub(crate) use meta::results;
pub(super) use meta::{meta_name, results_name};
pub(crate) use send::{constants, part_types, place, style, write_body};

use super::Emit;
use super::structs::allow_deprecated;
use crate::docs;
use crate::ir::{EnvelopeUse, Operation, Replies, Resend, Results, Shape, Struct, Type};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn operation(&mut self, operation: &Operation) {
        let enveloped = operation.envelope != EnvelopeUse::None;
        self.operation_error(operation, enveloped);
        if let Some(results) = &operation.results {
            self.code_enum(&results.errors, self.asked_of_items());
        }
        let meta = meta::meta(self.api, operation);
        self.out.push(&fill!(
            "static $name: __rt::Meta = $meta;",
            name = meta_name(operation),
            meta
        ));
        if let Some(results) = &operation.results {
            self.out.push(&fill!(
                "static $name: __rt::Results = $results;",
                name = results_name(operation),
                results = meta::results(results)
            ));
        }
        if self.options.client {
            self.operation_impl(operation);
            self.links(operation);
        }
    }

    fn operation_impl(&mut self, operation: &Operation) {
        let def = &self.api.types[operation.request.0];
        let Shape::Struct(made) = &def.shape else {
            return;
        };
        let check = self.operation_check(operation);
        // Keys may stand deep in items.
        let keyed = matches!(operation.resend, Resend::Keyed { .. });
        let allow = if keyed || operation.distinct.is_some() {
            self.allow_anywhere()
        } else {
            allow_deprecated(&made.fields)
        };
        let several = self.api.replies(operation);
        let template = r"
            impl __rt::OperationOf<$api> for $name {}

            $allow
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
                $by_status
            }

            $streamed
            $offers
        ";
        let text = fill!(
            template,
            allow,
            name = def.name,
            api = self.api.marker,
            reply = self.reply_type(operation),
            error = operation.errors.name,
            meta = meta_name(operation),
            write = send::write(self.api, operation, made),
            check,
            keyed = send::keyed(&operation.resend),
            read = match several {
                Some(replies) => read_first(replies),
                None => read(operation, made),
            },
            by_status = several.map_or("", |_| READ_STATUS),
            streamed = match operation.reply {
                Some(Type::Raw) => format!("impl __rt::RawReply for {} {{}}", def.name),
                _ => String::new(),
            },
            offers = offers(&def.name, operation)
        );
        self.out.push(&text);
    }

    /// What a request is checked for before it is sent.
    fn operation_check(&self, operation: &Operation) -> String {
        let mut checks = String::new();
        if self.checked[operation.request.0] {
            checks.push_str("__rt::Check::check(self, c);");
        }
        if let Some(key) = &operation.distinct {
            checks.push_str(&send::distinct(key));
        }
        if checks.is_empty() {
            return checks;
        }
        format!("fn check(&self, c: &mut __rt::Checker) {{ {checks} }}")
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
}

/// Constants for other media types of the reply.
fn offers(name: &str, operation: &Operation) -> String {
    let constants = operation.offers.iter().map(|(constant, media_type)| {
        fill!(
            "#[doc = $docs] pub const $constant: __rt::OtherMedia<Self> = __rt::OtherMedia::new($media_type);",
            docs = quoted(&format!(" The reply as {}, for `Client::open_as`.", docs::code(media_type))),
            constant,
            media_type = quoted(media_type)
        )
    });
    let constants: String = constants.collect();
    if constants.is_empty() {
        return constants;
    }
    fill!("impl $name { $constants }", name, constants)
}

/// Reads a reply's body.
fn read(operation: &Operation, made: &Struct) -> String {
    match (&operation.results, &operation.reply) {
        (Some(results), _) => read_outcome(operation, results, made),
        (None, Some(Type::Raw)) => read_raw(operation),
        (None, Some(_)) => "__rt::json::decode_payload(body)".to_owned(),
        (None, None) => "let _ = body; ::core::result::Result::Ok(())".to_owned(),
    }
}

/// Reads a reply whose status tells what it holds.
pub(crate) const READ_STATUS: &str = "
    fn read_status(self, status: ::core::primitive::u16, body: &[::core::primitive::u8]) -> ::core::result::Result<Self::Reply, __rt::DecodeError> {
        __rt::Replies::read(status, body)
    }
";

/// Reads such a reply where the status is not known: as the first.
pub(crate) fn read_first(replies: &Replies) -> String {
    let first = replies.successes.first();
    let status = first.map_or(200, |success| success.range.0);
    format!("__rt::Replies::read({status}, body)")
}

/// Reads a reply that is no JSON.
pub(crate) fn read_raw(operation: &Operation) -> String {
    format!(
        "::core::result::Result::Ok(__rt::RawBody::new({}, body.to_vec()))",
        quoted(operation.raw_reply.as_deref().unwrap_or_default())
    )
}

/// Reads verdicts and pairs them with the items sent; a list left out has none.
fn read_outcome(operation: &Operation, results: &Results, made: &Struct) -> String {
    let mut fields = made.fields.iter();
    let optional = fields.any(|field| field.name == results.items && !field.required);
    fill!(
        "__rt::Outcome::read($sent, body, &$results)",
        sent = items_sent(&format!("self.{}", results.items), optional),
        results = results_name(operation)
    )
}

/// The items that are answered one by one, as an iterator; a list left out has none. No trait need be in scope.
pub(crate) fn items_sent(list: &str, optional: bool) -> String {
    if optional {
        format!("::core::iter::Iterator::flatten(::core::iter::IntoIterator::into_iter({list}))")
    } else {
        list.to_owned()
    }
}
