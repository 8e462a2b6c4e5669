//! `x-bindery-retry`: whether a request may be sent again, and which of its fields are keys.

use bindery_spec::operation::is_idempotent;
use bindery_spec::{Extension, Finding, ResendClass, Retry};

use super::{Lower, Place as At};
use crate::ir::{Key, KeyStep, Resend, Type, TypeId};

/// What the service remembers where the document does not say: HTTP's usual idempotency keys live for a day.
const DEFAULT_WINDOW: u32 = 86_400;

impl<'d> Lower<'d> {
    /// Whether a request may be sent again, and what must differ within it.
    pub(super) fn resend(&mut self, at: At<'d>, request: TypeId) -> (Resend, Option<Key>) {
        let Some(retry) = Retry::of(at.operation, &mut self.findings) else {
            let resend = if is_idempotent(at.method) {
                Resend::Safe
            } else {
                Resend::ResolveFirst
            };
            return (resend, None);
        };
        let key = retry.key.as_ref().and_then(|pointer| {
            let found = self.path(&Type::Named(request), &pointer.tokens);
            if found.is_none() {
                let message = "this key does not lead to a member of the request";
                self.findings
                    .push(Finding::error("bad-pointer", pointer.span, message));
            }
            let (steps, _) = found?;
            let wire = pointer.tokens.clone();
            Some(Key { steps, wire })
        });
        let resend = match (retry.class, &key) {
            (ResendClass::Safe, _) => Resend::Safe,
            (ResendClass::Keyed, Some(key)) => Resend::Keyed {
                seconds: retry.seconds.unwrap_or(DEFAULT_WINDOW),
                key: key.clone(),
            },
            _ => Resend::ResolveFirst,
        };
        let several = |key: &Key| key.steps.iter().any(|step| matches!(step, KeyStep::Each));
        (resend, key.filter(several))
    }
}
