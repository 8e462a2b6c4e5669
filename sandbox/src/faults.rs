//! Accidents on the way, for testing clients: one is taken by each request, in the order they were asked for.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// What befalls one request, see [`Sandbox::fail_next`](crate::Sandbox::fail_next).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The connection closes before anything is done.
    LoseRequest,
    /// It is done, then the connection closes without an answer.
    LoseAnswer,
    /// It is done, and answered this much later.
    Slow(Duration),
    /// A proxy answers 502 with an HTML page; nothing is done.
    BadGateway,
    /// It is refused with this `ErrorCode`; nothing is done.
    Refuse(i64),
}

#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<VecDeque<Fault>>);

impl Faults {
    pub(crate) fn push(&self, fault: Fault) {
        self.queue(|queue| queue.push_back(fault));
    }

    pub(crate) fn take(&self) -> Option<Fault> {
        self.queue(VecDeque::pop_front)
    }

    fn queue<T>(&self, with: impl FnOnce(&mut VecDeque<Fault>) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
