//! `x-bindery-retry`: whether a request may be sent again, and which of its fields are keys.

use bindery_spec::{Extension, Finding, ResendClass, Retry};

use super::{Lower, Place as At};
use crate::ir::{Resend, Type, TypeId};

/// What the service remembers where the document does not say: HTTP's usual idempotency keys live for a day.
const DEFAULT_WINDOW: u32 = 86_400;

impl<'d> Lower<'d> {
    pub(super) fn resend(&mut self, at: At<'d>, request: TypeId) -> Resend {
        let Some(retry) = Retry::of(at.operation, &mut self.findings) else {
            let idempotent =
                ["get", "head", "options", "put", "delete", "trace"].contains(&at.method);
            return if idempotent {
                Resend::Safe
            } else {
                Resend::ResolveFirst
            };
        };
        match (retry.class, &retry.key) {
            (ResendClass::Safe, _) => Resend::Safe,
            (ResendClass::Keyed, Some(pointer)) => {
                if let Some((key, _)) = self.path(&Type::Named(request), &pointer.tokens) {
                    Resend::Keyed {
                        seconds: retry.seconds.unwrap_or(DEFAULT_WINDOW),
                        key,
                        wire: pointer.tokens.clone(),
                    }
                } else {
                    let message = "this key does not lead to a member of the request";
                    self.findings
                        .push(Finding::error("bad-pointer", pointer.span, message));
                    Resend::ResolveFirst
                }
            }
            _ => Resend::ResolveFirst,
        }
    }
}
