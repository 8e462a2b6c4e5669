//! Files as both front doors read them: regular files alone, each with a limit, and what references name only below folders
//! that were allowed. The one part of this crate that touches a file system, so that the macro and the command cannot
//! differ in what they open.

mod roots;

use std::error::Error;
use std::fmt;
use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read};
use std::path::Path;

pub use roots::Roots;

/// The most bytes of a file that a reference names: 64 MiB.
pub const REFERRED: u64 = 64 << 20;

/// The most bytes of a file that a person names: 512 MiB.
pub const NAMED: u64 = 512 << 20;

/// Why a file is not read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The system says so.
    System(io::Error),
    /// It is a folder.
    Folder,
    /// It is no regular file: what it is in place of one.
    Special(&'static str),
    /// It has more bytes than this.
    TooLarge(u64),
    /// It is no UTF-8: the first byte that does not belong, counted from 0.
    NotUtf8(usize),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::System(error) => write!(f, "cannot be read: {error}"),
            ReadError::Folder => f.write_str("is a folder: name a file in it"),
            ReadError::Special(what) => write!(
                f,
                "is {what}, and only regular files are read: copy what it gives into one"
            ),
            ReadError::TooLarge(limit) => {
                write!(f, "has more than {} MiB, and is not read", limit >> 20)
            }
            ReadError::NotUtf8(byte) => write!(f, "is not UTF-8 (byte {byte}): save it as UTF-8"),
        }
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ReadError::System(error) => Some(error),
            _ => None,
        }
    }
}

/// The bytes of a regular file of at most `limit` bytes. A symbolic link is followed.
///
/// # Errors
///
/// See [`ReadError`]. A device or a pipe is not so much as opened: that alone may wait without end.
pub fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    regular(&fs::metadata(path).map_err(ReadError::System)?)?;
    let file = File::open(path).map_err(ReadError::System)?;
    // What stands there may have changed meanwhile.
    regular(&file.metadata().map_err(ReadError::System)?)?;
    let mut bytes = Vec::new();
    // The size that a file gives may be none, and it may grow.
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(ReadError::System)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge(limit));
    }
    Ok(bytes)
}

/// As [`bytes`], as a text.
///
/// # Errors
///
/// See [`ReadError`].
pub fn text(path: &Path, limit: u64) -> Result<String, ReadError> {
    let text = String::from_utf8(bytes(path, limit)?);
    text.map_err(|error| ReadError::NotUtf8(error.utf8_error().valid_up_to()))
}

/// Whether this is the metadata of a regular file.
///
/// # Errors
///
/// [`ReadError::Folder`] or [`ReadError::Special`].
pub fn regular(metadata: &Metadata) -> Result<(), ReadError> {
    match metadata.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_dir() => Err(ReadError::Folder),
        kind => Err(ReadError::Special(described(kind))),
    }
}

#[cfg(unix)]
fn described(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn described(_: FileType) -> &'static str {
    "no regular file"
}
