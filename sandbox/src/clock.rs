//! The sandbox's only source of time.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells the sandbox what time it is.
pub trait Clock: Send + Sync + 'static {
    /// The time of day.
    fn now(&self) -> SystemTime;
}

impl<T: Clock + ?Sized> Clock for Arc<T> {
    fn now(&self) -> SystemTime {
        (**self).now()
    }
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A clock that stands still until it is told to go on. Clones show the same time.
///
/// ```
/// use std::time::Duration;
/// use tencent_im_sandbox::{Clock, ManualClock};
///
/// let clock = ManualClock::at(1_700_000_000);
/// let before = clock.now();
/// clock.advance(Duration::from_secs(300));
/// assert_eq!(clock.now().duration_since(before).unwrap().as_secs(), 300);
/// ```
#[derive(Debug, Clone)]
pub struct ManualClock {
    since_epoch: Arc<Mutex<Duration>>,
}

impl ManualClock {
    /// A clock that shows this Unix second.
    pub fn at(unix_seconds: u64) -> Self {
        Self {
            since_epoch: Arc::new(Mutex::new(Duration::from_secs(unix_seconds))),
        }
    }

    /// Moves the clock on; it stops at the last moment it can show.
    pub fn advance(&self, by: Duration) {
        let mut since_epoch = self
            .since_epoch
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *since_epoch = since_epoch.saturating_add(by);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> SystemTime {
        let since_epoch = self
            .since_epoch
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        UNIX_EPOCH.checked_add(*since_epoch).unwrap_or(UNIX_EPOCH)
    }
}
