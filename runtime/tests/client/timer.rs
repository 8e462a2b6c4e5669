//! A clock under control: it stands still, or leaps to the end of each sleep.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bindery::{BoxFuture, Timer};

#[derive(Clone, Default)]
pub(crate) struct Clock(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    now: Duration,
    leaps: bool,
    slept: Vec<Duration>,
    wakers: Vec<Waker>,
}

impl Clock {
    /// Time passes only while someone sleeps, and then at once.
    pub(crate) fn leaping() -> Self {
        let clock = Self::default();
        clock.state().leaps = true;
        clock
    }

    /// Time passes only by [`Clock::advance`].
    pub(crate) fn still() -> Self {
        Self::default()
    }

    pub(crate) fn advance(&self, by: Duration) {
        let mut state = self.state();
        state.now += by;
        state.wakers.drain(..).for_each(Waker::wake);
    }

    pub(crate) fn since_start(&self) -> Duration {
        self.state().now
    }

    pub(crate) fn slept(&self) -> Vec<Duration> {
        self.state().slept.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl Timer for Clock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_700_000_000) + self.state().now
    }

    fn elapsed(&self) -> Duration {
        self.state().now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        let mut state = self.state();
        state.slept.push(duration);
        let end = state.now + duration;
        Box::pin(poll_fn(move |context| {
            let mut state = self.state();
            if state.leaps {
                state.now = state.now.max(end);
            }
            if state.now >= end {
                return Poll::Ready(());
            }
            state.wakers.push(context.waker().clone());
            Poll::Pending
        }))
    }
}
