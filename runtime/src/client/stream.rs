//! One attempt in which a body travels in pieces, the request's or the answer's. Time is kept here, not by the transport:
//! nothing may stand still for longer than the attempt's timeout.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;

use super::core::Core;
use super::exchange::Answer;
use super::pipeline::Call;
use super::progress::{Progress, Watched};
use super::request;
use crate::body::{Body, BoxError, collect};
use crate::error::{TransportError, TransportErrorKind as Kind};
use crate::sign::Signed;
use crate::source::{self, Source};
use crate::timer::Timer;
use crate::transport::Limits;

impl Core {
    pub(super) async fn stream(
        &self,
        call: &Call,
        signed: &Signed,
        sources: &[Source],
        limits: Limits,
    ) -> Result<Answer, TransportError> {
        let request = request::make(self.routes.to(call.servers), call, signed, ())?;
        let progress = Arc::new(Progress::new(Arc::clone(&self.timer)));
        let exchange = async {
            let body = source::open(sources).await;
            let body = body.map_err(|why| TransportError::new(Kind::Request).with_source(why))?;
            progress.mark();
            let body = Watched::new(body, Arc::clone(&progress));
            let request = request.map(|()| Body::new(body));
            let answer = self.transport.stream(request, limits).await?;
            progress.mark();
            let refused = !answer.status().is_success();
            let answer = self.answer(call, answer).await;
            if refused {
                progress.stop();
            }
            answer
        };
        let answer = unless_still(&*self.timer, &progress, call.timeout, exchange).await;
        answer.map_err(|error| progress.blamed(error))
    }

    /// The answer with its body unread if that is wanted and there is one worth it, else with all of it.
    async fn answer(
        &self,
        call: &Call,
        answer: http::Response<Body>,
    ) -> Result<Answer, TransportError> {
        let (head, body) = answer.into_parts();
        let (bytes, rest) = if call.opened && head.status.is_success() {
            (Bytes::new(), Some(body))
        } else {
            let bytes = collect(body, self.max_reply_bytes).await;
            let bytes = bytes.map_err(interrupted)?;
            let too_large = || TransportError::new(Kind::TooLarge);
            (bytes.ok_or_else(too_large)?, None)
        };
        let reply = http::Response::from_parts(head, bytes);
        Ok(Answer { reply, rest })
    }
}

/// An error of an answer's body.
pub(super) fn interrupted(error: BoxError) -> TransportError {
    match error.downcast() {
        Ok(told) => *told,
        Err(error) => TransportError::new(Kind::Interrupted).with_source(error),
    }
}

/// What `work` gives, unless `timeout` passes without any progress.
async fn unless_still<T>(
    timer: &dyn Timer,
    progress: &Progress,
    timeout: Duration,
    work: impl Future<Output = Result<T, TransportError>>,
) -> Result<T, TransportError> {
    let still = async {
        while let Some(wait) = timeout
            .checked_sub(progress.rest())
            .filter(|wait| !wait.is_zero())
        {
            timer.sleep(wait).await;
        }
        Err(TransportError::new(Kind::Timeout))
    };
    let (mut work, mut still) = (pin!(work), pin!(still));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Pending => still.as_mut().poll(context),
        ready @ Poll::Ready(_) => ready,
    })
    .await
}
