//! A wire to the sandbox that loses and changes what it carries.

use bindery::{BoxFuture, Limits, ReqwestTransport, Transport, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;

/// What becomes of one call.
pub(crate) enum Fate {
    /// The service gets this body, and the client its answer.
    Answered(Value),
    /// The service gets this body, and the answer gets lost.
    AnswerLost(Value),
    /// The service gets nothing.
    Lost,
}

/// Does to each call what `F` says of its operation and body.
pub(crate) struct Wire<F> {
    inner: ReqwestTransport,
    fate: F,
}

impl<F: Fn(&str, Value) -> Fate> Wire<F> {
    pub(crate) fn new(fate: F) -> Self {
        let inner = ReqwestTransport::plain_http().unwrap();
        Wire { inner, fate }
    }
}

impl<F: Fn(&str, Value) -> Fate + Send + Sync + 'static> Transport for Wire<F> {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let operation = request.uri().path().rsplit('/').next().unwrap();
        let body = serde_json::from_slice(request.body()).unwrap();
        let (body, answered) = match (self.fate)(operation, body) {
            Fate::Answered(body) => (Some(body), true),
            Fate::AnswerLost(body) => (Some(body), false),
            Fate::Lost => (None, false),
        };
        Box::pin(async move {
            let Some(body) = body else {
                return Err(TransportError::new(TransportErrorKind::Timeout));
            };
            let request = request.map(|_| body.to_string().into());
            match self.inner.send(request, limits).await {
                Ok(_) if !answered => Err(TransportError::new(TransportErrorKind::Interrupted)),
                answer => answer,
            }
        })
    }
}
