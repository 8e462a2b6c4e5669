//! Replies told apart by their status: an enum with a variant for each, how it is read, and how a server writes it.

use super::errors::status_words;
use super::service::with_type;
use super::{Emit, envelope};
use crate::docs;
use crate::ir::{EnvelopeUse, Operation, Replies, Success, Type, TypeDef, TypeId};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn replies(&mut self, id: TypeId, def: &TypeDef, replies: &Replies) {
        let mut variants: String = replies
            .successes
            .iter()
            .map(|success| self.success(success))
            .collect();
        if replies.other {
            variants.push_str("#[doc = \" A status that the document does not list, and the body as it came.\"] Other(u16, __rt::RawBody),");
        }
        let template = r"
            $docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum $name { $variants }
        ";
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&self.origins.ty(id, def)),
            name = def.name,
            variants
        ));
        if self.decodes(def.uses) {
            self.out.push(&read(def, replies));
        }
    }

    fn success(&self, success: &Success) -> String {
        let held = success.ty.as_ref();
        fill!(
            "$docs $name$held,",
            docs = docs::attributes(&about(success)),
            name = success.name,
            held = held.map_or_else(String::new, |ty| format!("({})", self.ty(ty, false)))
        )
    }
}

fn about(success: &Success) -> String {
    docs::after(&status_words(success.range), &success.docs)
}

fn read(def: &TypeDef, replies: &Replies) -> String {
    let arms = replies.successes.iter().map(|success| {
        let status = match success.range {
            (first, last) if first == last => first.to_string(),
            _ => "_".to_owned(),
        };
        let (name, held) = (&success.name, held(success));
        format!("{status} => Self::{name}{held},")
    });
    let arms: String = arms.collect();
    let other = if replies.other {
        "_ => Self::Other(status, __rt::RawBody::new(\"\", body.to_vec())),"
    } else {
        ""
    };
    let template = r"
        impl __rt::Replies for $name {
            fn read(status: u16, body: &[u8]) -> ::core::result::Result<Self, __rt::DecodeError> {
                let _ = body;
                ::core::result::Result::Ok(match status { $arms $other })
            }
        }
    ";
    fill!(template, name = def.name, arms, other)
}

/// What a variant holds, read from the body.
fn held(success: &Success) -> String {
    match (&success.ty, &success.media_type) {
        (None, _) => String::new(),
        (Some(Type::Raw), media_type) => {
            let media_type = quoted(media_type.as_deref().unwrap_or_default());
            format!("(__rt::RawBody::new({media_type}, body.to_vec()))")
        }
        (Some(_), _) => "(__rt::json::decode_payload(body)?)".to_owned(),
    }
}

/// The expression that writes an answer with the status of its variant.
pub(super) fn write(operation: &Operation, def: &TypeDef, replies: &Replies) -> String {
    let arms = replies.successes.iter().map(|success| {
        let status = status(success, replies);
        let (pattern, reply) = match &success.ty {
            None if operation.envelope == EnvelopeUse::None => {
                ("", format!("__rt::server::Reply::empty({status})"))
            }
            None => ("", enveloped(operation, status, "()")),
            Some(Type::Raw) => (
                "(body)",
                format!("__rt::server::Reply::raw({status}, body)"),
            ),
            Some(_) => {
                let named = with_type(&success.json_type);
                let reply = enveloped(operation, status, "body");
                ("(body)", format!("{reply}{named}"))
            }
        };
        format!("{}::{}{pattern} => {reply},", def.name, success.name)
    });
    let arms: String = arms.collect();
    let other = if replies.other {
        format!(
            "{}::Other(status, body) => __rt::server::Reply::raw(status, body),",
            def.name
        )
    } else {
        String::new()
    };
    format!("match answer {{ {arms} {other} }}")
}

fn enveloped(operation: &Operation, status: u16, payload: &str) -> String {
    let envelope = envelope::reference(&operation.envelope);
    format!("__rt::server::write_reply_as({status}, {envelope}, &{payload})")
}

/// The status that is written: of several the first that no other success has.
fn status(success: &Success, replies: &Replies) -> u16 {
    let (first, last) = success.range;
    let taken = |status: &u16| {
        let exact = |it: &Success| it.range == (*status, *status);
        first != last && replies.successes.iter().any(exact)
    };
    (first..=last)
        .find(|status| !taken(status))
        .unwrap_or(first)
}
