//! Operations one by one: names, and all rules that need the operation as a whole.

use std::collections::HashMap;
use std::ptr;

use crate::check::slips::Slips;
use crate::check::{codes, envelope, parameters, pointers, security, template};
use crate::document::Document;
use crate::extension::{ErrorFamilies, Extension};
use crate::finding::Finding;
use crate::header::is_name;
use crate::operation::{ADDITIONAL, METHODS, is_method, of_item};
use crate::value::{Member, Value};

/// Checks every operation under `paths`.
pub(super) fn check(document: &Document, slips: Slips, findings: &mut Vec<Finding>) {
    let components = document.root.get("components");
    // What is wrong with the families themselves has been said where their place was checked.
    let families = components.and_then(|value| ErrorFamilies::of(value, &mut Vec::new()));
    codes::families(families.as_ref(), findings);
    let families = codes::Index::new(families.as_ref());
    security::check(document, &document.root, slips, findings);
    let mut names = HashMap::new();
    let mut operations = Vec::new();
    for path in document
        .paths()
        .and_then(Value::as_object)
        .unwrap_or_default()
    {
        if !path.key.starts_with("x-") {
            template::check(path, slips, findings);
        }
        let Ok(item) = document.target(&path.value) else {
            continue;
        };
        lower_case(item, slips, findings);
        additional(item, slips, findings);
        for method in of_item(item) {
            let operation = &method.value;
            if operation.as_object().is_none() {
                continue;
            }
            operation_id(method, &mut names, slips, findings);
            let before = findings.len();
            parameters::check(document, path, item, operation, findings);
            forgive_parameters(path, slips, findings, before);
            codes::operation(&families, operation, findings);
            pointers::check(document, &families, (item, operation), findings);
            security::check(document, operation, slips, findings);
            operations.push(operation);
        }
    }
    envelope::check(document, &families, &operations, findings);
}

/// What bindings make of a parameter that is at fault: the generator leaves it out, and asks for a text where none is declared.
fn forgive_parameters(path: &Member, slips: Slips, findings: &mut Vec<Finding>, before: usize) {
    let found: Vec<_> = findings.drain(before..).collect();
    findings.extend(found.into_iter().map(|finding| {
        let instead = match finding.code {
            "duplicate-parameter" => "the first one counts",
            _ if finding.span == path.key_span => "bindings ask for a text",
            _ => "bindings leave it out",
        };
        slips.judge(finding, instead)
    }));
}

/// `POST` is no method of a path item, and an operation under it would be missed in silence.
fn lower_case(item: &Value, slips: Slips, findings: &mut Vec<Finding>) {
    for member in item.as_object().unwrap_or_default() {
        let lower = member.key.to_ascii_lowercase();
        if *lower != *member.key && METHODS.contains(&&*lower) {
            let message = format!(
                "methods are written in lower case, and this is `{}`",
                member.key
            );
            let finding = Finding::error("bad-method", member.key_span, message);
            let finding = finding.label(format!("write `{lower}`"));
            findings.push(slips.judge(finding, "bindings leave the operation out"));
        }
    }
}

/// Additional operations have names that HTTP takes for methods, and that have no keyword of their own.
fn additional(item: &Value, slips: Slips, findings: &mut Vec<Finding>) {
    let members = item.get(ADDITIONAL).and_then(Value::as_object);
    for member in members.unwrap_or_default() {
        let lower = member.key.to_ascii_lowercase();
        let (message, instead) = if member.key.starts_with("x-") {
            continue;
        } else if !is_name(&member.key) {
            ("this is no method of HTTP", "bindings leave it out")
        } else if !METHODS.contains(&&*lower) {
            continue;
        } else if is_method(item, &member.key) {
            ("this method has a keyword of its own", "it is read as that")
        } else {
            ("this method stands here twice", "bindings leave it out")
        };
        let finding = Finding::error("bad-method", member.key_span, message);
        findings.push(slips.judge(finding, instead));
    }
}

fn operation_id<'a>(
    method: &'a Member,
    names: &mut HashMap<&'a str, &'a Value>,
    slips: Slips,
    findings: &mut Vec<Finding>,
) {
    let Some(id) = method.value.get("operationId") else {
        return;
    };
    let Some(name) = id.as_str() else { return };
    let first = *names.entry(name).or_insert(id);
    if !ptr::eq(first, id) {
        let message = format!("two operations are called `{name}`");
        let finding = Finding::error("duplicate-operation-id", id.span, message)
            .label("give this one another name")
            .note(first.span, "first here");
        findings.push(slips.judge(finding, "bindings call it after its method and path"));
    }
}
