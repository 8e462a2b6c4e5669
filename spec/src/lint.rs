//! What is worth a second look in a document without errors: for `bindery lint` alone, never for the macro, because
//! whoever builds against a spec cannot tidy it up.

mod codes;
mod described;
mod limits;
mod links;
mod nameless;
mod passed_over;
mod servers;
mod unused;
mod visit;

use crate::document::Document;
use crate::finding::Finding;

/// Warnings about what a document leaves unsaid, says twice, or says in vain, in the document's order.
///
/// Ask for a document in which [`check`](crate::check) finds no error; what is wrong is passed over here.
///
/// ```
/// use bindery_spec::{Document, lint};
///
/// let text = r#"{
///   "openapi": "3.1.0",
///   "info": { "title": "Demo", "version": "1" },
///   "components": { "schemas": { "Unused": { "type": "string", "description": "For nobody." } } }
/// }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// assert_eq!(lint(&document)[0].code, "unused-component");
/// ```
pub fn lint(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    unused::lint(document, &mut findings);
    codes::lint(document, &mut findings);
    nameless::lint(document, &mut findings);
    links::lint(document, &mut findings);
    visit::document(document, &mut |visit| {
        described::lint(document, visit, &mut findings);
        limits::lint(document, visit, &mut findings);
        passed_over::lint(document, visit, &mut findings);
        servers::lint(document, visit, &mut findings);
    });
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}
