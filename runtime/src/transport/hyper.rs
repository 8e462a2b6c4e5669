//! HTTP/1.1 and TLS over hyper-util's pooled client, with rustls and ring. Knows no proxy.

use bytes::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;

use super::{CONNECT_TIMEOUT, IDLE_TIMEOUT, Limits, Transport, tls};
use crate::body::{self, Body};
use crate::error::{TransportError, TransportErrorKind as Kind};
use crate::future::BoxFuture;

/// A transport with less between the client and the socket than [`ReqwestTransport`](crate::ReqwestTransport) has: a pool of kept-alive
/// connections over [hyper-util](https://docs.rs/hyper-util).
///
/// It takes no notice of proxies, whatever the environment's variables name. It follows no redirect and needs a tokio runtime
/// with its I/O and time drivers on. Clones share the pool.
#[derive(Debug, Clone)]
pub struct HyperTransport {
    client: Client<HttpsConnector<HttpConnector>, Body>,
}

impl HyperTransport {
    /// A transport for `https` and `http`.
    ///
    /// # Errors
    /// Fails where the operating system has no certificate store to check servers against.
    pub fn new() -> Result<Self, TransportError> {
        Ok(Self::with(tls::trusting_the_system()?))
    }

    /// A transport for `http` alone, as a local test service needs it: without a certificate store.
    ///
    /// # Errors
    /// Fails where rustls cannot be set up.
    pub fn plain_http() -> Result<Self, TransportError> {
        Ok(Self::with(tls::trusting_nobody()?))
    }

    fn with(tls: ClientConfig) -> Self {
        let mut sockets = HttpConnector::new();
        sockets.enforce_http(false);
        sockets.set_nodelay(true);
        sockets.set_connect_timeout(Some(CONNECT_TIMEOUT));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1()
            .wrap_connector(sockets);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIMEOUT)
            .build(connector);
        Self { client }
    }

    async fn whole(
        &self,
        request: http::Request<Bytes>,
        max: usize,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let answer = self.client.request(request.map(Body::from)).await;
        let (head, rest) = answer.map_err(failed)?.into_parts();
        let collected = body::collect(rest, max).await.map_err(interrupted)?;
        let collected = collected.ok_or_else(|| TransportError::new(Kind::TooLarge))?;
        Ok(http::Response::from_parts(head, collected))
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(async move {
            let exchange = self.whole(request, limits.max_reply_bytes);
            let exchange = tokio::time::timeout(limits.timeout, exchange).await;
            exchange.unwrap_or_else(|_| Err(TransportError::new(Kind::Timeout)))
        })
    }

    fn stream(
        &self,
        request: http::Request<Body>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let answer = self.client.request(request).await;
            let answer = answer.map_err(failed)?;
            Ok(answer.map(Body::new))
        })
    }
}

/// Nothing was sent where no connection came about.
fn failed(error: Error) -> TransportError {
    let kind = if error.is_connect() {
        Kind::Connect
    } else {
        Kind::Interrupted
    };
    TransportError::new(kind).with_source(error)
}

fn interrupted(error: impl std::error::Error + Send + Sync + 'static) -> TransportError {
    TransportError::new(Kind::Interrupted).with_source(error)
}
