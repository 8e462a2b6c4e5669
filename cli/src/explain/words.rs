//! What the words of the vocabulary advise, in a sentence each.

use bindery_spec::{ResendClass, RetryClass};

/// The word of a class, and its advice.
pub(super) const fn retry(class: RetryClass) -> (&'static str, &'static str) {
    match class {
        RetryClass::Never => ("never", "it fails again"),
        RetryClass::Backoff => ("backoff", "wait, then repeat"),
        RetryClass::SlowDown => ("slow-down", "wait, then repeat at a lower rate"),
        RetryClass::Resign => ("resign", "sign anew, then repeat once"),
        RetryClass::Unclear => ("unclear", "only the message tells whether to repeat"),
    }
}

/// The word of a class, and its advice.
pub(super) const fn resend(class: ResendClass) -> (&'static str, &'static str) {
    match class {
        ResendClass::Safe => ("safe", "repeating it changes nothing"),
        ResendClass::Keyed => ("keyed", "repeating it is safe while every key is set"),
        ResendClass::ResolveFirst => (
            "resolve-first",
            "after an unknown outcome, find out what became of it before sending it again",
        ),
    }
}

/// The word of an outcome.
pub(super) const fn outcome(unknown: bool) -> &'static str {
    if unknown { "unknown" } else { "not-done" }
}
