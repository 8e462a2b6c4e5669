//! Bodies that are no JSON and are held whole: bytes and what they are.

use std::borrow::Cow;
use std::fmt;
use std::str::Utf8Error;

use bytes::Bytes;

/// A body as it is on the wire, in memory: a picture, a page, an archive. What a request sends is an
/// [`Upload`](crate::Upload), which may be larger than memory; a reply as large is opened with
/// [`Client::open`](crate::Client::open).
///
/// ```
/// use bindery::RawBody;
/// let label = RawBody::new("text/csv", "id,name\n7,ann\n");
/// assert_eq!(label.content_type(), "text/csv");
/// assert_eq!(label.bytes().len(), 14);
/// assert_eq!(label.text()?, "id,name\n7,ann\n");
/// # Ok::<(), std::str::Utf8Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct RawBody {
    content_type: Cow<'static, str>,
    bytes: Bytes,
}

impl RawBody {
    /// Bytes of a media type.
    pub fn new(content_type: impl Into<Cow<'static, str>>, bytes: impl Into<Bytes>) -> Self {
        RawBody {
            content_type: content_type.into(),
            bytes: bytes.into(),
        }
    }

    /// The media type. Of a reply it is the documented one.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The bytes.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The bytes as a text. What its media type says of other encodings is not heeded.
    ///
    /// # Errors
    /// They are no UTF-8; the error says from where on.
    pub fn text(&self) -> Result<&str, Utf8Error> {
        std::str::from_utf8(&self.bytes)
    }

    /// The bytes, moved out.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}

/// The media type of a text.
pub(crate) const TEXT: &str = "text/plain; charset=utf-8";

/// A text of the type `text/plain`.
impl From<String> for RawBody {
    fn from(text: String) -> Self {
        RawBody::new(TEXT, text)
    }
}

/// A text of the type `text/plain`.
impl From<&'static str> for RawBody {
    fn from(text: &'static str) -> Self {
        RawBody::new(TEXT, text)
    }
}

/// Shows what it is and how long, not what it holds.
impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawBody")
            .field("content_type", &self.content_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}
