//! The way of one call, the same for every operation: permit, sign, attempt, read the verdict, maybe wait and again.
//!
//! Nothing here is generic, so that an operation costs its users' compiler no copy of it. Nothing is spawned: dropping
//! the future ends the call.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::core::Core;
use super::download::Download;
use super::exchange::{Answer, Exchange};
use super::failure::Failure;
use super::observer::Attempt;
use super::options::CallOptions;
use super::retry::{History, RetryPolicy};
use super::scrub::Scrub;
use crate::code::Retry;
use crate::error::Undecodable;
use crate::future::BoxFuture;
use crate::json::DecodeError;
use crate::multipart;
use crate::operation::{Meta, Parts};
use crate::payload::Payload;
use crate::timer::Timer;

/// A request, ready to be signed and sent as often as needed.
pub(super) struct Call {
    pub(super) operation: &'static Meta,
    pub(super) path: String,
    pub(super) query: Vec<(Cow<'static, str>, String)>,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Option<Payload>,
    pub(super) content_type: Cow<'static, str>,
    pub(super) accept: &'static str,
    /// As in [`Parts`].
    pub(super) accepts: Option<&'static [&'static [&'static str]]>,
    /// As in [`Parts`].
    pub(super) servers: &'static [&'static str],
    pub(super) timeout: Duration,
    /// The body of a reply that says yes is left to the caller.
    pub(super) opened: bool,
}

impl Call {
    /// The longest that an attempt may take: without limit as long as pieces of the request move.
    fn longest(&self) -> Duration {
        let streamed = self.body.as_ref().is_some_and(Payload::is_streamed);
        if streamed {
            Duration::MAX
        } else {
            self.timeout
        }
    }
}

/// A reply that says yes.
pub(super) struct Accepted {
    answer: Answer,
    scrub: Scrub,
    timeout: Duration,
}

impl Accepted {
    pub(super) fn body(&self) -> &[u8] {
        self.answer.reply.body()
    }

    pub(super) fn status(&self) -> u16 {
        self.answer.reply.status().as_u16()
    }

    /// The reply, its body to be read by the caller.
    pub(super) fn into_download(self, timer: Arc<dyn Timer>) -> Download {
        let (head, _) = self.answer.reply.into_parts();
        let body = self.answer.rest.unwrap_or_else(|| Bytes::new().into());
        Download::new(head, body, timer, self.timeout, self.scrub)
    }

    /// The payload is not what the spec says.
    pub(super) fn undecodable(&self, error: DecodeError) -> Undecodable {
        Undecodable {
            status: self.answer.reply.status().as_u16(),
            error: self.scrub.decode_error(error),
            body: self.scrub.prefix(self.answer.reply.body()),
        }
    }
}

impl Core {
    pub(super) fn call(
        &self,
        operation: &'static Meta,
        mut parts: Parts,
        keyed: bool,
        opened: bool,
        options: CallOptions,
    ) -> BoxFuture<'_, Result<Accepted, Failure>> {
        let mut scrub = Scrub::new(self.hidden);
        scrub.add(&parts.secrets);
        if let Some(form) = parts.form.take() {
            let (content_type, body) = multipart::write(&form, &*self.random);
            (parts.content_type, parts.body) = (content_type.into(), Some(body));
        }
        let timeout = options.timeout.unwrap_or(self.timeout);
        let call = Call {
            operation,
            path: parts.path,
            query: parts.query,
            headers: parts.headers,
            body: parts.body,
            content_type: parts.content_type,
            accept: parts.accept,
            accepts: parts.accepts,
            servers: parts.servers,
            timeout,
            opened,
        };
        let once = options.no_retry || call.body.as_ref().is_some_and(Payload::is_once);
        let policy = once.then(RetryPolicy::never).unwrap_or(self.retries);
        let history = History::new(operation, policy, keyed, call.longest());
        Box::pin(self.attempts(call, history, scrub))
    }

    async fn attempts(
        &self,
        call: Call,
        mut history: History,
        mut scrub: Scrub,
    ) -> Result<Accepted, Failure> {
        loop {
            self.limiter.permit(call.operation, &*self.timer).await;
            let started = self.timer.elapsed();
            if let Some(unknown) = history.begin(started) {
                return Err(unknown);
            }
            let exchange = self.exchange(&call, &mut scrub).await;
            let again = self.again(&mut history, &exchange);
            self.observe(&history, &exchange, started, again);
            match (exchange.result, again) {
                (Ok(answer), _) => {
                    return Ok(Accepted {
                        answer,
                        scrub,
                        timeout: call.timeout,
                    });
                }
                (Err(failure), None) => return Err(history.conclude(failure)),
                (Err(failure), Some(wait)) => {
                    self.rest(&call, &failure, wait).await;
                    history.remember(failure);
                }
            }
        }
    }

    fn again(&self, history: &mut History, exchange: &Exchange) -> Option<Duration> {
        let failure = exchange.result.as_ref().err()?;
        let renew = || self.signer.renew(&exchange.signed);
        history.again(failure, self.timer.elapsed(), self.random.u32(), renew)
    }

    async fn rest(&self, call: &Call, failure: &Failure, wait: Duration) {
        if failure.advice(call.operation) == Retry::SlowDown {
            let until = self.timer.elapsed().saturating_add(wait);
            self.limiter.hold(call.operation, until);
        }
        if !wait.is_zero() {
            self.timer.sleep(wait).await;
        }
    }

    fn observe(
        &self,
        history: &History,
        exchange: &Exchange,
        started: Duration,
        again_in: Option<Duration>,
    ) {
        let Some(observer) = &self.observer else {
            return;
        };
        let (status, failure) = match &exchange.result {
            Ok(answer) => (Some(answer.reply.status().as_u16()), None),
            Err(failure) => (failure.status(), Some(failure)),
        };
        observer.attempt(&Attempt {
            operation: history.operation.id,
            number: history.attempts,
            status,
            code: failure.and_then(Failure::code),
            failure: failure.and_then(Failure::transport_kind),
            success: failure.is_none(),
            elapsed: self.timer.elapsed().saturating_sub(started),
            again_in,
        });
    }
}
