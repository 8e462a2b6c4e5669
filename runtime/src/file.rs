//! Files among the parts of a form: where their bytes come from, and what is known of them.

use std::borrow::Cow;
use std::fmt;

use bytes::{Bytes, BytesMut};

use crate::check::Check;
use crate::json::{Decode, DecodeError, Encode, Reader, Writer};
use crate::source::Source;

/// A file that is sent as a part of a form (`multipart/form-data`).
///
/// ```
/// use bindery::FilePart;
///
/// let picture = FilePart::from(vec![0x89, b'P', b'N', b'G']).named("sea.png").of_type("image/png");
/// assert_eq!(picture.name(), Some("sea.png"));
/// assert_eq!(picture.media_type(), Some("image/png"));
/// assert_eq!(picture.bytes().map(|bytes| bytes.len()), Some(4));
/// ```
///
/// A large file need not be in memory, see [`Source`](crate::Source): the form is then written piece by piece while it is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    pub(crate) source: Source,
    pub(crate) name: Option<String>,
    pub(crate) media_type: Option<Cow<'static, str>>,
}

impl FilePart {
    /// A file of these bytes, or of whatever the source gives.
    pub fn new(source: impl Into<Source>) -> Self {
        FilePart {
            source: source.into(),
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

    /// The bytes, where they are in memory, as those that a server is given always are.
    pub fn bytes(&self) -> Option<&Bytes> {
        self.source.bytes()
    }

    /// The bytes as a text; none where they are no UTF-8, or not in memory.
    pub fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// Where the bytes come from.
    pub fn source(&self) -> &Source {
        &self.source
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
    ($($source:ty)*) => { $(
        impl From<$source> for FilePart {
            fn from(source: $source) -> Self {
                FilePart::new(source)
            }
        }
    )* };
}
from!(Source Vec<u8> Bytes BytesMut Box<[u8]> &'static [u8]);

impl<const N: usize> From<&'static [u8; N]> for FilePart {
    fn from(bytes: &'static [u8; N]) -> Self {
        FilePart::new(&bytes[..])
    }
}

/// Shows what it is and where from, not what it holds.
impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("source", &self.source)
            .finish()
    }
}

/// As a part of a form; in JSON, which has no files, the list of its bytes, for which they must be in memory.
impl Encode for FilePart {
    fn encode(&self, w: &mut Writer) {
        if w.file(self) {
            return;
        }
        match self.bytes() {
            Some(bytes) => bytes[..].encode(w),
            None => w.unwritable(
                "a file that is not in memory cannot be written as JSON: read it first",
            ),
        }
    }
}

impl Decode for FilePart {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match r.file()? {
            Some(file) => Ok(file),
            None => Vec::<u8>::decode(r).map(FilePart::new),
        }
    }
}

impl Check for FilePart {}
