//! The current signature of one account: made once, used until shortly before it expires.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::claims::check_identifier;
use super::{Claims, SignError, UserSig, UserSigKey};

/// Keeps the signature of one account and renews it when a tenth of its life is left.
///
/// A tenth outlasts any retry and most wrong clocks, and a renewal costs microseconds: no reason to cut it finer.
pub struct SignatureCache {
    key: UserSigKey,
    identifier: String,
    lifetime: u64,
    /// Callers wait while one of them signs. That takes microseconds, less than handing the result over
    /// through anything cleverer, and nothing is awaited under the lock.
    current: Mutex<Option<Current>>,
}

struct Current {
    sig: UserSig,
    issued: u64,
}

impl SignatureCache {
    /// A cache of signatures that are good for `lifetime` seconds each.
    ///
    /// # Errors
    /// An identifier that is empty or holds a control character.
    pub fn new(
        key: UserSigKey,
        identifier: impl Into<String>,
        lifetime: u64,
    ) -> Result<Self, SignError> {
        let identifier = identifier.into();
        check_identifier(&identifier)?;
        Ok(Self {
            key,
            identifier,
            lifetime,
            current: Mutex::new(None),
        })
    }

    /// The same cache, empty, with another lifetime in seconds.
    #[must_use]
    pub fn with_lifetime(self, lifetime: u64) -> Self {
        Self {
            lifetime,
            current: Mutex::new(None),
            ..self
        }
    }

    /// A signature that is good at the Unix second `now` and for at least a tenth of its life after.
    pub fn get(&self, now: u64) -> Result<UserSig, SignError> {
        let mut current = self.lock();
        if let Some(kept) = current.as_ref().filter(|kept| self.is_fresh(kept, now)) {
            return Ok(kept.sig.clone());
        }
        let claims = Claims::new(self.identifier.as_str(), now, self.lifetime);
        let sig = self.key.sign(&claims)?;
        *current = Some(Current {
            sig: sig.clone(),
            issued: now,
        });
        Ok(sig)
    }

    /// Drops `sig` if it is still the current one, so that callers who learn at the same time that it is
    /// no longer good cause one renewal and not one each. Returns whether it was dropped.
    pub fn invalidate(&self, sig: &str) -> bool {
        self.lock()
            .take_if(|kept| kept.sig.expose() == sig)
            .is_some()
    }

    /// Neither near its end nor, after the clock was set back, from the future.
    fn is_fresh(&self, kept: &Current, now: u64) -> bool {
        let expires = kept.issued.saturating_add(self.lifetime);
        let reach = now.saturating_add(self.lifetime / 10);
        (kept.issued..=expires).contains(&reach)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Current>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SignatureCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignatureCache")
            .field("key", &self.key)
            .field("identifier", &self.identifier)
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}
