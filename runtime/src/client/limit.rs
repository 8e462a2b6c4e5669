//! Keeps calls within the documented rates. It delays, never refuses, and reads no clock but the client's timer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::line::Line;
use super::rates::Rates;
use crate::operation::{Meta, RateLimit};
use crate::timer::Timer;

/// The buckets of one client, by operation. Clones of the client share them.
pub(super) struct Limiter {
    rates: Rates,
    buckets: Mutex<HashMap<&'static str, Arc<Bucket>>>,
}

struct Bucket {
    line: Line,
    pace: Pace,
    state: Mutex<State>,
}

/// Permits come every `interval`; up to `burst` of them may come at once after a rest.
///
/// Any window as long as the documented period then holds at most `period / interval + burst - 1` permits, which
/// `Pace::of` makes equal to the documented number.
#[derive(Debug, Clone, Copy)]
struct Pace {
    interval: Duration,
    burst: u32,
}

#[derive(Default)]
struct State {
    /// When the bucket would be full again.
    full_at: Duration,
    /// No permits before this.
    held_until: Duration,
}

impl Limiter {
    pub(super) fn new(rates: Rates) -> Self {
        Self {
            rates,
            buckets: Mutex::default(),
        }
    }

    /// Waits until `operation` may be called. A permit is taken at the moment of return, so that a caller who gives up
    /// waiting takes none.
    pub(super) async fn permit(&self, operation: &Meta, timer: &dyn Timer) {
        let Some(bucket) = self.bucket(operation) else {
            return;
        };
        let place = bucket.line.join();
        place.front().await;
        while let Some(wait) = bucket.take(timer.elapsed()) {
            timer.sleep(wait).await;
        }
    }

    /// Gives no permits for `operation` before `until`: the service has asked for rest.
    pub(super) fn hold(&self, operation: &Meta, until: Duration) {
        if let Some(bucket) = self.bucket(operation) {
            let mut state = bucket.state();
            state.held_until = state.held_until.max(until);
        }
    }

    fn bucket(&self, operation: &Meta) -> Option<Arc<Bucket>> {
        let (limit, percent) = self.rates.of(operation)?;
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = buckets.entry(operation.id).or_insert_with(|| {
            Arc::new(Bucket {
                line: Line::default(),
                pace: Pace::of(limit, percent),
                state: Mutex::default(),
            })
        });
        Some(Arc::clone(bucket))
    }
}

impl Bucket {
    /// Takes a permit, or says how long to wait first.
    fn take(&self, now: Duration) -> Option<Duration> {
        let mut state = self.state();
        let rest = self.pace.interval.saturating_mul(self.pace.burst - 1);
        let from = state.full_at.saturating_sub(rest).max(state.held_until);
        let wait = from.saturating_sub(now);
        if !wait.is_zero() {
            return Some(wait);
        }
        state.full_at = state.full_at.max(now).saturating_add(self.pace.interval);
        None
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pace {
    fn of(limit: RateLimit, percent: u32) -> Self {
        let calls = (u64::from(limit.calls) * u64::from(percent) / 100).max(1);
        let calls = u32::try_from(calls).unwrap_or(u32::MAX);
        let burst = (calls / 10).max(1);
        let steps = u128::from(calls - burst + 1);
        let nanos = limit.per.as_nanos().div_ceil(steps);
        Self {
            interval: Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX)),
            burst,
        }
    }
}
