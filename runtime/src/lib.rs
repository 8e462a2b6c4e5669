//! What generated bindings lean on: JSON on the wire, checks, signing, sending, errors.

pub mod json;
pub mod secret;
pub mod server;
pub mod sign;

mod builder;
mod check;
mod client;
mod code;
mod envelope;
mod error;
mod future;
mod kind;
mod list;
#[cfg(feature = "macros")]
mod macros;
mod operation;
mod outcome;
mod pattern;
mod random;
mod text;
mod time;
mod timer;
mod transport;
mod union;
mod url;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use check::{Rule, Violation, Violations};
pub use client::{
    Attempt, BaseUrlError, BuildError, CallOptions, Client, ClientBuilder, Observer, Rates,
    RetryPolicy,
};
pub use code::{Code, CodeRow, Done, Retry};
pub use error::{Error, Refusal, StatusError, TransportError, TransportErrorKind, Undecodable};
pub use future::BoxFuture;
pub use json::{DecodeError, Json};
pub use kind::{AnyKind, Of};
pub use list::{List, WrongLength};
pub use operation::{Api, Meta, Operation, OperationError, OperationOf, RateLimit, RetryClass};
pub use outcome::{Answer, Item, ItemError, Outcome, Partial, Refused, Verdict};
pub use random::{Random, StdRandom};
pub use text::TextError;
pub use time::{UnixMillis, UnixSeconds};
pub use timer::Timer;
#[cfg(feature = "reqwest")]
pub use timer::TokioTimer;
#[cfg(feature = "reqwest")]
pub use transport::ReqwestTransport;
pub use transport::{Limits, Transport};
pub use union::OrJson;
/// The types of the [`Transport`] seam.
pub use {bytes, http};
