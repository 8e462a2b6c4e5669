//! What is wrong with a document, as compile errors at the literal that names it.

use bindery_spec::{Document, Finding, Findings, Severity};
use proc_macro::{Span, TokenStream};

use crate::report;

/// More findings than this help nobody at once.
const MOST_FINDINGS: usize = 20;

/// A document that is no JSON.
pub(crate) fn unreadable(span: Span, errors: &Findings) -> TokenStream {
    let errors = errors.rendered();
    errors
        .map(|text| report::compile_error(span, &text))
        .collect()
}

/// A document that says something wrong.
pub(crate) fn at(span: Span, document: &Document, findings: &[Finding]) -> TokenStream {
    let errors: Vec<_> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    let mut output: TokenStream = errors
        .iter()
        .take(MOST_FINDINGS)
        .map(|finding| report::compile_error(span, &document.render(finding)))
        .collect();
    if errors.len() > MOST_FINDINGS {
        let message = format!(
            "and {} more: `bindery lint` shows all",
            errors.len() - MOST_FINDINGS
        );
        output.extend(report::compile_error(span, &message));
    }
    output
}
