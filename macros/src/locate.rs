//! Where a spec, an overlay or a file they refer to is: beside the source file that holds the literal, as with `include_str!`, else in the crate's root.

use std::path::{Path, PathBuf};
use std::{env, fs};

use bindery_spec::disk::{self, Roots};
use proc_macro::Span;

/// A file that was found and read.
pub(crate) struct Found {
    /// The file, for rebuilding when it changes.
    pub(crate) file: PathBuf,
    pub(crate) text: String,
    /// What paths are relative to.
    pub(crate) base: PathBuf,
}

/// Finds and reads the spec or overlay, which `what` tells; the error names every place tried.
pub(crate) fn find(what: &str, path: &str, span: Span) -> Result<Found, String> {
    let bases = bases(span);
    let Some(base) = bases.iter().find(|base| base.join(path).is_file()) else {
        let tried: Vec<_> = bases
            .iter()
            .map(|base| format!("\n  {}", shown(&base.join(path))))
            .collect();
        return Err(format!(
            "no {what} `{path}`; looked for{}\nthe path is relative to this source file, or else to the crate's root",
            tried.concat()
        ));
    };
    read(path, base.clone())
}

/// Reads the file that a reference names by a path relative to `base`, if it is below one of the roots; the error names the place.
pub(crate) fn referred(path: &str, base: &Path, roots: &Roots) -> Result<Found, String> {
    let file = base.join(path);
    let is = |end: &str| {
        file.extension()
            .is_some_and(|it| it.eq_ignore_ascii_case(end))
    };
    let (file, text) = roots.read(&file, &shown(&file), "`root = \"…\"`")?;
    if is("yaml") || is("yml") {
        return Err(format!(
            "`{path}` is YAML, and macros read JSON alone: convert it, or run `bindery generate`"
        ));
    }
    let base = base.to_owned();
    Ok(Found { file, text, base })
}

fn read(path: &str, base: PathBuf) -> Result<Found, String> {
    let file = base.join(path);
    let text = disk::text(&file, disk::NAMED).map_err(|error| format!("`{path}` {error}"))?;
    let file = fs::canonicalize(&file).unwrap_or(file);
    Ok(Found { file, text, base })
}

/// The folders that a path in the arguments may be relative to.
fn bases(span: Span) -> Vec<PathBuf> {
    let beside = span.local_file().and_then(|file| {
        let folder = file.parent()?;
        // The compiler reports files relative to its own working directory.
        Some(env::current_dir().unwrap_or_default().join(folder))
    });
    let root = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    // rust-analyzer does not tell the file; most are in `src`.
    let guess = beside.is_none().then_some("src");
    let inside = guess.into_iter().chain([""]).filter_map(|folder| {
        let root = root.as_ref()?;
        Some(root.join(folder))
    });
    let mut bases: Vec<_> = beside.into_iter().chain(inside).collect();
    bases.dedup();
    bases
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
