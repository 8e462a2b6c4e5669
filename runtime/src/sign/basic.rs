//! A user name and a password in the `Authorization` header.

use http::header::AUTHORIZATION;

use super::{SignError, Signed, Signer, bearer::sensitive};
use crate::secret::Secret;

/// A user name and a password sent as `Authorization: Basic …` with every call.
///
/// Services that take a key in this way want it as the user name, with an empty password; so neither is shown.
///
/// ```
/// # use bindery::sign::Basic;
/// let credentials = Basic::new("ann", "s3cr3t");
/// assert!(!format!("{credentials:?}").contains("ann"));
/// ```
#[derive(Debug, Clone)]
pub struct Basic {
    user: Secret,
    password: Secret,
}

impl Basic {
    /// Credentials of this user. A name with a colon, which ends it, is refused when a call is signed.
    /// Line ends behind either, such as that of the file it was read from, are dropped.
    pub fn new(user: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self {
            user: user.into().without_line_end(),
            password: password.into().without_line_end(),
        }
    }
}

impl Signer for Basic {
    fn sign(&self, parts: &mut Signed, _: u64, _: u32) -> Result<(), SignError> {
        let (user, password) = (self.user.expose(), self.password.expose());
        if user.contains(':') {
            return Err(SignError::ColonInUser);
        }
        let pair = format!("{user}:{password}");
        let token = base64(pair.as_bytes());
        parts
            .headers
            .push((AUTHORIZATION, sensitive(format!("Basic {token}"))?));
        let key = if password.is_empty() {
            &self.user
        } else {
            &self.password
        };
        let secrets = [Secret::from(token), Secret::from(pair), key.clone()];
        parts.secrets.extend(secrets);
        Ok(())
    }
}

/// Standard base64 with padding. Signers of their own crates bring an encoder; this one must come without any.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) & 63;
            let is_padding = digit > chunk.len();
            text.push(if is_padding {
                '='
            } else {
                DIGITS[index as usize].into()
            });
        }
    }
    text
}
