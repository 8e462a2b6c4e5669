//! What makes a whole request sendable: the impl of `Operation`, and what the reply is read as.

use super::fields::Pair;
use super::{Derived, OwnPlace, OwnStruct, label};
use crate::emit::operation as emit;
use crate::ir::{Api, Key, KeyStep, Operation, Place, Resend, Results, Struct, Type};
use crate::source::{fill, quoted, quoted_list};

/// The impls.
pub(super) fn derive(
    api: &Api,
    operation: &Operation,
    own: &OwnStruct,
    pairs: &[Pair<'_>],
    made: &Struct,
    derived: &mut Derived,
) -> String {
    let Some(reply) = reply(api, operation, own, pairs, derived) else {
        return String::new();
    };
    let template = r"
        $items

        #[automatically_derived]
        impl __generics __rt::OperationOf<<__api::$name as __rt::Operation>::Api> for __own __where {}

        #[automatically_derived]
        impl __generics __rt::Operation for __own __where {
            type Api = <__api::$name as __rt::Operation>::Api;
            type Reply = $reply;
            type Error = <__api::$name as __rt::Operation>::Error;
            const META: &'static __rt::Meta = <__api::$name as __rt::Operation>::META;

            fn write(&self, parts: &mut __rt::Parts) {
                __rt::own::write(self, parts);
                $constants
                $body
            }
            fn check(&self, c: &mut __rt::Checker) {
                __rt::own::check(self, c);
                $distinct
            }
            $keyed
            fn read(self, body: &[::core::primitive::u8]) -> ::core::result::Result<Self::Reply, __rt::DecodeError> {
                $read
            }
            $by_status
        }
        $raw
    ";
    let whole = made
        .fields
        .iter()
        .any(|field| field.place == Place::WholeBody);
    fill!(
        template,
        items = reply.items,
        name = api.types[operation.request.0].name,
        reply = reply.ty,
        constants = emit::constants(operation),
        body = match operation.body.as_ref().filter(|_| !whole) {
            Some(format) => emit::write_body(format, "self"),
            None => String::new(),
        },
        distinct = distinct(operation.distinct.as_ref(), made),
        keyed = keyed(&operation.resend, made),
        read = reply.read,
        by_status = api.replies(operation).map_or("", |_| emit::READ_STATUS),
        raw = match operation.reply {
            Some(Type::Raw) if !own.reply => RAW,
            _ => "",
        }
    )
}

const RAW: &str = r"
        #[automatically_derived]
        impl __generics __rt::RawReply for __own __where {}
";

fn keyed(resend: &Resend, made: &Struct) -> String {
    let Resend::Keyed { key, .. } = resend else {
        return String::new();
    };
    let (place, wire) = key_place(key, made);
    format!(
        "fn is_keyed(&self) -> ::core::primitive::bool {{ __rt::own::is_keyed(self, {}, {}) }}",
        quoted(place),
        quoted_list(wire)
    )
}

fn distinct(key: Option<&Key>, made: &Struct) -> String {
    let Some(key) = key else {
        return String::new();
    };
    let (place, wire) = key_place(key, made);
    format!(
        "__rt::own::distinct(self, c, {}, {});",
        quoted(place),
        quoted_list(wire)
    )
}

/// Where the first member of a key's path is, as pointers of own types write it, and the path.
fn key_place<'k>(key: &'k Key, made: &Struct) -> (&'static str, &'k [String]) {
    // Members of several places may share a wire name.
    let first = made.fields.iter().find(
        |field| matches!(key.steps.first(), Some(KeyStep::Field { name, .. }) if *name == field.name),
    );
    let place = match first.map(|field| field.place) {
        Some(Place::Path) => "path/",
        Some(Place::Query) => "query/",
        Some(Place::Header) => "header/",
        Some(Place::Cookie) => "cookie/",
        Some(Place::Body | Place::Rest | Place::WholeBody) | None => "",
    };
    (place, &key.wire)
}

/// What a request reads.
struct Reply {
    ty: String,
    read: String,
    /// What reading leans on.
    items: String,
}

fn reply(
    api: &Api,
    operation: &Operation,
    own: &OwnStruct,
    pairs: &[Pair<'_>],
    derived: &mut Derived,
) -> Option<Reply> {
    let request = &api.types[operation.request.0].name;
    if let Some(results) = &operation.results {
        return outcome(api, operation, own, results, pairs, derived);
    }
    if own.verdict {
        let message = format!(
            "`{}` gives no verdicts on single items: take `verdict` away",
            operation.id
        );
        derived.error(OwnPlace::Verdict, message);
    }
    let (ty, read) = match &operation.reply {
        None => {
            if own.reply {
                let message = format!(
                    "the reply to `{}` holds nothing: take `reply` away",
                    operation.id
                );
                derived.error(OwnPlace::Reply, message);
            }
            (
                "()".to_owned(),
                "let _ = body; ::core::result::Result::Ok(())".to_owned(),
            )
        }
        Some(_) if own.reply => (
            "__reply".to_owned(),
            format!("__rt::own::reply::<__reply, __api::{request}>(body)"),
        ),
        Some(ty) => (
            format!("<__api::{request} as __rt::Operation>::Reply"),
            match (ty, api.replies(operation)) {
                (_, Some(replies)) => emit::read_first(replies),
                (Type::Raw, _) => emit::read_raw(operation),
                _ => "__rt::json::decode_payload(body)".to_owned(),
            },
        ),
    };
    Some(Reply {
        ty,
        read,
        items: String::new(),
    })
}

/// The verdicts on the caller's own items.
fn outcome(
    api: &Api,
    operation: &Operation,
    own: &OwnStruct,
    results: &Results,
    pairs: &[Pair<'_>],
    derived: &mut Derived,
) -> Option<Reply> {
    let pair = pairs
        .iter()
        .find(|pair| pair.member.name == results.items)?;
    let Type::Named(verdict) = &results.verdict else {
        return None;
    };
    if pair.own.with {
        let message = format!(
            "{} is answered item by item: a list of items cannot be converted as a whole",
            label(pair.member)
        );
        derived.error(OwnPlace::Field(pair.index), message);
        return None;
    }
    if own.reply && operation.reply.is_none() {
        let message = format!(
            "the reply to `{}` holds verdicts alone: name a type for those with `verdict`",
            operation.id
        );
        derived.error(OwnPlace::Reply, message);
    }
    let items = format!(
        "{}_{}",
        if pair.own.optional() {
            "__held"
        } else {
            "__whole"
        },
        pair.index
    );
    let own_reply = own.reply && operation.reply.is_some();
    let rest = match &operation.reply {
        Some(_) if own_reply => ", __reply".to_owned(),
        Some(Type::Named(id)) => format!(", __api::{}", api.types[id.0].name),
        _ => String::new(),
    };
    let named = format!("__api::{}", api.types[verdict.0].name);
    let ty = fill!(
        "__rt::Outcome<<$items as ::core::iter::IntoIterator>::Item, $verdict, __api::$error$rest>",
        items,
        verdict = if own.verdict { "__verdict" } else { &named },
        error = results.errors.name,
        rest
    );
    let mut checks = String::new();
    if own.verdict {
        checks.push_str(&format!(
            "fn verdict<T: __rt::ReadAs<{named}>>() {{}} verdict::<__verdict>();"
        ));
    }
    if own_reply {
        let request = &api.types[operation.request.0].name;
        checks.push_str(&format!(
            "fn reply<T: __rt::ReplyTo<__api::{request}>>() {{}} reply::<__reply>();"
        ));
    }
    let sent = emit::items_sent(&format!("self.__field_{}", pair.index), pair.own.optional());
    Some(Reply {
        ty,
        read: format!("{checks} __rt::Outcome::read({sent}, body, &__RESULTS)"),
        items: format!(
            "static __RESULTS: __rt::Results = {};",
            emit::results(results)
        ),
    })
}
