//! Files among the parts of a form: bytes, and what is known of them.

use std::borrow::Cow;
use std::fmt;
use std::str::Utf8Error;

use bytes::Bytes;

use crate::check::Check;
use crate::json::{Decode, DecodeError, Encode, Reader, Writer};

/// A file that is sent as a part of a form (`multipart/form-data`).
///
/// ```
/// use bindery::FilePart;
///
/// let picture = FilePart::from(vec![0x89, b'P', b'N', b'G']).named("sea.png").of_type("image/png");
/// assert_eq!(picture.name(), Some("sea.png"));
/// assert_eq!(picture.media_type(), Some("image/png"));
/// assert_eq!(picture.bytes().len(), 4);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    pub(crate) bytes: Bytes,
    pub(crate) name: Option<String>,
    pub(crate) media_type: Option<Cow<'static, str>>,
}

impl FilePart {
    /// A file of these bytes.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        FilePart {
            bytes: bytes.into(),
            name: None,
            media_type: None,
        }
    }

    /// A part that is a text and no file, where a service takes either: an id or a URL in place of a picture.
    pub fn text(text: impl Into<String>) -> Self {
        FilePart::new(text.into()).of_type(TEXT)
    }

    /// The same under a file name. One without is sent under the name of its part, since many services take a part without
    /// a file name for a text; only a part of the type `text/plain` goes without.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with a media type. Without, the one that the document gives is sent, or `application/octet-stream`.
    #[must_use]
    pub fn of_type(mut self, media_type: impl Into<Cow<'static, str>>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// The bytes.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The bytes, moved out.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// The bytes as a text.
    ///
    /// # Errors
    /// They are no UTF-8; the error says from where on.
    pub fn as_text(&self) -> Result<&str, Utf8Error> {
        std::str::from_utf8(&self.bytes)
    }

    /// The file name. One that came in is the sender's choice: use it in no path.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The media type.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }
}

/// The media type of a part that names none.
pub(crate) const TEXT: &str = "text/plain";

macro_rules! from {
    ($($bytes:ty)*) => { $(
        impl From<$bytes> for FilePart {
            fn from(bytes: $bytes) -> Self {
                FilePart::new(bytes)
            }
        }
    )* };
}
from!(Vec<u8> Bytes &'static [u8]);

impl<const N: usize> From<&'static [u8; N]> for FilePart {
    fn from(bytes: &'static [u8; N]) -> Self {
        FilePart::new(&bytes[..])
    }
}

/// Shows what it is and how long, not what it holds.
impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

/// As a part of a form; in JSON, which has no files, the list of its bytes.
impl Encode for FilePart {
    fn encode(&self, w: &mut Writer) {
        if !w.file(self) {
            self.bytes[..].encode(w);
        }
    }
}

impl Decode for FilePart {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match r.file()? {
            Some(file) => Ok(file),
            None => Vec::decode(r).map(FilePart::new),
        }
    }
}

impl Check for FilePart {}
