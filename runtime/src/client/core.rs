//! What all clones of a client share.

use std::sync::Arc;
use std::time::Duration;

use super::limit::Limiter;
use super::observer::Observer;
use super::retry::RetryPolicy;
use super::routes::Routes;
use crate::random::Random;
use crate::sign::Signer;
use crate::timer::Timer;
use crate::transport::Transport;

pub(super) struct Core {
    pub(super) api: &'static str,
    /// As in [`Api`](crate::Api).
    pub(super) hidden: &'static [&'static str],
    pub(super) routes: Routes,
    pub(super) signer: Box<dyn Signer>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) timer: Arc<dyn Timer>,
    pub(super) random: Arc<dyn Random>,
    pub(super) observer: Option<Arc<dyn Observer>>,
    pub(super) limiter: Limiter,
    pub(super) retries: RetryPolicy,
    pub(super) timeout: Duration,
    pub(super) max_reply_bytes: usize,
}
