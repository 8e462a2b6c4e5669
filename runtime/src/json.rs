//! JSON on the wire: a concrete writer and a concrete pull reader.
//!
//! Generated code calls these directly, so nothing here is generic over a format and callbacks are `dyn`: each generated
//! type costs the compiler one small function per direction. This module knows JSON (RFC 8259) and nothing of any API.
//!
//! ```
//! use bindery::json::{self, Decode, DecodeError, Encode, Reader, Writer};
//!
//! #[derive(Debug, PartialEq)]
//! struct Message { seq: u64, text: Option<String> }
//!
//! impl Encode for Message {
//!     fn encode_fields(&self, w: &mut Writer) {
//!         w.field("Seq", &self.seq);
//!         w.optional("Text", &self.text);
//!     }
//! }
//!
//! impl Decode for Message {
//!     fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
//!         let (mut seq, mut text) = (None, None);
//!         r.object(&mut |r, name| match name {
//!             "Seq" => r.field(&mut seq),
//!             "Text" => r.optional(&mut text),
//!             _ => r.skip(),
//!         })?;
//!         Ok(Self { seq: json::required(seq, "Seq")?, text })
//!     }
//! }
//!
//! let sent = json::encode(&[Message { seq: 7, text: None }]);
//! assert_eq!(sent, br#"[{"Seq":7}]"#);
//! assert_eq!(json::decode::<Vec<Message>>(&sent)?, [Message { seq: 7, text: None }]);
//!
//! let error = json::decode::<Vec<Message>>(br#"[{"Seq":-1}]"#).unwrap_err();
//! assert_eq!(error.path(), "/0/Seq");
//! # Ok::<(), DecodeError>(())
//! ```

mod decode;
mod encode;
mod error;
mod file;
mod integer;
mod kind;
mod members;
mod number;
mod reader;
mod scan;
mod skip;
mod string;
mod token;
mod trial;
mod tuple;
mod unwritable;
mod value;
mod writer;

pub use decode::Decode;
pub use encode::Encode;
pub use error::{DecodeError, DecodeErrorKind};
pub use kind::Kind;
#[doc(hidden)]
pub use members::{Constant, Member, PassedOver, Rest, Slot};
pub use reader::Reader;
pub(crate) use unwritable::NOT_FINITE;
pub use value::Json;
pub use writer::Writer;

/// Reads `bytes` as exactly one value, white space around it allowed.
pub fn decode<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let value = T::decode(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// Reads a payload. Where nothing came, it is the value that says nothing: `null`, or an object without members.
#[doc(hidden)]
pub fn decode_payload<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    if is_blank(bytes) {
        return decode_nothing();
    }
    decode(bytes)
}

/// Out of the way of what is read every time.
#[cold]
fn decode_nothing<T: Decode>() -> Result<T, DecodeError> {
    let empty = decode(b"null").or_else(|_| decode(b"{}"));
    empty.map_err(|_| DecodeError::nothing())
}

/// Whether a body holds nothing but white space.
pub(crate) fn is_blank(body: &[u8]) -> bool {
    let mut bytes = body.iter();
    bytes.all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// Writes `value` as compact JSON.
pub fn encode<T: Encode + ?Sized>(value: &T) -> Vec<u8> {
    let mut writer = Writer::with_capacity(256);
    value.encode(&mut writer);
    writer.into_bytes()
}

/// Takes a member out of the slot that [`Reader::field`] filled; an empty slot is [`DecodeErrorKind::Missing`] at `name`.
pub fn required<T>(slot: Option<T>, name: &'static str) -> Result<T, DecodeError> {
    slot.ok_or_else(|| DecodeError::missing(name))
}
