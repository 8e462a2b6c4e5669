//! One attempt: sign, send, judge the answer.

use std::time::UNIX_EPOCH;

use bytes::Bytes;

use super::core::Core;
use super::failure::Failure;
use super::pipeline::Call;
use super::scrub::Scrub;
use super::{reply, request};
use crate::sign::{SignError, Signed};
use crate::transport::Limits;

/// What came of one attempt.
pub(super) struct Exchange {
    pub(super) signed: Signed,
    pub(super) result: Result<http::Response<Bytes>, Failure>,
}

impl Core {
    pub(super) async fn exchange(&self, call: &Call, scrub: &mut Scrub) -> Exchange {
        let mut signed = Signed::default();
        let result = match self.sign(call, &mut signed) {
            Ok(()) => {
                scrub.add(&signed.secrets);
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

    async fn send(
        &self,
        call: &Call,
        signed: &Signed,
        scrub: &Scrub,
    ) -> Result<http::Response<Bytes>, Failure> {
        let base = self.routes.to(call.servers);
        let request = request::make(base, call, signed).map_err(Failure::Transport)?;
        let limits = Limits {
            timeout: call.timeout,
            max_reply_bytes: self.max_reply_bytes,
        };
        let answer = self.transport.send(request, limits).await;
        let answer = answer.map_err(|error| Failure::Transport(scrub.transport_error(error)))?;
        reply::judge(call.operation.envelope, answer, scrub)
    }
}
