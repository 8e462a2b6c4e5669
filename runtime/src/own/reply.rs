//! Replies read as types of the caller's own.

use std::fmt;
use std::marker::PhantomData;

use crate::check::Checker;
use crate::json::{self, Decode, DecodeError};
use crate::operation::{Meta, Operation, OperationOf, Parts};

/// A type that can hold the reply to `O`. `#[derive(bindery::Response)]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not derived for the reply to `{O}`",
    label = "reads another reply",
    note = "derive it with `#[derive(bindery::Response)]` and this operation"
)]
pub trait ReplyTo<O>: Decode {}

/// Reads the reply to `O`.
pub fn reply<T: ReplyTo<O>, O>(body: &[u8]) -> Result<T, DecodeError> {
    json::decode_payload(body)
}

/// A request whose reply is read as an `R`: a type of the caller's own, derived with `#[derive(bindery::Response)]`.
///
/// Send it in place of the request itself: `client.send(ReplyAs::<Summary, _>::new(request))`.
pub struct ReplyAs<R, O> {
    request: O,
    reply: PhantomData<fn() -> R>,
}

impl<R: ReplyTo<O>, O: Operation> ReplyAs<R, O> {
    /// The request, its reply to be read as an `R`.
    pub fn new(request: O) -> Self {
        ReplyAs {
            request,
            reply: PhantomData,
        }
    }
}

impl<R, O: Clone> Clone for ReplyAs<R, O> {
    fn clone(&self) -> Self {
        ReplyAs {
            request: self.request.clone(),
            reply: PhantomData,
        }
    }
}

impl<R, O: fmt::Debug> fmt::Debug for ReplyAs<R, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.request.fmt(f)
    }
}

impl<R: ReplyTo<O>, O: Operation> Operation for ReplyAs<R, O> {
    type Api = O::Api;
    type Reply = R;
    type Error = O::Error;
    const META: &'static Meta = O::META;

    fn write(&self, parts: &mut Parts) {
        self.request.write(parts);
    }

    fn check(&self, c: &mut Checker) {
        self.request.check(c);
    }

    fn is_keyed(&self) -> bool {
        self.request.is_keyed()
    }

    fn read(self, body: &[u8]) -> Result<R, DecodeError> {
        reply(body)
    }
}

impl<A, R: ReplyTo<O>, O: OperationOf<A>> OperationOf<A> for ReplyAs<R, O> {}
