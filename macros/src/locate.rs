//! Where a spec or an overlay is: beside the source file that holds the literal, as with `include_str!`, else in the crate's root.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro::Span;

/// A file that was found and read.
pub(crate) struct Found {
    /// The file, for rebuilding when it changes.
    pub(crate) file: PathBuf,
    pub(crate) text: String,
}

/// Finds and reads the spec or overlay, which `what` tells; the error names every place tried.
pub(crate) fn find(what: &str, path: &str, span: Span) -> Result<Found, String> {
    let places = candidates(path, span);
    let Some(file) = places.iter().find(|place| place.is_file()) else {
        let tried: Vec<_> = places
            .iter()
            .map(|place| format!("\n  {}", shown(place)))
            .collect();
        return Err(format!(
            "no {what} `{path}`; looked for{}\nthe path is relative to this source file, or else to the crate's root",
            tried.concat()
        ));
    };
    let bytes = fs::read(file).map_err(|error| format!("`{path}` cannot be read: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!(
            "`{path}` is not UTF-8 (byte {}): save it as UTF-8",
            error.utf8_error().valid_up_to()
        )
    })?;
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.clone());
    Ok(Found { file, text })
}

fn candidates(path: &str, span: Span) -> Vec<PathBuf> {
    let beside = span.local_file().and_then(|file| {
        let folder = file.parent()?;
        // The compiler reports files relative to its own working directory.
        Some(
            env::current_dir()
                .unwrap_or_default()
                .join(folder)
                .join(path),
        )
    });
    let root = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    // rust-analyzer does not tell the file; most are in `src`.
    let guess = beside.is_none().then_some("src");
    let inside = guess.into_iter().chain([""]).filter_map(|folder| {
        let root = root.as_ref()?;
        Some(root.join(folder).join(path))
    });
    let mut places: Vec<_> = beside.into_iter().chain(inside).collect();
    places.dedup();
    places
}

/// A place as the message shows it: from the crate's root where it is inside, so that messages do not depend on the machine.
fn shown(place: &Path) -> String {
    let root = env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    place
        .strip_prefix(&root)
        .unwrap_or(place)
        .display()
        .to_string()
}
