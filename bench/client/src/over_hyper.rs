//! The least that could carry the client's requests: hyper-util's pooled client over plain HTTP, without proxies, TLS or a URL parser.
//! It shows what of the client's cost is reqwest's.

use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tencent_im::bindery::bytes::Bytes;
use tencent_im::bindery::http::{Request, Response};
use tencent_im::bindery::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};

pub struct OverHyper(Client<HttpConnector, Full<Bytes>>);

impl OverHyper {
    pub fn new() -> Self {
        let mut builder = Client::builder(TokioExecutor::new());
        builder.pool_idle_timeout(Duration::from_secs(20));
        OverHyper(builder.build_http())
    }
}

impl Transport for OverHyper {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(async move {
            let exchange = async {
                let request = request.map(Full::new);
                let answer = self.0.request(request).await.map_err(failed)?;
                let (head, body) = answer.into_parts();
                let body = Limited::new(body, limits.max_reply_bytes).collect().await;
                let body = body.map_err(|_| TransportError::new(TransportErrorKind::Interrupted))?;
                Ok(Response::from_parts(head, body.to_bytes()))
            };
            let late = |_| TransportError::new(TransportErrorKind::Timeout);
            tokio::time::timeout(limits.timeout, exchange).await.map_err(late)?
        })
    }
}

fn failed(error: hyper_util::client::legacy::Error) -> TransportError {
    let kind = if error.is_connect() {
        TransportErrorKind::Connect
    } else {
        TransportErrorKind::Interrupted
    };
    TransportError::new(kind).with_source(error)
}
