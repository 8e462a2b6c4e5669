//! A scripted service: each request takes the next answer of the script and is kept for inspection.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use bindery::{
    BoxFuture, Client, ClientBuilder, Limits, Random, Rates, Transport, TransportError,
    TransportErrorKind,
};
use bytes::Bytes;

use crate::api::{Key, Parcels};
use crate::timer::Clock;

pub(crate) type Answer = Result<http::Response<Bytes>, TransportError>;
type Step = Box<dyn FnOnce(&http::Request<Bytes>) -> Option<Answer> + Send>;

#[derive(Clone)]
pub(crate) struct Service {
    state: Arc<Mutex<State>>,
    pub(crate) clock: Clock,
}

#[derive(Default)]
struct State {
    script: VecDeque<Step>,
    seen: Vec<(Duration, http::Request<Bytes>, Limits)>,
}

impl Service {
    pub(crate) fn new(clock: Clock) -> Self {
        let state = Arc::default();
        Self { state, clock }
    }

    /// Time leaps over every sleep.
    pub(crate) fn leaping() -> Self {
        Self::new(Clock::leaping())
    }

    pub(crate) fn then(
        &self,
        step: impl FnOnce(&http::Request<Bytes>) -> Answer + Send + 'static,
    ) -> &Self {
        self.state()
            .script
            .push_back(Box::new(|request| Some(step(request))));
        self
    }

    /// Status 200 with that body.
    pub(crate) fn says(&self, body: &'static str) -> &Self {
        self.status(200, body)
    }

    pub(crate) fn code(&self, code: i64) -> &Self {
        let body = format!(r#"{{"ActionStatus":"FAIL","ErrorInfo":"no","ErrorCode":{code}}}"#);
        self.then(move |_| Ok(http::Response::new(body.into())))
    }

    pub(crate) fn status(&self, status: u16, body: &'static str) -> &Self {
        self.then(move |_| Ok(answer(status, body)))
    }

    pub(crate) fn fails(&self, kind: TransportErrorKind) -> &Self {
        self.then(move |_| Err(TransportError::new(kind)))
    }

    /// No answer, ever.
    pub(crate) fn hangs(&self) -> &Self {
        self.state().script.push_back(Box::new(|_| None));
        self
    }

    pub(crate) fn builder(&self) -> ClientBuilder<Parcels> {
        self.builder_with(Key::default())
    }

    pub(crate) fn builder_with(&self, key: Key) -> ClientBuilder<Parcels> {
        Client::builder(key)
            .transport(self.clone())
            .timer(self.clock.clone())
            .random(HalfWay)
            .rate(Rates::off())
    }

    pub(crate) fn client(&self) -> Client<Parcels> {
        self.builder().build().unwrap()
    }

    pub(crate) fn requests(&self) -> Vec<http::Request<Bytes>> {
        let state = self.state();
        state
            .seen
            .iter()
            .map(|(_, request, _)| request.clone())
            .collect()
    }

    pub(crate) fn times(&self) -> Vec<Duration> {
        self.state().seen.iter().map(|(time, ..)| *time).collect()
    }

    pub(crate) fn limits(&self) -> Vec<Limits> {
        self.state()
            .seen
            .iter()
            .map(|(.., limits)| *limits)
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}

pub(crate) fn answer(status: u16, body: &'static str) -> http::Response<Bytes> {
    let mut answer = http::Response::new(Bytes::from_static(body.as_bytes()));
    *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
    answer
}

/// Without a script, everything succeeds.
impl Transport for Service {
    fn send(&self, request: http::Request<Bytes>, limits: Limits) -> BoxFuture<'_, Answer> {
        let mut state = self.state();
        let step = state.script.pop_front();
        let answer = match step {
            Some(step) => step(&request),
            None => Some(Ok(answer(200, r#"{"ErrorCode":0,"Seq":7}"#))),
        };
        state.seen.push((self.clock.since_start(), request, limits));
        Box::pin(async move {
            match answer {
                Some(answer) => answer,
                None => std::future::pending().await,
            }
        })
    }
}

/// Draws the middle, so that every wait is half of the longest.
pub(crate) struct HalfWay;

impl Random for HalfWay {
    fn u32(&self) -> u32 {
        1 << 31
    }
}
