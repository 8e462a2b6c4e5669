//! The envelope and the replies that carry it.

use crate::check::codes;
use crate::check::fits::{self, Compared};
use crate::check::lookup::{self, Found};
use crate::check::media;
use crate::check::pointers::{self, Side};
use crate::document::Document;
use crate::extension::{Applies, Envelope, Extension, OperationEnvelope, OperationErrors, Scalar};
use crate::finding::Finding;
use crate::pointer::Pointer;
use crate::value::Value;

/// Checks the envelopes of the document and of every operation that has its own.
pub(super) fn check(
    document: &Document,
    index: &codes::Index<'_>,
    operations: &[&Value],
    findings: &mut Vec<Finding>,
) {
    // What is wrong with the extensions themselves has been said where their places were checked.
    let mut said = Vec::new();
    let shared = Envelope::of(&document.root, &mut said);
    let mut inheriting = Vec::new();
    for &operation in operations {
        let replies = media::replies(document, operation);
        match OperationEnvelope::of(operation, &mut said) {
            Some(OperationEnvelope::Own(own)) => {
                for pointer in own.pointers() {
                    pointers::leads_somewhere(document, &replies, pointer, Side::Reply, findings);
                }
                values(document, &own, &replies, findings);
                listed(document, index, operation, &own, &replies, findings);
            }
            Some(OperationEnvelope::Off(_)) => {}
            None => {
                if let Some(shared) = &shared {
                    values(document, shared, &replies, findings);
                    listed(document, index, operation, shared, &replies, findings);
                }
                inheriting.push((operation, replies));
            }
        }
    }
    inheriting.retain(|(_, replies)| !replies.is_empty());
    if let Some(envelope) = shared {
        inherited(document, &envelope, &inheriting, findings);
    }
}

/// Checks that what an envelope compares with can come.
fn values(
    document: &Document,
    envelope: &Envelope,
    replies: &[&Value],
    findings: &mut Vec<Finding>,
) {
    let success = Compared {
        what: "equals",
        value: envelope.success_equals.clone(),
        span: envelope.equals_span,
        open: false,
    };
    fits::check(document, replies, &envelope.success_at, &success, findings);
    fits::holds_codes(document, replies, &envelope.code, findings);
    let Some(status) = &envelope.status else {
        return;
    };
    let (success, failure) = (&status.success, &status.failure);
    let words = [
        ("success", success, status.words.0),
        ("failure", failure, status.words.1),
    ];
    for (what, word, span) in words {
        let word = Compared {
            what,
            value: Scalar::Str(word.clone()),
            span,
            open: false,
        };
        fits::check(document, replies, &status.at, &word, findings);
    }
}

/// Checks that the codes that an operation lists can stand where the envelope has codes.
fn listed(
    document: &Document,
    index: &codes::Index<'_>,
    operation: &Value,
    envelope: &Envelope,
    replies: &[&Value],
    findings: &mut Vec<Finding>,
) {
    let mut said = Vec::new();
    let errors = OperationErrors::of(operation, &mut said);
    let entries = errors.map(|errors| errors.entries).unwrap_or_default();
    let mut codes = index.codes(&entries);
    codes.extend(Applies::of(operation, &mut said).map(|applies| applies.code));
    for code in codes {
        let code = Compared::code("code", &code.value, code.span);
        fits::check(document, replies, &envelope.code, &code, findings);
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
