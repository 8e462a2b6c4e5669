//! A body under watch: when the last piece of it was taken, and why it failed if it did.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::body::BoxError;
use crate::error::{TransportError, TransportErrorKind as Kind};
use crate::source::Opened;
use crate::timer::Timer;

/// How far one attempt has come. The attempt and its body share it.
pub(super) struct Progress {
    timer: Arc<dyn Timer>,
    state: Mutex<State>,
}

struct State {
    /// When something moved last.
    moved: Duration,
    /// Why the source failed.
    failure: Option<BoxError>,
    /// Nobody wants the rest.
    stopped: bool,
}

impl Progress {
    pub(super) fn new(timer: Arc<dyn Timer>) -> Self {
        let moved = timer.elapsed();
        let state = Mutex::new(State {
            moved,
            failure: None,
            stopped: false,
        });
        Self { timer, state }
    }

    pub(super) fn mark(&self) {
        self.state().moved = self.timer.elapsed();
    }

    /// Gives no more pieces: the service has refused without hearing them all.
    pub(super) fn stop(&self) {
        self.state().stopped = true;
    }

    /// For how long nothing has moved.
    pub(super) fn rest(&self) -> Duration {
        self.timer.elapsed().saturating_sub(self.state().moved)
    }

    /// The failure of an attempt: the source's own, if that is what made the attempt fail.
    pub(super) fn blamed(&self, error: TransportError) -> TransportError {
        let Some(failure) = self.state().failure.take() else {
            return error;
        };
        let kind = match error.kind() {
            Kind::Connect | Kind::Request => Kind::Request,
            _ => Kind::Source,
        };
        TransportError::new(kind).with_source(failure)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(super) struct Watched {
    body: Opened,
    progress: Arc<Progress>,
}

impl Watched {
    pub(super) fn new(body: Opened, progress: Arc<Progress>) -> Self {
        Self { body, progress }
    }
}

impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, &'static str>>> {
        if self.progress.state().stopped {
            return Poll::Ready(Some(Err("the service has refused already")));
        }
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        Poll::Ready(frame.map(|frame| match frame {
            Ok(piece) => {
                self.progress.mark();
                Ok(piece)
            }
            Err(error) => {
                self.progress.state().failure = Some(error);
                Err("the source of the body failed")
            }
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
