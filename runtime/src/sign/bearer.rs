//! A bearer token in the `Authorization` header.

use http::{HeaderValue, header::AUTHORIZATION};

use super::{SignError, Signed, Signer};
use crate::secret::Secret;

/// A token sent as `Authorization: Bearer …` with every call.
///
/// A token with characters that no header may carry is refused when a call is signed.
#[derive(Debug, Clone)]
pub struct Bearer {
    token: Secret,
}

impl Bearer {
    /// Credentials of this token; white space around it, such as the line end of the file it was read from, is dropped.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            token: token.into().trimmed(),
        }
    }
}

impl Signer for Bearer {
    fn sign(&self, parts: &mut Signed, _: u64, _: u32) -> Result<(), SignError> {
        let text = format!("Bearer {}", self.token.expose());
        parts.headers.push((AUTHORIZATION, sensitive(text)?));
        parts.secrets.push(self.token.clone());
        Ok(())
    }
}

/// A header value that the HTTP stack keeps out of its own logs.
pub(super) fn sensitive(text: String) -> Result<HeaderValue, SignError> {
    let mut value = HeaderValue::try_from(text).map_err(|_| SignError::HeaderValue)?;
    value.set_sensitive(true);
    Ok(value)
}
