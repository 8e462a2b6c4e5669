//! How connections come about: straight, or through the proxy that is meant for where they go. Sends no request of the client's.

use std::error::Error as StdError;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::uri::Scheme;
use http::{HeaderValue, Uri};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use rustls::ClientConfig;
use tower_service::Service;

use super::connection::{Connection, Stream};
use crate::future::BoxFuture;
use crate::host::is_loopback;
use crate::transport::CONNECT_TIMEOUT;

type Straight = HttpsConnector<HttpConnector>;
type Failure = Box<dyn StdError + Send + Sync>;

/// Opens connections.
#[derive(Clone)]
pub(super) struct Connector {
    straight: Straight,
    tls: Arc<ClientConfig>,
    proxies: Option<Arc<Matcher>>,
}

impl Connector {
    pub(super) fn new(tls: ClientConfig, proxies: Option<Matcher>) -> Self {
        let mut sockets = HttpConnector::new();
        sockets.enforce_http(false);
        sockets.set_nodelay(true);
        sockets.set_connect_timeout(Some(CONNECT_TIMEOUT));
        let tls = Arc::new(tls);
        Self {
            straight: HttpsConnector::from((sockets, Arc::clone(&tls))),
            tls,
            proxies: proxies.map(Arc::new),
        }
    }

    fn proxy(&self, to: &Uri) -> Option<Intercept> {
        // What is meant for this machine does not leave it, whatever the environment says.
        let here = to.host().is_some_and(is_loopback);
        let proxies = self.proxies.as_ref().filter(|_| !here);
        proxies?.intercept(to)
    }

    /// What tells the proxy of a request that is not in TLS who sends it. In a tunnel, that was said when it was opened.
    pub(super) fn authorization(&self, to: &Uri) -> Option<HeaderValue> {
        if to.scheme() != Some(&Scheme::HTTP) {
            return None;
        }
        self.proxy(to)?.basic_auth().cloned()
    }
}

impl Service<Uri> for Connector {
    type Response = Connection;
    type Error = Failure;
    type Future = BoxFuture<'static, Result<Connection, Failure>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        self.straight.poll_ready(context)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        match self.proxy(&to) {
            None => opened(self.straight.call(to), false),
            Some(proxy) if to.scheme() == Some(&Scheme::HTTPS) => {
                let mut tunnel = Tunnel::new(proxy.uri().clone(), self.straight.clone());
                if let Some(authorization) = proxy.basic_auth() {
                    tunnel = tunnel.with_auth(authorization.clone());
                }
                let mut inside = HttpsConnector::from((tunnel, Arc::clone(&self.tls)));
                opened(inside.call(to), false)
            }
            Some(proxy) => opened(self.straight.call(proxy.uri().clone()), true),
        }
    }
}

/// A connection once it stands, names looked up, tunnels and TLS included; whether a proxy reads its requests, and so their
/// whole URIs.
fn opened<S: Stream>(
    opening: impl Future<Output = Result<S, Failure>> + Send + 'static,
    proxied: bool,
) -> BoxFuture<'static, Result<Connection, Failure>> {
    Box::pin(async move {
        let stream = tokio::time::timeout(CONNECT_TIMEOUT, opening).await??;
        Ok(Connection::new(stream, proxied))
    })
}
