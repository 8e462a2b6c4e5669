//! Answers: a payload with its envelope, or a refusal.

use std::borrow::Cow;

use crate::check::Violations;
use crate::code::Code;
use crate::envelope::Envelope;
use crate::json::{Encode, Writer};
use crate::operation::OperationError;
use crate::raw::RawBody;
use crate::server::Refuse;

/// An HTTP answer, ready to be written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type`; none for an answer without a body.
    pub content_type: Option<Cow<'static, str>>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A status with a JSON body, outside any envelope.
    pub fn json(status: u16, body: &(impl Encode + ?Sized)) -> Self {
        Self::written(status, |w| body.encode(w))
    }

    /// A status with a body that is no JSON.
    pub fn raw(status: u16, body: RawBody) -> Self {
        Self {
            status,
            content_type: Some(body.content_type().to_owned().into()),
            body: body.into_bytes().into(),
        }
    }

    /// A status without a body.
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            content_type: None,
            body: Vec::new(),
        }
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same with another name for its JSON; what is no JSON keeps its own.
    #[must_use]
    pub fn with_type(self, media_type: &'static str) -> Self {
        let named = |now: Cow<'static, str>| match &*now {
            "application/json" => Cow::Borrowed(media_type),
            _ => now,
        };
        Self {
            content_type: self.content_type.map(named),
            ..self
        }
    }

    fn written(status: u16, write: impl FnOnce(&mut Writer)) -> Self {
        let mut writer = Writer::new();
        write(&mut writer);
        if writer.has_faults() {
            return Self::unwritable(&writer);
        }
        Self {
            status,
            content_type: Some(Cow::Borrowed("application/json")),
            body: writer.into_bytes(),
        }
    }

    /// The server's own failure, and where its answer holds what JSON cannot.
    #[cold]
    fn unwritable(writer: &Writer) -> Self {
        let why = Violations::join(Ok(()), writer.faults(None));
        let why = why.err().map(|why| format!("the answer is no JSON: {why}"));
        Self {
            status: 500,
            content_type: Some(Cow::Borrowed("text/plain")),
            body: why.unwrap_or_default().into_bytes(),
        }
    }
}

/// The answer that says yes: the envelope's members first, then those of the payload, which must then be an object.
/// Without an envelope, the payload alone.
///
/// What JSON cannot hold, such as NaN, makes it a failure of the server: status 500, and where it stands.
pub fn write_reply(envelope: Option<&Envelope>, payload: &(impl Encode + ?Sized)) -> Reply {
    write_reply_as(200, envelope, payload)
}

/// The same with another status.
#[doc(hidden)]
pub fn write_reply_as(
    status: u16,
    envelope: Option<&Envelope>,
    payload: &(impl Encode + ?Sized),
) -> Reply {
    match envelope {
        None => Reply::json(status, payload),
        Some(envelope) => Reply::written(status, |w| {
            w.begin_object();
            envelope.write_success(w);
            payload.encode_fields(w);
            w.end_object();
        }),
    }
}

/// The answer that says no, with status 200: the verdict is in the body.
pub fn refuse(envelope: &Envelope, code: &Code, message: &str) -> Reply {
    Reply::written(200, |w| {
        w.begin_object();
        envelope.write_refusal(w, code, message);
        w.end_object();
    })
}

/// The answer that refuses a call with a documented error; without words of its own, those of the document.
#[doc(hidden)]
pub fn refuse_in<E: OperationError>(envelope: &Envelope, refused: &Refuse<E>) -> Reply {
    let row = refused.error.row();
    let message = match row {
        Some(row) if refused.message.is_empty() => row.meaning,
        _ => &refused.message,
    };
    match refused.error.code() {
        Some(code) => refuse(envelope, &code, message),
        None => Reply::empty(500),
    }
}
