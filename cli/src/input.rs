//! Files as text.

use std::fs;
use std::path::Path;

use crate::error::Error;

/// A file that must be there.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    if path.is_dir() {
        return Err(Error::Folder(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(|error| Error::read(path, error))?;
    String::from_utf8(bytes).map_err(|error| Error::NotUtf8 {
        path: path.to_owned(),
        byte: error.utf8_error().valid_up_to(),
    })
}

/// A generated file with the line ends it was written with, whatever version control made of them; `None` where
/// there is no such file yet.
pub(crate) fn read_generated(path: &Path) -> Result<Option<String>, Error> {
    match fs::read(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::read(path, error)),
        // A file that is no text was not generated, and is compared and refused as such.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))),
    }
}
