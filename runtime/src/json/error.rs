//! What could not be decoded and where. Messages name JSON kinds and ranges, never the value: it may be a secret.

use std::borrow::Cow;
use std::fmt;

/// Why a JSON text could not become the type asked for.
///
/// Displays as `<path>: <what> (byte <offset>)`. Neither the message nor the path holds a value of the text; the path
/// holds member names.
///
/// ```
/// let error = bindery::json::decode::<Vec<u8>>(b"[1, 300]").unwrap_err();
/// assert_eq!(error.to_string(), "/1: expected an integer from 0 to 255, found one out of that range (byte 4)");
/// ```
#[derive(Clone, Debug)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    kind: DecodeErrorKind,
    path: String,
    offset: Option<usize>,
    message: Cow<'static, str>,
}

/// The classes of [`DecodeError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The text is not JSON.
    Syntax,
    /// The bytes are not UTF-8, or a `\u` escape stands for half a character.
    Encoding,
    /// A value of another JSON kind than expected; a fraction where an integer is expected counts.
    WrongType,
    /// A required member is absent.
    Missing,
    /// A number that the type cannot hold.
    OutOfRange,
    /// A value that breaks a documented rule.
    NotAllowed,
    /// Objects and arrays are nested deeper than 128 levels.
    TooDeep,
}

impl DecodeError {
    #[cold]
    pub(super) fn new(
        kind: DecodeErrorKind,
        offset: Option<usize>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self(Box::new(Inner {
            kind,
            path: String::new(),
            offset,
            message: message.into(),
        }))
    }

    /// The required member `name` is absent.
    #[cold]
    pub fn missing(name: &str) -> Self {
        Self::new(DecodeErrorKind::Missing, None, "required member is missing").at(name)
    }

    /// A required member is absent, and it was not found out which.
    #[cold]
    #[doc(hidden)]
    pub fn incomplete() -> Self {
        Self::new(
            DecodeErrorKind::Missing,
            None,
            "a required member is missing",
        )
    }

    /// There is no text to read.
    #[cold]
    pub(crate) fn nothing() -> Self {
        let message = "nothing came: the body is empty";
        Self::new(DecodeErrorKind::Missing, None, message)
    }

    /// A value that breaks a documented rule. `message` must not repeat the value.
    #[cold]
    pub fn not_allowed(message: impl Into<String>) -> Self {
        Self::new(DecodeErrorKind::NotAllowed, None, message.into())
    }

    /// Puts the member `name` in front of the path.
    #[cold]
    #[must_use]
    pub fn at(mut self, name: &str) -> Self {
        let escaped = name.replace('~', "~0").replace('/', "~1");
        self.0.path = format!("/{escaped}{}", self.0.path);
        self
    }

    /// Puts the array index `i` in front of the path.
    #[cold]
    #[must_use]
    pub fn in_index(mut self, i: usize) -> Self {
        self.0.path = format!("/{i}{}", self.0.path);
        self
    }

    /// Sets the offset unless one is known, so that a rule checked after reading still points into the text.
    #[cold]
    pub(super) fn or_offset(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// The place as a JSON Pointer (RFC 6901); empty for the whole text. A missing member is named itself.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The place in bytes from the start of the text, where known.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// The class of the error.
    pub fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// What was expected and found, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "{}: ", self.0.path)?;
        }
        f.write_str(&self.0.message)?;
        match self.0.offset {
            Some(offset) => write!(f, " (byte {offset})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DecodeError {}
