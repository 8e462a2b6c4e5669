//! A wire to the sandbox that loses and changes what it carries.

use bindery::{BoxFuture, HyperTransport, Limits, Transport, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;

/// What becomes of one call.
pub(crate) enum Fate {
    /// The service gets this body, and the client its answer.
    Answered(Value),
    /// The service gets this body, and the answer gets lost.
    AnswerLost(Value),
    /// The service gets nothing, and the client no answer.
    Lost,
    /// The service gets nothing, and the client this answer.
    Forged(Value),
}

/// Does to each call what `F` says of its operation and body.
pub(crate) struct Wire<F> {
    inner: HyperTransport,
    fate: F,
}

impl<F: Fn(&str, Value) -> Fate> Wire<F> {
    pub(crate) fn new(fate: F) -> Self {
        let inner = HyperTransport::plain_http().unwrap();
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
        let fate = (self.fate)(operation, body);
        let deliver = move |body: Value| self.inner.send(request.map(|_| text(&body)), limits);
        Box::pin(async move {
            match fate {
                Fate::Answered(body) => deliver(body).await,
                Fate::AnswerLost(body) => {
                    deliver(body).await?;
                    Err(TransportError::new(TransportErrorKind::Interrupted))
                }
                Fate::Lost => Err(TransportError::new(TransportErrorKind::Timeout)),
                Fate::Forged(answer) => Ok(Response::new(text(&answer))),
            }
        })
    }
}

fn text(body: &Value) -> Bytes {
    body.to_string().into()
}
