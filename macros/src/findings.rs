//! What is wrong with a document, as compile errors at the literals that name its files.

use bindery_spec::{Document, Finding, Findings, Severity};
use proc_macro::TokenStream;

use crate::document::Paths;
use crate::report;

/// More findings than this help nobody at once.
const MOST_FINDINGS: usize = 20;

/// Files that give no document.
pub(crate) fn unreadable(paths: &Paths, errors: &Findings) -> TokenStream {
    let texts = errors.list.iter().zip(errors.rendered());
    texts
        .filter(|(finding, _)| finding.severity == Severity::Error)
        .map(|(finding, text)| report::compile_error(paths.place(finding), &text))
        .collect()
}

/// A document that says something wrong.
pub(crate) fn at(paths: &Paths, document: &Document, findings: &[Finding]) -> TokenStream {
    let errors: Vec<_> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    let mut output: TokenStream = errors
        .iter()
        .take(MOST_FINDINGS)
        .map(|finding| report::compile_error(paths.place(finding), &document.render(finding)))
        .collect();
    if errors.len() > MOST_FINDINGS {
        let message = format!(
            "and {} more: `bindery lint` shows all",
            errors.len() - MOST_FINDINGS
        );
        output.extend(report::compile_error(paths.spec.0.span(), &message));
    }
    output
}
