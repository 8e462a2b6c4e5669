//! The operations that a driver can have: all those that the generator takes.

use bindery_codegen::{GenerateError, Generated, Options, generate};
use bindery_spec::operation::operations;
use bindery_spec::{Document, Finding, Severity};

/// The bindings of a document, without the operations at fault; `None` where the whole document is.
pub(super) fn bindings(document: &Document) -> Option<Generated> {
    let options = |operations| Options {
        operations,
        client: true,
        server: true,
        ..Options::default()
    };
    match generate(document, &options(None)) {
        Ok(made) => Some(made),
        Err(GenerateError::Document(findings)) => {
            generate(document, &options(Some(sound(document, &findings)))).ok()
        }
        Err(GenerateError::UnknownOperations(_)) => None,
    }
}

/// The operations that no error stands in.
fn sound(document: &Document, findings: &[Finding]) -> Vec<String> {
    let errors = || {
        findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
    };
    let all = operations(document).into_iter();
    let good = all.filter(|operation| {
        let outer = [operation.value().span, operation.path.value.span];
        !errors().any(|error| {
            let inner = error.span;
            let within = |outer: &bindery_spec::Span| {
                inner.file == outer.file && outer.start <= inner.start && inner.end <= outer.end
            };
            outer.iter().any(within)
        })
    });
    good.map(|operation| operation.id.to_string()).collect()
}
