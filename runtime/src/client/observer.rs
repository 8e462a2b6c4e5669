//! A hook for logs and metrics. It is told how each attempt went, and never what was said.

use std::sync::Arc;
use std::time::Duration;

use crate::code::Code;
use crate::error::TransportErrorKind;

/// Is told of every attempt. It runs on the caller's task, so it must not block.
pub trait Observer: Send + Sync + 'static {
    /// An attempt is over.
    fn attempt(&self, attempt: &Attempt<'_>);
}

impl<T: Observer + ?Sized> Observer for Arc<T> {
    fn attempt(&self, attempt: &Attempt<'_>) {
        (**self).attempt(attempt);
    }
}

/// How one attempt went. It holds no URL, no text and no secret.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The operation's id.
    pub operation: &'static str,
    /// Which attempt of the call, from 1.
    pub number: u32,
    /// The HTTP status, where an answer came.
    pub status: Option<u16>,
    /// The code of a refusal.
    pub code: Option<&'a Code>,
    /// How the exchange failed, where no answer came.
    pub failure: Option<TransportErrorKind>,
    /// Whether the service said yes.
    pub success: bool,
    /// From signing to the end of the answer; of one that is opened, to the end of its head.
    pub elapsed: Duration,
    /// How long the client waits before it sends again; none when this was the last attempt.
    pub again_in: Option<Duration>,
}
