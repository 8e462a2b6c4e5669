//! What is worth a second look in a document without errors: for `bindery lint` alone, never for the macro, because
//! whoever builds against a spec cannot tidy it up.

mod codes;
mod described;
mod examples;
mod limits;
mod links;
mod nameless;
mod passed_over;
mod servers;
mod unused;
mod visit;

use crate::document::Document;
use crate::finding::Finding;
pub use examples::Matches;

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
    lint_with(document, &|_, _| None)
}

/// As [`lint`], with examples held against patterns too: `matches` says whether a pattern, the first, matches a text, where it can.
///
/// ```
/// use bindery_spec::{Document, lint_with};
///
/// let text = r#"{
///   "openapi": "3.1.0",
///   "info": { "title": "Demo", "version": "1" },
///   "components": { "schemas": { "Id": {
///     "type": "string", "description": "A number.", "pattern": "^[0-9]+$", "example": "x"
///   } } }
/// }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let findings = lint_with(&document, &|_, text| Some(text.parse::<u32>().is_ok()));
/// assert!(findings.iter().any(|it| it.code == "refused-example"));
/// ```
pub fn lint_with(document: &Document, matches: Matches<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    unused::lint(document, &mut findings);
    codes::lint(document, &mut findings);
    nameless::lint(document, &mut findings);
    links::lint(document, &mut findings);
    examples::lint(document, matches, &mut findings);
    visit::document(document, &mut |visit| {
        described::lint(document, visit, &mut findings);
        limits::lint(document, visit, &mut findings);
        passed_over::lint(document, visit, &mut findings);
        servers::lint(document, visit, &mut findings);
    });
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}
