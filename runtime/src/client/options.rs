//! What a single call may set for itself.

use std::time::Duration;

/// Options of one call; they go before those of the client.
///
/// ```
/// use bindery::CallOptions;
/// use std::time::Duration;
///
/// let patient = CallOptions::new().timeout(Duration::from_secs(60)).no_retry();
/// # let _ = patient;
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct CallOptions {
    pub(super) timeout: Option<Duration>,
    pub(super) no_retry: bool,
}

impl CallOptions {
    /// The client's own settings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows each attempt that much time, or a streamed body to stand still for as long, as
    /// [`ClientBuilder::timeout`](crate::ClientBuilder::timeout) does.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sends the request once, whatever comes back.
    #[must_use]
    pub fn no_retry(mut self) -> Self {
        self.no_retry = true;
        self
    }
}
