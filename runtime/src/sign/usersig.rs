//! The signing key of one app and the signatures it makes.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::claims::check_identifier;
use super::content::content;
use super::token::Token;
use super::{Claims, SignError};
use crate::secret::Secret;

/// The signing key of one app, for the algorithm `tls-sig-api-v2`.
///
/// ```
/// # use bindery::sign::{Claims, UserSigKey};
/// let key = UserSigKey::new(1_400_000_000, "the key shown in the console");
/// let sig = key.sign(&Claims::new("administrator", 1_700_000_000, 86_400))?;
/// let claims = key.verify(sig.expose(), "administrator", 1_700_000_001)?;
/// assert_eq!(claims.expires(), 1_700_086_400);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct UserSigKey {
    sdk_app_id: u32,
    /// The hash state with the key already in it; none for the empty key.
    mac: Option<Hmac<Sha256>>,
}

impl UserSigKey {
    /// The key of the app `sdk_app_id`, as the console shows it. It is used as text, though it looks like hex;
    /// white space around it, such as the line end of the file it was read from, is dropped.
    ///
    /// The empty key signs nothing and verifies nothing.
    pub fn new(sdk_app_id: u32, key: impl Into<Secret>) -> Self {
        let key = key.into().trimmed();
        let bytes = Some(key.expose().as_bytes()).filter(|bytes| !bytes.is_empty());
        Self {
            sdk_app_id,
            mac: bytes.and_then(|bytes| Hmac::new_from_slice(bytes).ok()),
        }
    }

    /// The app that this key belongs to.
    pub fn sdk_app_id(&self) -> u32 {
        self.sdk_app_id
    }

    /// Whether this is the empty key.
    pub(super) fn is_empty(&self) -> bool {
        self.mac.is_none()
    }

    /// Signs the claims.
    ///
    /// # Errors
    /// An empty key, an identifier that is empty or holds a control character, and claims too large to
    /// verify (256 KiB of JSON).
    pub fn sign(&self, claims: &Claims) -> Result<UserSig, SignError> {
        check_identifier(&claims.identifier)?;
        let buffer = claims.user_buffer.as_ref().map(|b| STANDARD.encode(b));
        let mac = self
            .mac_over(claims, buffer.as_deref())
            .ok_or(SignError::EmptyKey)?;
        let token = Token {
            identifier: claims.identifier.clone(),
            sdk_app_id: self.sdk_app_id.into(),
            lifetime: claims.lifetime,
            issued: claims.issued,
            sig: STANDARD.encode(mac.finalize().into_bytes()),
            buffer,
        };
        Ok(UserSig(token.seal()?.into()))
    }

    /// The hash over the content of `claims`, not yet finished; none for the empty key.
    pub(super) fn mac_over(&self, claims: &Claims, buffer: Option<&str>) -> Option<Hmac<Sha256>> {
        let mut mac = self.mac.clone()?;
        mac.update(content(self.sdk_app_id, claims, buffer).as_bytes());
        Some(mac)
    }
}

impl fmt::Debug for UserSigKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserSigKey")
            .field("sdk_app_id", &self.sdk_app_id)
            .finish_non_exhaustive()
    }
}

/// A signature that lets its bearer act as one account of one app until it expires.
///
/// It is as good as a password: `Debug` prints a fixed word, and there is no `Display`.
#[derive(Clone)]
pub struct UserSig(Secret);

impl UserSig {
    /// The text to send. It may hold `*`, `-` and `_`.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl From<UserSig> for Secret {
    fn from(sig: UserSig) -> Self {
        sig.0
    }
}

impl fmt::Debug for UserSig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserSig(redacted)")
    }
}
