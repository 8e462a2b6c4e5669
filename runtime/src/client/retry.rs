//! When a request is sent again. Everything here is arithmetic over what happened; the pipeline does the waiting.

use std::time::Duration;

use super::failure::Failure;
use crate::code::{Done, Retry};
use crate::operation::{Meta, RetryClass};

/// When a client sends a request again by itself.
///
/// It never does after an outcome nobody knows, unless the spec says that repeating changes nothing. Waits double from
/// `base` up to `cap`, and each is drawn from zero to that, or from its upper half where the service says that calls come too
/// fast. A service that names a time to wait is given it.
///
/// ```
/// use bindery::RetryPolicy;
/// use std::time::Duration;
///
/// let patient = RetryPolicy::default().max_attempts(8).budget(Duration::from_secs(120));
/// # let _ = patient;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    max_attempts: u32,
    base: Duration,
    cap: Duration,
    budget: Duration,
}

impl RetryPolicy {
    /// One attempt for each call.
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// So many attempts for each call, the first included; 3 unless set. Zero counts as one.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest the first wait may be; 200 ms unless set.
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// The longest any wait may be, unless the service asks for more; 10 s unless set.
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// No new attempt is made later than that after the first one began; 30 s unless set. What takes long to send, such as
    /// a large file, wants more.
    pub fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// The longest the wait before attempt `attempts + 1` may be.
    fn longest(&self, attempts: u32) -> Duration {
        let doublings = attempts.saturating_sub(1);
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        self.base.saturating_mul(factor).min(self.cap)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: 3,
            base: Duration::from_millis(200),
            cap: Duration::from_secs(10),
            budget: Duration::from_secs(30),
        }
    }
}

/// The part of `whole` that a random number stands for.
fn share(whole: Duration, random: u32) -> Duration {
    let nanos = whole.as_nanos().saturating_mul(u128::from(random)) >> 32;
    Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
}

/// One call's attempts so far.
pub(super) struct History {
    pub(super) operation: &'static Meta,
    pub(super) attempts: u32,
    policy: RetryPolicy,
    /// Every idempotency key of the request is set.
    keyed: bool,
    /// The longest an attempt may take.
    timeout: Duration,
    /// When the first attempt began, by the client's timer.
    began: Duration,
    /// The signature has been made anew for this call.
    renewed: bool,
    /// The latest attempt that may have been done.
    unknown: Option<Failure>,
}

impl History {
    pub(super) fn new(
        operation: &'static Meta,
        policy: RetryPolicy,
        keyed: bool,
        timeout: Duration,
    ) -> Self {
        Self {
            operation,
            attempts: 0,
            policy,
            keyed,
            timeout,
            began: Duration::ZERO,
            renewed: false,
            unknown: None,
        }
    }

    /// Counts an attempt that starts `now`, unless the wait for it has made repeating unsafe: then what is to be reported.
    pub(super) fn begin(&mut self, now: Duration) -> Option<Failure> {
        if self.attempts == 0 {
            self.began = now;
        }
        self.attempts += 1;
        let spent = now.saturating_sub(self.began);
        if self.may_repeat_blindly(spent) {
            return None;
        }
        self.unknown.take()
    }

    /// How long to wait before the next attempt; none where `failure` is the end of it.
    /// `renew` makes the next signature a new one, if it can.
    pub(super) fn again(
        &mut self,
        failure: &Failure,
        now: Duration,
        random: u32,
        renew: impl FnOnce() -> bool,
    ) -> Option<Duration> {
        let asked = failure.retry_after().unwrap_or_default();
        let wait = match failure.advice(self.operation) {
            Retry::Never | Retry::Unclear => return None,
            Retry::Resign => self.renew(renew)?,
            Retry::Backoff => share(self.policy.longest(self.attempts), random).max(asked),
            // Spread like any other wait, but never next to nothing: the service has seen too much of us.
            Retry::SlowDown => {
                let half = self.policy.longest(self.attempts) / 2;
                (half + share(half, random)).max(asked)
            }
        };
        let spent = now.saturating_sub(self.began).saturating_add(wait);
        let blind = self.unknown.is_some() || failure.done(self.operation) == Done::Unknown;
        let may = self.attempts < self.policy.max_attempts
            && spent <= self.policy.budget
            && (!blind || self.may_repeat_blindly(spent));
        may.then_some(wait)
    }

    /// Whether an attempt that starts `spent` after the first changes nothing if the service has done one before.
    fn may_repeat_blindly(&self, spent: Duration) -> bool {
        match self.operation.retry {
            RetryClass::Safe => true,
            // The last byte of the attempt must reach the service while it still remembers the key.
            RetryClass::Keyed { window } => {
                self.keyed && spent.saturating_add(self.timeout) < window
            }
            RetryClass::ResolveFirst => false,
        }
    }

    /// Even where no attempt is left, the next call must not use the refused signature again.
    fn renew(&mut self, renew: impl FnOnce() -> bool) -> Option<Duration> {
        let first = !std::mem::replace(&mut self.renewed, true);
        (first && renew()).then_some(Duration::ZERO)
    }

    /// Keeps a failure that another attempt follows.
    pub(super) fn remember(&mut self, failure: Failure) {
        if failure.done(self.operation) == Done::Unknown {
            self.unknown = Some(failure);
        }
    }

    /// The failure to report: what the last attempt says must not hide that an earlier one may have been done.
    pub(super) fn conclude(self, last: Failure) -> Failure {
        match (last, self.unknown) {
            (last, None) => last,
            (Failure::Answer(mut answer), Some(_)) => {
                answer.after_unknown = true;
                Failure::Answer(answer)
            }
            (last, Some(_)) if last.done(self.operation) == Done::Unknown => last,
            (_, Some(unknown)) => unknown,
        }
    }
}
