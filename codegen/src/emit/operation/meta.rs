//! What the document says of an operation, as constants.

use bindery_spec::names::shout;

use crate::emit::envelope::{self, code};
use crate::ir::{Api, EnvelopeUse, Operation, Resend, Results};
use crate::source::{fill, option, quoted, quoted_list};

/// The runtime's `Meta`.
pub(super) fn meta(api: &Api, operation: &Operation) -> String {
    let limit = operation.limit.map(|(calls, seconds)| {
        format!("__rt::RateLimit {{ calls: {calls}, per: __rt::Duration::from_secs({seconds}) }}")
    });
    let families = operation.errors.families.iter().map(|family| &family.set);
    let listed = std::iter::once(&operation.errors.name).chain(families);
    let codes: Vec<_> = listed.map(|set| format!("{set}::ROWS")).collect();
    // Of two families that have a code, the one that the operation names is meant.
    let picked = operation.errors.picked.iter();
    let picked = picked.filter_map(|index| Some(api.code_families.get(*index)?.rows.expression()));
    let picked: Vec<_> = picked.filter(|rows| !codes.contains(rows)).collect();
    let asked = operation.envelope != EnvelopeUse::None && !api.code_families.is_empty();
    let template = "__rt::Meta { id: $id, method: $method, path: $path, limit: $limit, retry: $retry, \
                    envelope: $envelope, codes: &[$codes], picked: &[$picked], families: $families }";
    fill!(
        template,
        id = quoted(&operation.id),
        method = quoted(&operation.method),
        path = quoted(&operation.path),
        limit = option(limit),
        retry = retry_class(&operation.resend),
        envelope = envelope::reference(&operation.envelope),
        codes = codes.join(", "),
        picked = picked.join(", "),
        families = if asked { "&CODE_FAMILIES" } else { "&[]" }
    )
}

fn retry_class(resend: &Resend) -> String {
    match resend {
        Resend::Safe => "__rt::RetryClass::Safe".to_owned(),
        Resend::ResolveFirst => "__rt::RetryClass::ResolveFirst".to_owned(),
        Resend::Keyed { seconds, .. } => {
            format!("__rt::RetryClass::Keyed {{ window: __rt::Duration::from_secs({seconds}) }}")
        }
    }
}

/// The runtime's `Results`: where verdicts and their codes stand.
pub(crate) fn results(results: &Results) -> String {
    let success: Vec<_> = results.success.iter().map(code).collect();
    fill!(
        "__rt::Results { verdicts: $verdicts, code: $code, proof: $proof, success: &[$success] }",
        verdicts = quoted_list(&results.verdicts),
        code = quoted(&results.code),
        proof = option(results.proof.as_deref().map(quoted)),
        success = success.join(", ")
    )
}

/// The name of an operation's `Meta`.
pub(crate) fn meta_name(operation: &Operation) -> String {
    format!("{}_META", shout(&operation.function))
}

/// The name of an operation's `Results`.
pub(crate) fn results_name(operation: &Operation) -> String {
    format!("{}_RESULTS", shout(&operation.function))
}
