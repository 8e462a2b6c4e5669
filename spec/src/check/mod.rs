//! The rules over a whole document. Every rule reports all it finds; none stops another.

mod codes;
mod envelope;
mod extensions;
mod keywords;
mod lookup;
mod media;
mod operations;
mod order;
mod parameters;
pub(crate) mod place;
mod pointers;
mod recursion;
mod references;
mod required;
mod root;
mod schema;
mod security;
pub(crate) mod servers;
mod template;
mod walk;

use std::collections::HashSet;

use crate::document::Document;
use crate::finding::Finding;

/// Everything that is wrong with a document, in the document's order.
///
/// Costs time in proportion to the document. Recursion goes as deep as the JSON is nested, at most 256 levels.
pub fn check(document: &Document) -> Vec<Finding> {
    let mut findings = document.noticed.clone();
    root::check(document, &mut findings);
    walk::check(document, &mut findings);
    servers::check(document, &mut findings);
    recursion::check(document, &mut findings);
    operations::check(document, &mut findings);
    let mut seen = HashSet::with_capacity(findings.len());
    findings.retain(|finding| seen.insert((finding.span, finding.code, finding.message.clone())));
    findings.sort_by_key(|finding| finding.span);
    findings
}
