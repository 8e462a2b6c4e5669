//! The signer of APIs that take a `UserSig` in the query.

use std::borrow::Cow;
use std::time::Duration;

use super::{SignError, SignatureCache, Signed, Signer, UserSigKey};
use crate::secret::Secret;

const IDENTIFIER: &str = "identifier";
const RANDOM: &str = "random";
const SDK_APP_ID: &str = "sdkappid";
const USER_SIG: &str = "usersig";

/// What the vendor's own functions use: 180 days.
const DEFAULT_LIFETIME: Duration = Duration::from_secs(180 * 24 * 60 * 60);

/// Credentials for APIs signed with `tls-sig-api-v2`.
///
/// Adds `sdkappid`, `identifier`, `usersig` and `random` to the query. The signature is kept and renewed
/// when a tenth of its life is left, or when the service says that it expired.
///
/// ```
/// # use std::time::Duration;
/// # use bindery::sign::UserSigCredentials;
/// # let key_from_environment = String::from("the key shown in the console");
/// let credentials = UserSigCredentials::new(1_400_000_000, "administrator", key_from_environment)?
///     .lifetime(Duration::from_secs(24 * 60 * 60));
/// # Ok::<(), bindery::sign::SignError>(())
/// ```
#[derive(Debug)]
pub struct UserSigCredentials {
    sdk_app_id: u32,
    identifier: String,
    cache: SignatureCache,
}

impl UserSigCredentials {
    /// Credentials of the account `identifier`, an administrator of the app `sdk_app_id`, which has `key`.
    ///
    /// # Errors
    /// An empty key, and an identifier that is empty or holds a control character.
    pub fn new(
        sdk_app_id: u32,
        identifier: impl Into<String>,
        key: impl Into<Secret>,
    ) -> Result<Self, SignError> {
        let key = UserSigKey::new(sdk_app_id, key);
        if key.is_empty() {
            return Err(SignError::EmptyKey);
        }
        let identifier = identifier.into();
        let cache = SignatureCache::new(key, identifier.as_str(), DEFAULT_LIFETIME.as_secs())?;
        Ok(Self {
            sdk_app_id,
            identifier,
            cache,
        })
    }

    /// How long each signature is good for, in whole seconds and at least one; 180 days unless said otherwise.
    #[must_use]
    pub fn lifetime(self, lifetime: Duration) -> Self {
        Self {
            cache: self.cache.with_lifetime(lifetime.as_secs().max(1)),
            ..self
        }
    }
}

impl Signer for UserSigCredentials {
    fn sign(&self, parts: &mut Signed, now: u64, random: u32) -> Result<(), SignError> {
        let sig = self.cache.get(now)?;
        parts.query.extend([
            (Cow::Borrowed(SDK_APP_ID), self.sdk_app_id.to_string()),
            (Cow::Borrowed(IDENTIFIER), self.identifier.clone()),
            (Cow::Borrowed(USER_SIG), sig.expose().to_owned()),
            (Cow::Borrowed(RANDOM), random.to_string()),
        ]);
        parts.secrets.push(sig.into());
        Ok(())
    }

    fn renew(&self, parts: &Signed) -> bool {
        let used = parts.query.iter().find(|(name, _)| name == USER_SIG);
        if let Some((_, sig)) = used {
            self.cache.invalidate(sig);
        }
        used.is_some()
    }
}
