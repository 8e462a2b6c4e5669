//! Where the bytes of a body come from: memory, a file, whatever the caller opens. Nothing is read before a request leaves.

#[cfg(feature = "tokio")]
mod file;
mod opened;

use std::fmt;
use std::ptr;
use std::sync::{Arc, Mutex, PoisonError};

#[cfg(feature = "tokio")]
use std::path::{Path, PathBuf};

use bytes::{Bytes, BytesMut};
use http_body::Body as _;

use self::opened::Piece;
pub(crate) use self::opened::{Opened, open};
use crate::body::{Body, BoxError};

/// Where the bytes of an [`Upload`](crate::Upload) or a [`FilePart`](crate::FilePart) come from.
///
/// Bytes in memory are a source, and so are files and bodies of your own, which are read piece by piece while they are sent,
/// and never held as a whole. A source is opened anew for each attempt, so that the client may send again what may be sent
/// again; one made by [`once`](Source::once) is not sent again whatever happens. Clones are the same source.
///
/// With a length that is known before, a request announces it (`Content-Length`); else it is sent in chunks, which not every
/// service takes. A source that gives more or fewer bytes than announced fails.
///
/// ```
/// use bindery::{FilePart, Source, Upload};
///
/// let log = Upload::new("text/plain", "all is well");
/// # #[cfg(feature = "tokio")]
/// let film = FilePart::new(Source::file("holiday.mp4")).named("holiday.mp4").of_type("video/mp4");
/// // Whatever implements `http_body::Body`, of which `http-body-util` knows many; here a text.
/// let report = Source::from_fn(|| "id,name\n7,ann\n".to_owned());
/// # let _ = (log, report);
/// ```
#[derive(Clone)]
pub struct Source {
    from: Origin,
    length: Option<u64>,
}

#[derive(Clone)]
enum Origin {
    Memory(Bytes),
    #[cfg(feature = "tokio")]
    File(Arc<Path>),
    Opener(Arc<dyn Fn() -> Body + Send + Sync>),
    Once(Arc<Mutex<Option<Body>>>),
}

impl Source {
    /// A file on disk, opened when the request is sent. Its length is the one it has then: what it grows by afterwards is not
    /// sent. One that says it is empty is read to see: those of `/proc` say so, whatever they hold.
    ///
    /// It is read on tokio's threads for blocking work, so this needs the feature `tokio`, which both
    /// transports bring.
    #[cfg(feature = "tokio")]
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Origin::File(path.into().into()).into()
    }

    /// What `open` gives, which is called for each attempt anew. What cannot be opened gives an error as its first frame.
    pub fn from_fn<B, F>(open: F) -> Self
    where
        F: Fn() -> B + Send + Sync + 'static,
        B: http_body::Body + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Origin::Opener(Arc::new(move || Body::new(open()))).into()
    }

    /// A body that can be read once only, and so is sent once only: the client never repeats the request. Sending it a
    /// second time fails before anything leaves.
    pub fn once<B>(body: B) -> Self
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Origin::Once(Arc::new(Mutex::new(Some(Body::new(body))))).into()
    }

    /// The same with its length in bytes, where the body's own
    /// [`size_hint`](http_body::Body::size_hint) does not tell it. Bytes in memory keep the length they have.
    #[must_use]
    pub fn of_length(mut self, bytes: u64) -> Self {
        if self.bytes().is_none() {
            self.length = Some(bytes);
        }
        self
    }

    /// The bytes, where they are in memory.
    pub fn bytes(&self) -> Option<&Bytes> {
        match &self.from {
            Origin::Memory(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn is_once(&self) -> bool {
        matches!(self.from, Origin::Once(_))
    }

    #[cfg_attr(
        not(feature = "tokio"),
        expect(clippy::unused_async, reason = "files alone are waited for")
    )]
    async fn open(&self) -> Result<Piece, BoxError> {
        let body = match &self.from {
            Origin::Memory(bytes) => bytes.clone().into(),
            #[cfg(feature = "tokio")]
            Origin::File(path) => file::open(path).await?,
            Origin::Opener(open) => open(),
            Origin::Once(body) => {
                let body = body.lock().unwrap_or_else(PoisonError::into_inner).take();
                body.ok_or(
                    "the source can be read once only, and has been: make another for this request",
                )?
            }
        };
        let left = self.length.or_else(|| body.size_hint().exact());
        Ok(Piece::new(body, left))
    }
}

impl From<Origin> for Source {
    fn from(from: Origin) -> Self {
        Source { from, length: None }
    }
}

macro_rules! in_memory {
    ($($bytes:ty)*) => { $(
        impl From<$bytes> for Source {
            fn from(bytes: $bytes) -> Self {
                Origin::Memory(bytes.into()).into()
            }
        }
    )* };
}
in_memory!(Bytes BytesMut Vec<u8> Box<[u8]> String &'static [u8] &'static str);

impl<const N: usize> From<&'static [u8; N]> for Source {
    fn from(bytes: &'static [u8; N]) -> Self {
        Source::from(&bytes[..])
    }
}

/// Bytes are equal where they are the same, files where their paths are, and anything else where one is a clone of the other.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.from, &other.from) {
            (Origin::Memory(a), Origin::Memory(b)) => a == b,
            #[cfg(feature = "tokio")]
            (Origin::File(a), Origin::File(b)) => a == b,
            (Origin::Opener(a), Origin::Opener(b)) => ptr::addr_eq(Arc::as_ptr(a), Arc::as_ptr(b)),
            (Origin::Once(a), Origin::Once(b)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        same && self.length == other.length
    }
}

impl Eq for Source {}

/// Shows of what sort it is and how long, not what it holds.
impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = match &self.from {
            Origin::Memory(bytes) => return write!(f, "{} bytes", bytes.len()),
            #[cfg(feature = "tokio")]
            Origin::File(path) => {
                let mut shown = f.debug_struct("File");
                shown.field("path", path);
                shown
            }
            Origin::Opener(_) => f.debug_struct("FromFn"),
            Origin::Once(_) => f.debug_struct("Once"),
        };
        if let Some(length) = self.length {
            shown.field("bytes", &length);
        }
        shown.finish()
    }
}
