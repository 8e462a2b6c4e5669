//! The seam between the client and whatever carries its requests. Nothing behind it knows of operations or envelopes.

#[cfg(feature = "reqwest")]
mod reqwest;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
use crate::error::TransportError;
use crate::future::BoxFuture;

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
}

/// How long and how large one exchange may get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// From the first attempt to connect to the last byte of the answer.
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
}
