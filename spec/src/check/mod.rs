//! The rules over a whole document. Every rule reports all it finds; none stops another.

mod codes;
mod discriminator;
mod envelope;
mod extensions;
mod fits;
mod keywords;
pub(crate) mod lookup;
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
pub(crate) mod slips;
mod template;
mod walk;

use std::collections::HashSet;

use crate::document::Document;
use crate::finding::Finding;
use slips::Slips;

/// Everything that is wrong with a document, in the document's order.
///
/// A slip that leaves no doubt what can be generated, such as a path with a space in it, is a warning in a document that does not
/// speak the x-bindery vocabulary itself, and an error in one that does.
///
/// Costs time in proportion to the document. Recursion goes as deep as the JSON is nested, at most 256 levels.
pub fn check(document: &Document) -> Vec<Finding> {
    all(document, Slips::of(document))
}

/// As [`check`], with every slip an error.
pub fn check_strictly(document: &Document) -> Vec<Finding> {
    all(document, Slips::STRICT)
}

fn all(document: &Document, slips: Slips) -> Vec<Finding> {
    let mut findings = document.noticed.clone();
    root::check(document, slips, &mut findings);
    walk::check(document, slips, &mut findings);
    servers::check(document, slips, &mut findings);
    recursion::check(document, slips, &mut findings);
    operations::check(document, slips, &mut findings);
    let mut seen = HashSet::with_capacity(findings.len());
    findings.retain(|finding| seen.insert((finding.span, finding.code, finding.message.clone())));
    findings.sort_by_key(|finding| finding.span);
    findings
}
