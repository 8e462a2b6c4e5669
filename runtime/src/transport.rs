//! The seam between the client and whatever carries its requests. Nothing behind it knows of operations or envelopes.

#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod proxies;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod tls;
mod whole;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

#[cfg(feature = "hyper")]
pub use self::hyper::HyperTransport;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
use crate::body::Body;
use crate::error::TransportError;
use crate::future::BoxFuture;
use crate::secret::Secret;

/// Longer than that, and a connection is not coming; giving up early tells "never sent" from "no answer".
#[cfg(any(feature = "reqwest", feature = "hyper"))]
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Shorter than servers keep idle connections: one they close while it is picked for a request leaves that request's
/// outcome unknown.
#[cfg(any(feature = "reqwest", feature = "hyper"))]
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// Carries one HTTP request to the service and its answer back.
///
/// What an implementation owes the client:
/// - it sends the request at most once, and follows no redirect;
/// - it fails with [`TransportErrorKind::Connect`](crate::TransportErrorKind::Connect) only where it is certain that
///   the service has seen nothing, for the client may then send again;
/// - it keeps the limits it is given;
/// - it puts no URL into an error: the URL carries the signature;
/// - dropping the future gives the exchange up.
///
/// One method is enough: [`stream`](Transport::stream), for bodies larger than memory, leans on [`send`](Transport::send)
/// unless it is implemented.
///
/// ```
/// use bindery::bytes::Bytes;
/// use bindery::http::{Request, Response};
/// use bindery::{BoxFuture, Limits, Transport, TransportError};
///
/// /// Says yes to everything, for tests.
/// struct Yes;
///
/// impl Transport for Yes {
///     fn send(&self, _: Request<Bytes>, _: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
///         Box::pin(async { Ok(Response::new(Bytes::from_static(b"{}"))) })
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URI is absolute, and collects the answer, whatever its status.
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>>;

    /// Sends `request`, whose body comes in pieces, and gives the answer once its head is there, whatever its status.
    ///
    /// The client calls this where the body of either is streamed. What an implementation owes it beside the above:
    /// - it asks the body for a piece only when there is room for it, and announces its length where its
    ///   [`size_hint`](http_body::Body::size_hint) is exact;
    /// - where the body fails, so does the exchange, in a way by which the service knows that the request is not complete;
    /// - errors of the answer's body are [`TransportError`]s; anything else counts as
    ///   [`Interrupted`](crate::TransportErrorKind::Interrupted);
    /// - dropping the answer's body gives the rest of it up.
    ///
    /// It keeps no limits: the client sees to it that nothing stands still for too long, and reads what it must hold in
    /// memory no further than allowed. `limits` are for those who collect.
    ///
    /// Unless implemented, both bodies are collected and [`send`](Transport::send) is called: a request's body may have
    /// 16 MiB, an answer's as many as `limits` allow. A larger body is an error, and is not sent.
    fn stream(
        &self,
        request: http::Request<Body>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(whole::exchange(self, request, limits))
    }

    /// What the transport itself adds to requests and must not be shown, such as the password of a proxy: the client keeps it out
    /// of errors, should it be echoed. Unless implemented, there is nothing.
    fn secrets(&self) -> &[Secret] {
        &[]
    }
}

/// How long and how large one exchange may get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// From the first attempt to connect to the last byte of the answer. Of [`stream`](Transport::stream), how long nothing
    /// may move, which the client sees to.
    pub timeout: Duration,
    /// Bytes of the answer's body.
    pub max_reply_bytes: usize,
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        (**self).send(request, limits)
    }

    fn stream(
        &self,
        request: http::Request<Body>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).stream(request, limits)
    }

    fn secrets(&self) -> &[Secret] {
        (**self).secrets()
    }
}
