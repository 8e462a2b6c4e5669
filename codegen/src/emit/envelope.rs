//! Envelopes and codes as constants of the runtime's types.

use crate::ir::{Envelope, EnvelopeUse, Literal};
use crate::source::{fill, option, quoted, quoted_list};

/// An optional reference to the envelope of an operation.
pub(super) fn reference(envelope: &EnvelopeUse) -> String {
    option(place(envelope).map(|place| format!("&{place}")))
}

/// The envelope of an operation: a place whose reference lives for ever.
pub(super) fn place(envelope: &EnvelopeUse) -> Option<String> {
    match envelope {
        EnvelopeUse::None => None,
        EnvelopeUse::Document => Some("ENVELOPE".to_owned()),
        EnvelopeUse::Own(own) => Some(text(own)),
    }
}

/// The envelope itself.
pub(super) fn text(envelope: &Envelope) -> String {
    let equals = match &envelope.success_equals {
        Literal::Bool(value) => format!("__rt::Scalar::Bool({value})"),
        other => format!("__rt::Scalar::Code({})", code(other)),
    };
    let status = envelope.status.as_ref().map(|(at, success, failure)| {
        let (success, failure) = (quoted(success), quoted(failure));
        format!("({}, {success}, {failure})", quoted_list(at))
    });
    let also: Vec<_> = envelope.also.iter().map(|path| quoted_list(path)).collect();
    let template = "__rt::Envelope { success_at: $at, success_equals: $equals, code: $code, message: $message, \
                    status: $status, also: &[$also] }";
    fill!(
        template,
        at = quoted_list(&envelope.success_at),
        equals,
        code = quoted_list(&envelope.code),
        message = option(envelope.message.as_deref().map(quoted_list)),
        status = option(status),
        also = also.join(", ")
    )
}

/// A constant of the runtime's `Code`.
pub(super) fn code(literal: &Literal) -> String {
    match literal {
        Literal::Int(value) => format!("__rt::Code::Int({value})"),
        Literal::Str(text) => format!("__rt::Code::Str(__rt::Cow::Borrowed({}))", quoted(text)),
        Literal::Bool(value) => format!("__rt::Code::Str(__rt::Cow::Borrowed(\"{value}\"))"),
    }
}
