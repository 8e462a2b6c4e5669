//! What a `UserSig` states about its bearer.

use super::SignError;

/// The statement that a `UserSig` proves: this account, from this second, for this long.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claims {
    /// The account. Not empty, without control characters; the service takes up to 32 bytes.
    pub identifier: String,
    /// When it was signed, in Unix seconds.
    pub issued: u64,
    /// For how many seconds after `issued` it is good.
    pub lifetime: u64,
    /// Bytes signed along with the rest, such as those of
    /// [`private_map_buffer`](super::private_map_buffer).
    pub user_buffer: Option<Vec<u8>>,
}

impl Claims {
    /// Claims of `identifier`, good for `lifetime` seconds from the Unix second `issued`.
    pub fn new(identifier: impl Into<String>, issued: u64, lifetime: u64) -> Self {
        Self {
            identifier: identifier.into(),
            issued,
            lifetime,
            user_buffer: None,
        }
    }

    /// The same claims with bytes to sign along.
    #[must_use]
    pub fn with_user_buffer(mut self, buffer: impl Into<Vec<u8>>) -> Self {
        self.user_buffer = Some(buffer.into());
        self
    }

    /// The last Unix second at which the claims hold.
    pub fn expires(&self) -> u64 {
        self.issued.saturating_add(self.lifetime)
    }
}

/// Refuses identifiers that cannot stand on one line of the signed text.
pub(super) fn check_identifier(identifier: &str) -> Result<(), SignError> {
    if identifier.is_empty() {
        return Err(SignError::EmptyIdentifier);
    }
    match identifier.char_indices().find(|(_, c)| c.is_control()) {
        Some((at, found)) => Err(SignError::ControlCharacter { found, at }),
        None => Ok(()),
    }
}
