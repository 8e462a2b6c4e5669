//! One change, and all of them. How they are shown is the front door's affair.

use super::kind::{ChangeKind, Side, Step};
use crate::span::Span;

/// A change between two versions of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is, and its verdict.
    pub kind: &'static ChangeKind,
    /// The side it is on.
    pub side: Side,
    /// What changed: an operation, or a type or operation with a JSON Pointer into it.
    pub subject: String,
    /// The old value and the new one in words; may be empty.
    pub detail: String,
    /// The place in the old document; `None` for what was added.
    pub old: Option<Span>,
    /// The place in the new document; `None` for what was removed.
    pub new: Option<Span>,
}

impl Change {
    /// Whether some callers do not compile any more.
    pub fn is_breaking(&self) -> bool {
        self.kind.step == Step::Major
    }
}

/// All changes between two versions of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The changes, those that break callers first, otherwise in the order of the documents.
    pub changes: Vec<Change>,
}

impl Diff {
    /// The step that the version of the bindings needs: the largest of all changes. `None` where nothing changed.
    ///
    /// Before 1.0.0 cargo takes a new minor version for a major step, and a new patch version for the others.
    pub fn step(&self) -> Option<Step> {
        self.changes.iter().map(|change| change.kind.step).max()
    }

    /// Whether some callers do not compile any more.
    pub fn is_breaking(&self) -> bool {
        self.step() == Some(Step::Major)
    }
}
