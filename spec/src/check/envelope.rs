//! The envelope and the replies that carry it.

use crate::check::lookup::{self, Found};
use crate::check::media;
use crate::check::pointers::{self, Side};
use crate::document::Document;
use crate::extension::{Envelope, Extension, OperationEnvelope};
use crate::finding::Finding;
use crate::pointer::Pointer;
use crate::value::Value;

/// Checks the envelopes of the document and of every operation that has its own.
pub(super) fn check(document: &Document, operations: &[&Value], findings: &mut Vec<Finding>) {
    // What is wrong with the extensions themselves has been said where their places were checked.
    let mut said = Vec::new();
    let mut inheriting = Vec::new();
    for &operation in operations {
        let replies = media::replies(document, operation);
        match OperationEnvelope::of(operation, &mut said) {
            Some(OperationEnvelope::Own(own)) => {
                for pointer in own.pointers() {
                    pointers::leads_somewhere(document, &replies, pointer, Side::Reply, findings);
                }
            }
            Some(OperationEnvelope::Off(_)) => {}
            None => inheriting.push((operation, replies)),
        }
    }
    inheriting.retain(|(_, replies)| !replies.is_empty());
    if let Some(envelope) = Envelope::of(&document.root, &mut said) {
        inherited(document, &envelope, &inheriting, findings);
    }
}

/// Checks the envelope of the document: every pointer leads somewhere in at least one operation.
fn inherited(
    document: &Document,
    envelope: &Envelope,
    operations: &[(&Value, Vec<&Value>)],
    findings: &mut Vec<Finding>,
) {
    for pointer in envelope.pointers() {
        if !operations
            .iter()
            .any(|(_, replies)| has(document, replies, pointer))
            && let Some((_, replies)) = operations.first()
        {
            pointers::leads_somewhere(document, replies, pointer, Side::Reply, findings);
        }
    }
    let success = &envelope.success_at;
    let lacking = operations
        .iter()
        .filter(|(_, replies)| !has(document, replies, success));
    let lacking: Vec<_> = lacking
        .map(|(operation, _)| without(operation, success))
        .collect();
    // Where every reply lacks it the pointer is at fault, and that has been said.
    if lacking.len() < operations.len() {
        findings.extend(lacking);
    }
}

fn has(document: &Document, replies: &[&Value], pointer: &Pointer) -> bool {
    replies.iter().any(|schema| {
        let found = lookup::find(document, schema, &pointer.tokens);
        !matches!(found, Found::Nothing { .. })
    })
}

fn without(operation: &Value, success: &Pointer) -> Finding {
    let id = operation
        .get("operationId")
        .and_then(Value::as_str)
        .unwrap_or("an operation");
    let span = operation
        .member("responses")
        .map_or(operation.span, |member| member.key_span);
    let message = format!("no reply of `{id}` has `{success}`, which the envelope reads");
    Finding::warning("reply-without-envelope", span, message)
        .help("describe it, or set `\"x-bindery-envelope\": false` on the operation")
}
