//! A clock under control, so that no test waits.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bindery::{BoxFuture, Timer};

/// Stands still; a sleep ends at once and moves it by the time slept.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<Mutex<Duration>>);

impl Clock {
    /// The Unix second that every clock starts at.
    pub const START: u64 = 1_700_000_000;

    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Timer for Clock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(Self::START) + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.advance(duration);
        Box::pin(std::future::ready(()))
    }
}
