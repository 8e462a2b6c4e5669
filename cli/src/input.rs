//! Files as text.

use std::fs;
use std::io;
use std::path::Path;

use bindery_spec::disk::{self, NAMED, ReadError};

use crate::error::Error;

/// A file that must be there.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    disk::text(path, NAMED).map_err(|error| Error::of(path, error))
}

/// A generated file with the line ends it was written with, whatever version control made of them; `None` where
/// there is no such file yet.
pub(crate) fn read_generated(path: &Path) -> Result<Option<String>, Error> {
    let bytes = match disk::bytes(path, NAMED) {
        Ok(bytes) => bytes,
        Err(ReadError::System(error)) if error.kind() == io::ErrorKind::NotFound => {
            // A link is there, though what it leads to is not.
            return match fs::symlink_metadata(path) {
                Ok(_) => Err(Error::LooseLink(path.to_owned())),
                Err(_) => Ok(None),
            };
        }
        Err(error) => return Err(Error::of(path, error)),
    };
    // A file that is no text was not generated, and is compared and refused as such.
    Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n")))
}
