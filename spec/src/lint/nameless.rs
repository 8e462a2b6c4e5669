//! Operations that the document leaves unnamed.

use crate::document::Document;
use crate::finding::Finding;
use crate::operation::{given, operations};

/// Complains about operations without an `operationId`: their names hold no longer than their paths.
pub(super) fn lint(document: &Document, findings: &mut Vec<Finding>) {
    let listed = operations(document);
    let nameless = listed
        .iter()
        .filter(|operation| given(operation.value()).is_none());
    findings.extend(nameless.map(|operation| {
        let message = format!("this operation is called `{}`, after its method and path", operation.id);
        Finding::warning("missing-operation-id", operation.method.key_span, message)
            .help("give it an `operationId`, so that its functions and types keep their names when the path changes")
    }));
}
