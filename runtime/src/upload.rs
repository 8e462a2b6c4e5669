//! Bodies that are sent as they are and are no JSON: a media type, and bytes wherever they come from.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

use crate::raw::{RawBody, TEXT};
use crate::source::Source;

/// A body that a request sends as it is: a picture, an archive, a film of several gigabytes.
///
/// ```
/// use bindery::{RawBody, Upload};
///
/// let label = Upload::new("text/csv", "id,name\n7,ann\n");
/// assert_eq!(label.content_type(), "text/csv");
/// assert_eq!(label.bytes().map(|bytes| bytes.len()), Some(14));
///
/// // A reply of one call is sent with another.
/// let copy = Upload::from(RawBody::new("text/csv", "id,name\n7,ann\n"));
/// assert_eq!(copy, label);
/// ```
///
/// A [`Source`] that is no memory is read piece by piece while it is sent:
///
/// ```
/// # #[cfg(feature = "tokio")] {
/// use bindery::{Source, Upload};
/// let film = Upload::new("video/mp4", Source::file("holiday.mp4"));
/// assert_eq!(film.bytes(), None);
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    content_type: Cow<'static, str>,
    source: Source,
}

impl Upload {
    /// What `source` gives, of a media type.
    pub fn new(content_type: impl Into<Cow<'static, str>>, source: impl Into<Source>) -> Self {
        Upload {
            content_type: content_type.into(),
            source: source.into(),
        }
    }

    /// The media type.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The bytes, where they are in memory, as those that a server is given always are.
    pub fn bytes(&self) -> Option<&Bytes> {
        self.source.bytes()
    }

    /// The bytes as a text; none where they are no UTF-8, or not in memory.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// Where the bytes come from.
    pub fn source(&self) -> &Source {
        &self.source
    }
}

impl From<RawBody> for Upload {
    fn from(body: RawBody) -> Self {
        let content_type = body.content_type().to_owned();
        Upload::new(content_type, body.into_bytes())
    }
}

/// A text of the type `text/plain`.
impl From<String> for Upload {
    fn from(text: String) -> Self {
        Upload::new(TEXT, text)
    }
}

/// A text of the type `text/plain`.
impl From<&'static str> for Upload {
    fn from(text: &'static str) -> Self {
        Upload::new(TEXT, text)
    }
}

/// Shows what it is and where from, not what it holds.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("content_type", &self.content_type)
            .field("source", &self.source)
            .finish()
    }
}
