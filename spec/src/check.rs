//! The rules over a whole document.

use crate::document::Document;
use crate::finding::Finding;

/// Everything that is wrong with a document, in the document's order.
pub fn check(document: &Document) -> Vec<Finding> {
    document.noticed.clone()
}
