//! What generated bindings lean on: JSON on the wire, checks, signing, sending, errors.

pub mod json;
pub mod secret;
pub mod sign;

mod builder;
mod check;
mod code;
mod envelope;
mod error;
mod kind;
mod list;
mod operation;
mod outcome;
mod pattern;
mod text;
mod time;
mod url;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use check::{Violation, Violations};
pub use code::{Code, CodeRow, Done, Retry};
pub use error::{Error, Refusal, StatusError, TransportError, TransportErrorKind, Undecodable};
pub use json::{DecodeError, Json};
pub use kind::{AnyKind, Of};
pub use list::{List, WrongLength};
pub use operation::{Api, Meta, Operation, OperationError, RateLimit, RetryClass};
pub use outcome::{Answer, Item, ItemError, Outcome, Partial, Refused, Verdict};
pub use text::TextError;
pub use time::{UnixMillis, UnixSeconds};
