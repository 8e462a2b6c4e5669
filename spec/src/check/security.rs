//! `security` names schemes that exist.

use crate::check::slips::Slips;
use crate::document::Document;
use crate::finding::Finding;
use crate::suggest;
use crate::value::Value;

/// What bindings do where a scheme cannot be had.
const UNSIGNED: &str = "calls go out without it; sign with a `Signer` of your own";

/// Checks the requirements of the document or of an operation.
pub(super) fn check(document: &Document, owner: &Value, slips: Slips, findings: &mut Vec<Finding>) {
    let Some(security) = owner.get("security") else {
        return;
    };
    let Some(alternatives) = security.as_array() else {
        let finding = Finding::wrong_type("`security`", "an array", security);
        findings.push(slips.judge(finding, UNSIGNED));
        return;
    };
    for requirement in alternatives.iter().filter_map(Value::as_object).flatten() {
        if document
            .component("securitySchemes", &requirement.key)
            .is_none()
        {
            let schemes = document
                .root
                .at("/components/securitySchemes")
                .and_then(Value::as_object);
            let names = schemes
                .unwrap_or_default()
                .iter()
                .map(|member| &*member.key);
            let message = format!("there is no security scheme `{}`", requirement.key);
            let near = suggest::did_you_mean(&requirement.key, names, findings).unwrap_or_default();
            let finding = Finding::error("unknown-scheme", requirement.key_span, message);
            findings.push(slips.judge(finding.label(near), UNSIGNED));
        }
    }
}
