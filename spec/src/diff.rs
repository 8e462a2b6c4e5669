//! What the step from one document to the next means for callers of the generated bindings.
//!
//! Compares what the documents say, with the generator's naming and typing in mind; generates nothing and looks at no
//! Rust.

mod change;
mod compare;
mod kind;
mod kinds;
mod view;

pub use change::{Change, Diff};
pub use kind::{ChangeKind, Side, Step};
pub use kinds::kinds;

use crate::check::check;
use crate::document::{Document, Findings, has_errors};

/// Everything that differs between two versions of a document and matters to callers or readers of the bindings.
///
/// Callers are meant to live in another crate than the bindings, where `#[non_exhaustive]` holds.
///
/// # Errors
///
/// One of the documents has errors: what it means cannot be told.
///
/// ```
/// use bindery_spec::{Document, Step, diff};
///
/// let spec = |title: &str| {
///     let text = format!(r#"{{ "openapi": "3.1.0", "info": {{ "title": "{title}", "version": "1" }}, "paths": {{}} }}"#);
///     Document::parse("api.json", text).unwrap()
/// };
/// let diff = diff(&spec("Post"), &spec("Parcel")).unwrap();
/// assert_eq!(diff.step(), Some(Step::Major));
/// assert_eq!(diff.changes[0].kind.code, "api-renamed");
/// ```
pub fn diff(old: &Document, new: &Document) -> Result<Diff, Findings> {
    for document in [old, new] {
        let list = check(document);
        if has_errors(&list) {
            let source = document.source.clone();
            return Err(Findings { source, list });
        }
    }
    let mut changes = compare::documents(old, new);
    changes.sort_by_key(|change| std::cmp::Reverse(change.kind.step));
    Ok(Diff { changes })
}
