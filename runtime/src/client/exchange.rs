//! One attempt: sign, send, judge the answer.

use std::time::UNIX_EPOCH;

use bytes::Bytes;

use super::core::Core;
use super::failure::Failure;
use super::pipeline::Call;
use super::scrub::Scrub;
use super::{reply, request};
use crate::body::Body;
use crate::error::TransportError;
use crate::payload::Payload;
use crate::sign::{SignError, Signed};
use crate::transport::Limits;

/// What came of one attempt.
pub(super) struct Exchange {
    pub(super) signed: Signed,
    pub(super) result: Result<Answer, Failure>,
}

/// An answer, and the part of its body that has not been read.
pub(super) struct Answer {
    pub(super) reply: http::Response<Bytes>,
    pub(super) rest: Option<Body>,
}

impl Core {
    pub(super) async fn exchange(&self, call: &Call, scrub: &mut Scrub) -> Exchange {
        let mut signed = Signed::default();
        let result = match self.sign(call, &mut signed) {
            Ok(()) => {
                scrub.add(&signed.secrets);
                scrub.add(self.transport.secrets());
                self.send(call, &signed, scrub).await
            }
            Err(error) => Err(Failure::Signing(error)),
        };
        Exchange { signed, result }
    }

    fn sign(&self, call: &Call, signed: &mut Signed) -> Result<(), SignError> {
        if call.accepts.is_some_and(<[_]>::is_empty) {
            return Ok(());
        }
        signed.accepts = call.accepts.unwrap_or_default();
        let now = self.timer.now().duration_since(UNIX_EPOCH);
        let now = now.unwrap_or_default().as_secs();
        self.signer.sign(signed, now, self.random.u32())
    }

    async fn send(&self, call: &Call, signed: &Signed, scrub: &Scrub) -> Result<Answer, Failure> {
        let limits = Limits {
            timeout: call.timeout,
            max_reply_bytes: self.max_reply_bytes,
        };
        let answer = match call.body.as_ref() {
            // In a box, for most calls have no need of it and would carry its size.
            Some(Payload::Streamed(sources)) => {
                Box::pin(self.stream(call, signed, sources, limits)).await
            }
            body if call.opened => {
                let body = [whole(body).into()];
                Box::pin(self.stream(call, signed, &body, limits)).await
            }
            body => self.whole(call, signed, whole(body), limits).await,
        };
        let answer = answer.map_err(|error| {
            let error = scrub.transport_error(error);
            Failure::Transport(error.to(self.routes.to(call.servers).authority()))
        })?;
        Ok(Answer {
            reply: reply::judge(call.operation, answer.reply, scrub, &*self.timer)?,
            rest: answer.rest,
        })
    }

    async fn whole(
        &self,
        call: &Call,
        signed: &Signed,
        body: Bytes,
        limits: Limits,
    ) -> Result<Answer, TransportError> {
        let request = request::make(self.routes.to(call.servers), call, signed, body)?;
        let reply = self.transport.send(request, limits).await?;
        Ok(Answer { reply, rest: None })
    }
}

fn whole(body: Option<&Payload>) -> Bytes {
    match body {
        Some(Payload::Whole(bytes)) => bytes.clone(),
        _ => Bytes::new(),
    }
}
