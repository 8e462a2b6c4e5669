//! What generated bindings lean on: JSON on the wire, checks, signing, sending, errors.
//!
//! The bindings themselves come from a spec, through the macro `bindings!` in a module of your own, or through the command
//! `bindery generate`, whose output is checked in and needs no macro. Either way they hold a request type and an error enum
//! for each operation, and a `Client` of this API:
//!
//! ```text
//! mod parcels {
//!     bindery::bindings! { spec = "../api.json" }
//! }
//!
//! let client = parcels::Client::builder(credentials).build()?;
//! match client.send(parcels::SendParcel::new("ann")).await {
//!     Ok(reply) => …,                                       // done
//!     Err(error) if error.done() == Done::No => …,          // not done: it may be sent again
//!     Err(error) => …,                                      // nobody knows: look first
//! }
//! ```
//!
//! | You want | Look at |
//! |---|---|
//! | to build a client, send, repeat | [`Client`], [`ClientBuilder`], [`CallOptions`], [`RetryPolicy`], [`Rates`] |
//! | to know what went wrong | [`Error`], [`Done`], [`Refusal`], [`Violations`] |
//! | to send or read what is larger than memory | [`Source`], [`Client::open`], [below](#large-bodies) |
//! | to read one verdict per item | [`Outcome`], [`Verdict`], [`Partial`] |
//! | to give credentials | [`sign`]; an API without any takes [`sign::NoAuth`] |
//! | to be the server | [`server`], and bindings with `sides = [client, server]` |
//! | to watch calls | [`Observer`] |
//!
//! # Large bodies
//!
//! Bytes that a request sends, as its body ([`Upload`]) or as a file in a form ([`FilePart`]), come from a [`Source`]: memory, a
//! file on disk, or any [`http_body::Body`], which is read piece by piece while it is sent and opened anew for each attempt. A reply
//! that is bytes alone is read whole by [`Client::send`] and piece by piece after [`Client::open`]:
//!
//! ```
//! use bindery::{Api, Client, OperationOf, RawReply};
//! use std::io::Write;
//!
//! /// Writes the reply to any request whose reply is bytes.
//! async fn save<A: Api, O: OperationOf<A, Error: 'static> + RawReply>(
//!     client: &Client<A>,
//!     request: O,
//!     file: &mut impl Write,
//! ) -> Result<(), Box<dyn std::error::Error>> {
//!     let mut film = client.open(request).await?;
//!     println!("{:?}, {:?} bytes", film.content_type(), film.length());
//!     while let Some(piece) = film.chunk().await? {
//!         file.write_all(&piece)?;
//!     }
//!     Ok(())
//! }
//! ```
//!
//! Over a stream, [`timeout`](ClientBuilder::timeout) is how long it may stand still, and
//! [`max_reply_bytes`](ClientBuilder::max_reply_bytes) limits no reply that is opened. The [`server`] side holds bodies whole.
//!
//! # Features
//!
//! On unless switched off:
//!
//! - `macros`: the macro `bindings!`.
//! - `hyper`: HTTP and TLS over hyper-util and tokio. Without it, [`ClientBuilder::build`] asks for a [`Transport`] and a
//!   [`Timer`] of your own, and this crate needs no async runtime.
//! - `usersig`: the `UserSig` signer of Tencent Cloud IM.
//!
//! Off unless switched on:
//!
//! - `reqwest`: the same over reqwest, `ReqwestTransport`, for programs that have it anyway: it brings more crates and takes more time a
//!   call. In place of `hyper`, that is, with `default-features = false`, clients use it by themselves.
//! - `tokio`: `TokioTimer` and files as sources, without a transport. Both transports bring it.
//! - `chrono`, `time`, `url`, `uuid`: types of those crates in bindings made with `formats = […]`.
//!
//! # Seams for tests
//!
//! The network, the clock and random numbers each stand behind a trait: [`Transport`], [`Timer`], [`Random`]. A test that
//! replaces all three sees the same bytes every time.

pub mod builder;
pub mod json;
pub mod kind;
pub mod secret;
pub mod server;
pub mod sign;

mod body;
mod check;
mod choice;
mod client;
mod code;
mod distinct;
mod envelope;
mod error;
mod file;
mod form;
#[cfg(any(
    feature = "chrono",
    feature = "time",
    feature = "url",
    feature = "uuid"
))]
mod formats;
mod future;
mod host;
mod list;
mod listed;
#[cfg(feature = "macros")]
mod macros;
mod multipart;
mod operation;
mod outcome;
mod own;
mod pattern;
mod payload;
mod random;
mod raw;
mod reveal;
mod source;
mod text;
mod time;
mod timer;
mod transport;
mod union;
mod upload;
mod url;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use body::Body;
pub use check::{Check, Rule, Segment, Violation, Violations, check};
pub use client::{
    Attempt, BaseUrlError, BuildError, CallOptions, Client, ClientBuilder, Download, Observer,
    Rates, RetryPolicy,
};
pub use code::{Code, CodeRow, Done, Retry};
pub use distinct::Distinct;
pub use error::{Error, Refusal, StatusError, TransportError, TransportErrorKind, Undecodable};
pub use file::FilePart;
pub use future::BoxFuture;
pub use json::{DecodeError, Json};
#[doc(inline)]
pub use kind::{AnyKind, Of};
pub use list::{List, SetAside, WrongLength};
#[cfg(feature = "macros")]
pub use macros::{Request, Response};
pub use operation::{
    Api, Meta, Operation, OperationError, OperationOf, OtherMedia, RateLimit, RawReply, RetryClass,
};
pub use outcome::{Answer, Item, ItemError, Outcome, Partial, Refused, Verdict};
pub use own::{ReadAs, ReplyAs, ReplyTo, SendAs};
pub use random::{Random, StdRandom};
pub use raw::RawBody;
pub use reveal::{Reveal, Revealed};
pub use source::Source;
pub use text::TextError;
pub use time::{UnixMillis, UnixSeconds};
pub use timer::Timer;
#[cfg(feature = "tokio")]
pub use timer::TokioTimer;
#[cfg(feature = "hyper")]
pub use transport::HyperTransport;
#[cfg(feature = "reqwest")]
pub use transport::ReqwestTransport;
pub use transport::{Limits, Transport};
pub use union::OrJson;
pub use upload::Upload;
/// The types of the [`Transport`] seam.
pub use {bytes, http, http_body};
