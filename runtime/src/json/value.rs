//! Any JSON value, kept as text.

use std::fmt;

use super::{Decode, DecodeError, Encode, Reader, Writer};

/// Any JSON value, kept as it came: digits, order of members and escapes included.
///
/// Equality is that of the texts. `Debug` and `Display` print the text in full, so do not log one that may hold secrets.
///
/// ```
/// use bindery::json::Json;
///
/// let value = Json::parse(r#" {"Price": 1.50} "#)?;
/// assert_eq!(value.as_str(), r#"{"Price": 1.50}"#);
/// assert!(Json::parse("{").is_err());
/// # Ok::<(), bindery::json::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Json(Box<str>);

/// Stands in front of a text that lacks what JSON cannot hold: no other text begins with white space.
const LACKING: char = ' ';

impl Json {
    /// Checks that `text` is one JSON value and keeps it without the white space around it.
    pub fn parse(text: &str) -> Result<Self, DecodeError> {
        let mut reader = Reader::over(text);
        let value = reader.raw()?;
        reader.end()?;
        Ok(value)
    }

    /// The JSON of `value`. What JSON cannot hold, such as NaN, is `null` in it; such a value is refused where it is to be sent.
    pub fn of<T: Encode + ?Sized>(value: &T) -> Self {
        let mut writer = Writer::new();
        value.encode(&mut writer);
        if writer.has_faults() {
            writer.text.insert(0, LACKING);
        }
        Self(writer.into_text().into())
    }

    /// Whether JSON could not hold what it was made of.
    pub(crate) fn is_lacking(&self) -> bool {
        self.0.starts_with(LACKING)
    }

    pub(super) fn validated(text: &str) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.strip_prefix(LACKING).unwrap_or(&self.0)
    }

    /// Reads the value as a `T`.
    pub fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        T::decode(&mut self.reader())
    }

    /// A reader standing at the value.
    pub fn reader(&self) -> Reader<'_> {
        Reader::over(&self.0)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
