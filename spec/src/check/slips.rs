//! Slips: faults that leave no doubt what can still be generated. Whoever writes a document wants to hear of them before a rule is
//! lost without a word; whoever was given it can mend nothing, and is told what bindings make of it.

use crate::document::Document;
use crate::finding::{Finding, Severity};

/// How a document's slips are taken.
#[derive(Clone, Copy)]
pub(crate) struct Slips {
    forgiven: bool,
    overlays: usize,
}

impl Slips {
    /// As errors.
    pub(crate) const STRICT: Slips = Slips {
        forgiven: false,
        overlays: 0,
    };

    /// As errors where the document speaks the vocabulary itself, and so is its user's own.
    pub(crate) fn of(document: &Document) -> Self {
        Slips {
            forgiven: !document.is_own(),
            overlays: document.source.overlays().len(),
        }
    }

    /// Whether the document's own are warnings.
    pub(super) fn are_forgiven(self) -> bool {
        self.forgiven
    }

    /// A slip as it is taken; `instead` says what bindings do. What an overlay says is its user's own as well.
    pub(crate) fn judge(self, finding: Finding, instead: &str) -> Finding {
        let of_overlay = (1..=self.overlays).contains(&usize::from(finding.span.file));
        if !self.forgiven || of_overlay {
            return finding;
        }
        Finding {
            severity: Severity::Warning,
            ..finding.help(instead)
        }
    }
}
