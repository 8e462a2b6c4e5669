//! The client: a thin generic shell for each operation around one pipeline for all.

mod base_url;
mod build_error;
mod builder;
mod core;
mod download;
mod exchange;
mod failure;
mod limit;
mod line;
mod observer;
mod options;
mod pipeline;
mod plain_http;
mod progress;
mod rates;
mod reply;
mod request;
mod retry;
mod retry_after;
mod routes;
mod scrub;
mod status;
mod stream;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

pub use self::build_error::{BaseUrlError, BuildError};
pub use self::builder::ClientBuilder;
pub use self::download::Download;
pub use self::observer::{Attempt, Observer};
pub use self::options::CallOptions;
pub use self::rates::Rates;
pub use self::retry::RetryPolicy;

use self::core::Core;
use crate::check::{Checker, Violations};
use crate::error::Error;
use crate::operation::{Api, OperationOf, OtherMedia, Parts, RawReply};
use crate::sign::Signer;
use crate::time::UnixMillis;

/// Calls the operations of one API.
///
/// A client is cheap to clone; clones share connections, call rates and the signature.
pub struct Client<A: Api> {
    core: Arc<Core>,
    api: PhantomData<fn() -> A>,
}

impl<A: Api> Client<A> {
    /// Starts putting a client together.
    pub fn builder(credentials: A::Credentials) -> ClientBuilder<A> {
        ClientBuilder::new(Box::new(credentials))
    }

    /// Starts putting together a client that is signed for in another way than the API's own: with tokens that are renewed, with
    /// a scheme that bindings do not know, or, with [`NoAuth`](crate::sign::NoAuth), not at all. Operations without security go
    /// out unsigned all the same.
    pub fn signed_by(signer: impl Signer + 'static) -> ClientBuilder<A> {
        ClientBuilder::new(Box::new(signer))
    }

    /// Checks, signs and sends a request, and reads the reply.
    ///
    /// The client repeats by itself what may safely be repeated, see [`RetryPolicy`]. Dropping the future ends the
    /// call at once and leaves the client usable; the service may have done it all the same.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::done`] tells whether the service may have done it.
    pub fn send<O>(
        &self,
        operation: O,
    ) -> impl Future<Output = Result<O::Reply, Error<O::Error>>> + Send
    where
        O: OperationOf<A>,
    {
        // Not an `async fn`: each operation would cost its users a second state machine.
        self.send_with(operation, CallOptions::new())
    }

    /// [`send`](Client::send) with options for this call alone.
    ///
    /// # Errors
    /// As for [`send`](Client::send).
    pub async fn send_with<O>(
        &self,
        operation: O,
        options: CallOptions,
    ) -> Result<O::Reply, Error<O::Error>>
    where
        O: OperationOf<A>,
    {
        let parts = self.parts(&operation)?;
        let keyed = operation.is_keyed();
        match self.core.call(O::META, parts, keyed, false, options).await {
            Ok(accepted) => operation
                .read_status(accepted.status(), accepted.body())
                .map_err(|error| Error::Undecodable(Box::new(accepted.undecodable(error)))),
            Err(failure) => Err(failure.into_error(O::META)),
        }
    }

    /// Checks, signs and sends a request, and gives the reply with its body still to be read, piece by piece: for replies that
    /// are larger than memory, or are to be passed on as they come. Only operations whose reply is raw bytes have it.
    ///
    /// Status and refusals are judged before, and repeats are made as for [`send`](Client::send). Once the reply is there, the client
    /// repeats nothing by itself. [`timeout`](ClientBuilder::timeout) limits the time up to the head of the reply, and from
    /// then on that of waiting for each piece; [`max_reply_bytes`](ClientBuilder::max_reply_bytes) does not limit the body.
    ///
    /// # Errors
    /// As for [`send`](Client::send).
    pub fn open<O>(
        &self,
        operation: O,
    ) -> impl Future<Output = Result<Download, Error<O::Error>>> + Send
    where
        O: OperationOf<A> + RawReply,
    {
        self.open_with(operation, CallOptions::new())
    }

    /// [`open`](Client::open) with options for this call alone.
    ///
    /// # Errors
    /// As for [`send`](Client::send).
    pub async fn open_with<O>(
        &self,
        operation: O,
        options: CallOptions,
    ) -> Result<Download, Error<O::Error>>
    where
        O: OperationOf<A> + RawReply,
    {
        let parts = self.parts(&operation)?;
        self.opened(operation, parts, options).await
    }

    /// Checks, signs and sends a request, and gives the reply in another of its documented media types, as [`open`](Client::open)
    /// does. Only operations whose replies are offered in several have it, and no refusals inside replies.
    ///
    /// # Errors
    /// As for [`send`](Client::send).
    pub fn open_as<O>(
        &self,
        operation: O,
        reply: OtherMedia<O>,
    ) -> impl Future<Output = Result<Download, Error<O::Error>>> + Send
    where
        O: OperationOf<A>,
    {
        self.open_as_with(operation, reply, CallOptions::new())
    }

    /// [`open_as`](Client::open_as) with options for this call alone.
    ///
    /// # Errors
    /// As for [`send`](Client::send).
    pub async fn open_as_with<O>(
        &self,
        operation: O,
        reply: OtherMedia<O>,
        options: CallOptions,
    ) -> Result<Download, Error<O::Error>>
    where
        O: OperationOf<A>,
    {
        let mut parts = self.parts(&operation)?;
        parts.accept = reply.media_type();
        self.opened(operation, parts, options).await
    }

    async fn opened<O: OperationOf<A>>(
        &self,
        operation: O,
        parts: Parts,
        options: CallOptions,
    ) -> Result<Download, Error<O::Error>> {
        let keyed = operation.is_keyed();
        match self.core.call(O::META, parts, keyed, true, options).await {
            Ok(accepted) => Ok(accepted.into_download(Arc::clone(&self.core.timer))),
            Err(failure) => Err(failure.into_error(O::META)),
        }
    }

    /// What the request is made of, once it breaks no rule.
    fn parts<O: OperationOf<A>>(&self, operation: &O) -> Result<Parts, Error<O::Error>> {
        let mut parts = Parts::new(O::META.path);
        operation.write(&mut parts);
        let now = UnixMillis::from(self.core.timer.now()).as_millis();
        let checked = Checker::verdict(now, parts.longest_json(), &|c| operation.check(c));
        Violations::join(checked, std::mem::take(&mut parts.faults)).map_err(Error::Invalid)?;
        Ok(parts)
    }
}

impl<A: Api> Clone for Client<A> {
    fn clone(&self) -> Self {
        Self {
            core: Arc::clone(&self.core),
            api: PhantomData,
        }
    }
}

/// Shows where the client calls, never with which credentials.
impl<A: Api> fmt::Debug for Client<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.core.api)
            .field("base_url", &self.core.routes.base().as_str())
            .finish_non_exhaustive()
    }
}
