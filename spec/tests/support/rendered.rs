//! All that is said of a text, as a reader sees it: why it is no document, or else what is wrong with it.

use bindery_spec::{Document, Findings, check};

pub(crate) fn rendered(read: Result<Document, Findings>) -> String {
    let document = match read {
        Ok(document) => document,
        Err(findings) => return findings.to_string(),
    };
    let findings = check(&document);
    let texts = findings.iter().map(|finding| document.render(finding));
    texts.collect::<Vec<_>>().join("\n\n")
}
