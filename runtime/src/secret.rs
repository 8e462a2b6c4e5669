//! A text that is never shown: keys, tokens, signatures.
//!
//! The only way to the text is [`Secret::expose`]; nothing here may format, compare or serialise it.

use std::fmt;
use std::sync::Arc;

/// A text that must not reach a log, an error message or a screen.
///
/// `Debug` prints a fixed word, and there is no `Display`. The memory is not zeroed on drop.
///
/// ```
/// # use bindery::secret::Secret;
/// let token = Secret::from("s3cr3t");
/// assert_eq!(format!("{token:?}"), "Secret(redacted)");
/// assert_eq!(token.expose(), "s3cr3t");
/// ```
#[derive(Clone)]
pub struct Secret(Arc<str>);

impl Secret {
    /// The text itself. Every use of it is a place to look at in a review.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Without white space at its edges, which no key or token has: it comes from the file or the shell that the text was in.
    pub(crate) fn trimmed(self) -> Self {
        let inner = self.0.trim();
        if inner.len() == self.0.len() {
            return self;
        }
        Self(inner.into())
    }

    /// Without line ends behind it, where white space may be part of it.
    pub(crate) fn without_line_end(self) -> Self {
        let inner = self.0.trim_end_matches(['\r', '\n']);
        if inner.len() == self.0.len() {
            return self;
        }
        Self(inner.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(redacted)")
    }
}
