//! HTTP/1.1 and TLS over hyper-util's pooled client, with rustls and ring.

mod connect;
mod connection;

use std::fmt;

use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;

use self::connect::Connector;
use super::{IDLE_TIMEOUT, Limits, Transport, proxies, tls};
use crate::body::{self, Body};
use crate::error::{TransportError, TransportErrorKind as Kind};
use crate::future::BoxFuture;
use crate::secret::Secret;

/// The default transport: a pool of kept-alive connections over [hyper-util](https://docs.rs/hyper-util).
///
/// It follows no redirect and needs a tokio runtime with its I/O and time drivers on. Clones share the pool.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<Connector, Body>,
    connector: Connector,
    /// What proxies are told of who calls.
    secrets: Vec<Secret>,
}

impl HyperTransport {
    /// A transport for `https` and `http`, through the proxies that the environment's usual variables name: `HTTPS_PROXY`,
    /// `HTTP_PROXY` and `ALL_PROXY`, in capitals or not, but for what `NO_PROXY` lists. A proxy speaks HTTP, with or without TLS;
    /// through one of SOCKS every call fails to connect. What is the URL of neither is passed over.
    ///
    /// # Errors
    /// Fails where the operating system has no certificate store to check servers against.
    pub fn new() -> Result<Self, TransportError> {
        Ok(Self::with(
            tls::trusting_the_system()?,
            Some(Matcher::from_env()),
        ))
    }

    /// A transport for `http` alone, as a local test service needs it: without a certificate store and past any proxy.
    ///
    /// # Errors
    /// Fails where rustls cannot be set up.
    pub fn plain_http() -> Result<Self, TransportError> {
        Ok(Self::with(tls::trusting_nobody()?, None))
    }

    fn with(tls: ClientConfig, through: Option<Matcher>) -> Self {
        let secrets = through
            .as_ref()
            .map_or_else(Vec::new, |_| proxies::secrets_from_env());
        let connector = Connector::new(tls, through);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIMEOUT)
            .build(connector.clone());
        Self {
            client,
            connector,
            secrets,
        }
    }

    async fn answer(
        &self,
        mut request: http::Request<Body>,
    ) -> Result<http::Response<hyper::body::Incoming>, TransportError> {
        if let Some(authorization) = self.connector.authorization(request.uri()) {
            request
                .headers_mut()
                .insert(PROXY_AUTHORIZATION, authorization);
        }
        self.client.request(request).await.map_err(failed)
    }

    async fn whole(
        &self,
        request: http::Request<Bytes>,
        max: usize,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let (head, rest) = self.answer(request.map(Body::from)).await?.into_parts();
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
            let answer = self.answer(request).await?;
            Ok(answer.map(Body::new))
        })
    }

    fn secrets(&self) -> &[Secret] {
        &self.secrets
    }
}

/// Tells nothing of proxies, whose URLs may hold passwords.
impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").finish_non_exhaustive()
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
