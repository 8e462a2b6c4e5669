//! The client's only source of time: what the clock says, how long something took, and waiting.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::future::BoxFuture;

/// A clock that can wait. Give the client another one to run without real time.
pub trait Timer: Send + Sync + 'static {
    /// The time of day. Signatures and "before now" rules lean on it.
    fn now(&self) -> SystemTime;

    /// The time since a fixed moment of the timer's choice; it never goes back.
    fn elapsed(&self) -> Duration;

    /// Waits. Beside a body that is streamed the client waits for the moment at which it has stood still for too long; a timer
    /// that ends each wait at once ends that one, too.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

impl<T: Timer + ?Sized> Timer for Arc<T> {
    fn now(&self) -> SystemTime {
        (**self).now()
    }

    fn elapsed(&self) -> Duration {
        (**self).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }
}

/// The system's clock and tokio's timer. Waiting needs a tokio runtime with its time driver on.
#[cfg(feature = "tokio")]
#[derive(Debug, Clone)]
pub struct TokioTimer {
    start: tokio::time::Instant,
}

#[cfg(feature = "tokio")]
impl TokioTimer {
    /// A timer that counts from now.
    pub fn new() -> Self {
        Self {
            start: tokio::time::Instant::now(),
        }
    }
}

#[cfg(feature = "tokio")]
impl Default for TokioTimer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(feature = "tokio")]
impl Timer for TokioTimer {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}
