//! HTTP/1.1 and TLS over reqwest, with rustls and ring.

mod streamed;

use bytes::{Bytes, BytesMut};
use http::Uri;
use http::uri::{Authority, PathAndQuery};
use reqwest::{Url, redirect};
use rustls::ClientConfig;

use super::{CONNECT_TIMEOUT, IDLE_TIMEOUT, Limits, Transport, proxies, tls};
use crate::body::Body;
use crate::error::{TransportError, TransportErrorKind as Kind};
use crate::future::BoxFuture;
use crate::host::is_loopback;
use crate::secret::Secret;

/// A pool of kept-alive connections over [reqwest](https://docs.rs/reqwest).
///
/// It follows no redirect and needs a tokio runtime with its I/O and time drivers on. Clones share the pool.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// The same past any proxy, for what is meant for this machine.
    straight: reqwest::Client,
    /// What proxies are told of who calls.
    secrets: Vec<Secret>,
}

impl ReqwestTransport {
    /// A transport for `https` and `http`, through the proxies that the environment's usual variables name.
    ///
    /// # Errors
    /// Fails where the operating system has no certificate store to check servers against.
    pub fn new() -> Result<Self, TransportError> {
        let tls = tls::trusting_the_system()?;
        let straight = reqwest::Client::builder().no_proxy();
        Ok(Self {
            client: client(reqwest::Client::builder(), tls.clone())?,
            straight: client(straight, tls)?,
            secrets: proxies::secrets_from_env(),
        })
    }

    /// A transport for `http` alone, as a local test service needs it: without a certificate store and past any proxy.
    pub fn plain_http() -> Result<Self, TransportError> {
        let straight = reqwest::Client::builder().no_proxy();
        let straight = client(straight, tls::trusting_nobody()?)?;
        Ok(Self {
            client: straight.clone(),
            straight,
            secrets: Vec::new(),
        })
    }

    fn client_to(&self, uri: &Uri) -> &reqwest::Client {
        if uri.host().is_some_and(is_loopback) {
            &self.straight
        } else {
            &self.client
        }
    }
}

fn client(
    builder: reqwest::ClientBuilder,
    tls: ClientConfig,
) -> Result<reqwest::Client, TransportError> {
    let builder = builder
        .tls_backend_preconfigured(tls)
        .redirect(redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(CONNECT_TIMEOUT)
        .pool_idle_timeout(IDLE_TIMEOUT);
    builder.build().map_err(unusable)
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(exchange(self.client_to(request.uri()), request, limits))
    }

    fn stream(
        &self,
        request: http::Request<Body>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(streamed::exchange(self.client_to(request.uri()), request))
    }

    fn secrets(&self) -> &[Secret] {
        &self.secrets
    }
}

async fn exchange(
    client: &reqwest::Client,
    request: http::Request<Bytes>,
    limits: Limits,
) -> Result<http::Response<Bytes>, TransportError> {
    let mut request = converted(request)?;
    *request.timeout_mut() = Some(limits.timeout);
    let mut answer = client.execute(request).await.map_err(failed)?;
    let mut whole = http::Response::new(Bytes::new());
    *whole.status_mut() = answer.status();
    *whole.headers_mut() = std::mem::take(answer.headers_mut());
    *whole.body_mut() = collect(answer, limits.max_reply_bytes).await?;
    Ok(whole)
}

/// As reqwest's own conversion does, which formats the URI to parse it.
fn converted(
    request: http::Request<impl Into<reqwest::Body>>,
) -> Result<reqwest::Request, TransportError> {
    let (parts, body) = request.into_parts();
    let url = Url::parse(&text(&parts.uri)).map_err(unusable)?;
    let mut request = reqwest::Request::new(parts.method, url);
    *request.headers_mut() = parts.headers;
    *request.version_mut() = parts.version;
    *request.body_mut() = Some(body.into());
    Ok(request)
}

fn text(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or_default();
    let authority = uri.authority().map_or("", Authority::as_str);
    let rest = uri.path_and_query().map_or("", PathAndQuery::as_str);
    [scheme, "://", authority, rest].concat()
}

/// As [`collect`](crate::body::collect) does for bodies that are values: reqwest would put one into a box for that.
async fn collect(mut answer: reqwest::Response, max: usize) -> Result<Bytes, TransportError> {
    let mut left = max;
    let first = next(&mut answer, &mut left).await?.unwrap_or_default();
    let Some(second) = next(&mut answer, &mut left).await? else {
        return Ok(first);
    };
    let mut body = BytesMut::from(first);
    body.extend_from_slice(&second);
    while let Some(chunk) = next(&mut answer, &mut left).await? {
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// The next piece of the body, which may have no more than `left` bytes.
async fn next(
    answer: &mut reqwest::Response,
    left: &mut usize,
) -> Result<Option<Bytes>, TransportError> {
    let chunk = answer.chunk().await.map_err(failed)?;
    let bytes = chunk.as_ref().map_or(0, Bytes::len);
    let rest = left.checked_sub(bytes);
    *left = rest.ok_or_else(|| TransportError::new(Kind::TooLarge))?;
    Ok(chunk)
}

fn unusable(error: impl std::error::Error + Send + Sync + 'static) -> TransportError {
    TransportError::new(Kind::Request).with_source(error)
}

fn failed(error: reqwest::Error) -> TransportError {
    let kind = if error.is_connect() {
        Kind::Connect
    } else if error.is_builder() {
        Kind::Request
    } else if error.is_timeout() {
        Kind::Timeout
    } else {
        Kind::Interrupted
    };
    TransportError::new(kind).with_source(error.without_url())
}
