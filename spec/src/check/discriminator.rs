//! Discriminators: what `mapping` names is there, is one of the branches, and has the tag that it is given.

use std::collections::HashSet;
use std::ptr;

use super::slips::Slips;
use crate::document::Document;
use crate::finding::Finding;
use crate::schema::{chosen, mapped, parts, tag_values, wrapped};
use crate::value::{Member, Value};

/// Checks the discriminator of one schema.
pub(super) fn check(
    document: &Document,
    schema: &Value,
    slips: Slips,
    findings: &mut Vec<Finding>,
) {
    let Some(discriminator) = schema.get("discriminator") else {
        return;
    };
    let tag = discriminator.get("propertyName").and_then(Value::as_str);
    let mapping = discriminator.get("mapping").and_then(Value::as_object);
    let (Some(tag), Some(mapping)) = (tag, mapping) else {
        return;
    };
    let branches = branches(document, schema);
    for member in mapping {
        let finding = match mapped(document, &member.value) {
            None => absent(member),
            Some(target) => beside(document, member, target, branches.as_ref())
                .or_else(|| contradiction(document, member, target, tag)),
        };
        findings.extend(finding.map(|(finding, instead)| slips.judge(finding, instead)));
    }
}

/// What is wrong, and what bindings make of it.
type Slip = (Finding, &'static str);

const KEPT: &str = "values with this tag are kept as they came";

/// What may be chosen from a schema, to any depth; `None` where it only has heirs.
fn branches(document: &Document, schema: &Value) -> Option<HashSet<*const Value>> {
    let mut open = chosen(document, schema)?;
    let mut found = HashSet::new();
    while let Some(branch) = open.pop() {
        let target = document.target(wrapped(branch)).unwrap_or(branch);
        if found.insert(ptr::from_ref(target)) {
            open.extend(chosen(document, target).unwrap_or_default());
        }
    }
    Some(found)
}

fn absent(member: &Member) -> Option<Slip> {
    // What is no text is told as such.
    let text = member.value.as_str()?;
    let message = format!(
        "`mapping` gives the tag `{}` to a schema that is not there",
        member.key
    );
    let finding = Finding::error("dangling-mapping", member.value.span, message);
    let label = format!("nothing is called `{}`", text.escape_debug());
    Some((finding.label(label), KEPT))
}

fn beside(
    document: &Document,
    member: &Member,
    target: &Value,
    branches: Option<&HashSet<*const Value>>,
) -> Option<Slip> {
    let branches = branches?;
    let mut whole = parts(document, target).into_iter();
    if whole.any(|part| branches.contains(&ptr::from_ref(part))) {
        return None;
    }
    let message = format!(
        "`mapping` gives the tag `{}` to a schema that is none of the branches",
        member.key
    );
    let finding = Finding::error("mapping-beside", member.value.span, message);
    Some((finding, KEPT))
}

fn contradiction(document: &Document, member: &Member, target: &Value, tag: &str) -> Option<Slip> {
    let whole = parts(document, target);
    let (property, listed) = whole
        .iter()
        .filter_map(|part| listing(document, part, tag))
        .find(|(_, listed)| !listed.iter().any(|it| **it == *member.key))?;
    let values: Vec<_> = listed.iter().map(|it| format!("`{it}`")).collect();
    let message = format!(
        "`mapping` gives the tag `{}` to a schema whose `{tag}` is {}",
        member.key,
        values.join(" or ")
    );
    let finding = Finding::error("mapping-contradicted", member.key_span, message);
    let instead = "what the schema itself lists is its tag";
    Some((finding.note(property.span, "listed here"), instead))
}

/// The schema of the tag, and the values that it lists.
fn listing<'d>(
    document: &'d Document,
    part: &'d Value,
    tag: &str,
) -> Option<(&'d Value, Vec<String>)> {
    let property = document.target(part.get("properties")?.get(tag)?).ok()?;
    Some((property, tag_values(property)?))
}
