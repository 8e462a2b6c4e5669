//! How far references may reach: below the folder of the document, and below what its user allows.

use std::io;
use std::path::{Path, PathBuf};

use super::{REFERRED, text};

/// The folders below which references may name files.
#[derive(Clone, Debug)]
pub struct Roots(Vec<PathBuf>);

impl Roots {
    /// The folder of a document, and others that its user allows.
    ///
    /// # Errors
    ///
    /// One of the others is not there, which is told in a whole message.
    pub fn of(document: &Path, allowed: &[PathBuf]) -> Result<Self, String> {
        let folder = document.parent().unwrap_or(Path::new(""));
        // A document that is not there is told of when it is read.
        let mut roots: Vec<_> = real(folder).into_iter().collect();
        for folder in allowed {
            let root = real(folder).map_err(|error| {
                format!("the root `{}` cannot be found: {error}", folder.display())
            })?;
            roots.push(root);
        }
        Ok(Self(roots))
    }

    /// The text of a file that a reference names, and where the file really is. `shown` is its path as messages show it, `option`
    /// how a root is allowed, such as `--root DIR`.
    ///
    /// # Errors
    ///
    /// The file is outside every root, also by way of a symbolic link; it is no regular file or too large; the system does not
    /// give it. The message is a whole one, and says nothing of what the file holds.
    pub fn read(
        &self,
        file: &Path,
        shown: &str,
        option: &str,
    ) -> Result<(PathBuf, String), String> {
        let (nearest, found) = nearest(file);
        if !self.0.iter().any(|root| nearest.starts_with(root)) {
            return Err(format!(
                "`{shown}` is outside the folder of the document, and is not read: allow the folder it is in with {option}"
            ));
        }
        found.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => format!("there is no file `{shown}`"),
            _ => format!("`{shown}` cannot be read: {error}"),
        })?;
        match text(&nearest, REFERRED) {
            Ok(text) => Ok((nearest, text)),
            Err(error) => Err(format!("`{shown}` {error}")),
        }
    }
}

/// Where a file really is, links followed; the folder nearest to it that is there, and why it is not.
fn nearest(file: &Path) -> (PathBuf, io::Result<()>) {
    let error = match real(file) {
        Ok(real) => return (real, Ok(())),
        Err(error) => error,
    };
    // What is outside is not so much as told to be missing.
    let folders = file.ancestors().skip(1);
    let real = folders.map(real).find_map(Result::ok);
    (real.unwrap_or_default(), Err(error))
}

fn real(path: &Path) -> io::Result<PathBuf> {
    if path.as_os_str().is_empty() {
        return Path::new(".").canonicalize();
    }
    path.canonicalize()
}
