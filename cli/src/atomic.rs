//! Replaces a file in one step: at any moment there is the old text or the new one, whole.

use std::collections::hash_map::RandomState;
use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How often another name is tried where one is taken.
const TRIES: u32 = 16;

/// Writes a file anew. The caller has seen that it is a regular file, a link to one, or not there.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    // A symbolic link stays one; what it points to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = match fs::symlink_metadata(&path) {
        Ok(old) if old.is_file() => Some(old),
        Ok(_) => {
            return Err(io::Error::new(
                ErrorKind::InvalidInput,
                "it is no regular file",
            ));
        }
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let (beside, file) = create(&path)?;
    let done = fill(file, text, old.as_ref()).and_then(|()| fs::rename(&beside, &path));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// A file that was not there before: whatever stands under its name already, a link too, is left alone.
fn create(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut tries = 0;
    loop {
        let beside = beside(path)?;
        let created = File::options().write(true).create_new(true).open(&beside);
        match created {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tries < TRIES => tries += 1,
            created => return Ok((beside, created?)),
        }
    }
}

/// A name that nobody can know before, in the same folder, because a rename across file systems is no single step.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else {
        return Err(io::Error::new(
            ErrorKind::InvalidInput,
            "the path names no file",
        ));
    };
    // Its keys are random, and others each time.
    let random = RandomState::new().build_hasher().finish();
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{random:016x}.tmp"));
    Ok(path.with_file_name(hidden))
}

fn fill(mut file: File, text: &str, old: Option<&Metadata>) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    if let Some(old) = old {
        keep_owner(&file, old);
        // After the owner, whose change may take permissions away.
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

/// Gives the file to whom the old one belongs, where the system lets it.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let Ok(new) = file.metadata() else { return };
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        let both = fchown(file, Some(old.uid()), Some(old.gid()));
        if both.is_err() {
            let _ = fchown(file, None, Some(old.gid()));
        }
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}
