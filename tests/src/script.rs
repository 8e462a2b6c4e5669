//! A transport that answers from a script and keeps every request for inspection.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bindery::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
use bytes::Bytes;

/// What the transport gives for one request.
pub type Answer = Result<http::Response<Bytes>, TransportError>;
type Step = Box<dyn FnOnce(&http::Request<Bytes>) -> Answer + Send>;

/// Each request takes the next answer; where none is left, nobody answers in time.
#[derive(Clone, Default)]
pub struct Script(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    steps: VecDeque<Step>,
    seen: Vec<http::Request<Bytes>>,
}

impl Script {
    /// Answers with status 200 and that body.
    pub fn says(&self, body: impl Into<Bytes>) -> &Self {
        self.answers(200, body)
    }

    /// Answers with a status and a body.
    pub fn answers(&self, status: u16, body: impl Into<Bytes>) -> &Self {
        let body = body.into();
        self.then(move |_| response(status, body))
    }

    /// Answers with what `step` makes of the request.
    pub fn then(
        &self,
        step: impl FnOnce(&http::Request<Bytes>) -> Answer + Send + 'static,
    ) -> &Self {
        self.state().steps.push_back(Box::new(step));
        self
    }

    /// Every request so far.
    pub fn seen(&self) -> Vec<http::Request<Bytes>> {
        self.state().seen.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Script {
    fn send(&self, request: http::Request<Bytes>, _: Limits) -> BoxFuture<'_, Answer> {
        let mut state = self.state();
        let answer = match state.steps.pop_front() {
            Some(step) => step(&request),
            None => Err(TransportError::new(TransportErrorKind::Timeout)),
        };
        state.seen.push(request);
        Box::pin(std::future::ready(answer))
    }
}

/// An answer with a status and a body.
pub fn response(status: u16, body: impl Into<Bytes>) -> Answer {
    let mut response = http::Response::new(body.into());
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
    Ok(response)
}
