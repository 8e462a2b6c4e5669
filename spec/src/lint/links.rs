//! Links that lead to no operation, or whose values come from nowhere or go nowhere.

use std::collections::HashSet;

use crate::document::Document;
use crate::finding::Finding;
use crate::link::{Astray, Link, links};
use crate::operation::{Operation, operations};
use crate::suggest::did_you_mean;
use crate::value::Value;

/// Complains about links. A reply that several operations share is complained about once, unless what is wrong differs.
pub(super) fn lint(document: &Document, findings: &mut Vec<Finding>) {
    let operations = operations(document);
    let mut seen = HashSet::new();
    for operation in &operations {
        for link in links(document, &operations, operation) {
            for (code, astray) in faults(&link) {
                if seen.insert((astray.at, astray.why.clone())) {
                    let help = match code {
                        DANGLING => instead(&link, &operations, findings),
                        _ => "the bindings leave it out where they tell of the link".to_owned(),
                    };
                    let finding = Finding::warning(code, astray.at, &*astray.why);
                    findings.push(finding.help(help));
                }
            }
        }
    }
}

const DANGLING: &str = "dangling-link";

fn faults<'l>(link: &'l Link<'_>) -> Vec<(&'static str, &'l Astray)> {
    let target = link.target.as_ref().err();
    let target = target.map(|astray| (DANGLING, astray));
    let given = link.given.iter().filter_map(|it| it.astray.as_ref());
    let given = given.map(|astray| ("link-value", astray));
    target.into_iter().chain(given).collect()
}

/// What a link that leads to no operation may mean.
fn instead(link: &Link<'_>, operations: &[Operation<'_>], before: &[Finding]) -> String {
    let id = link.value.get("operationId").and_then(Value::as_str);
    let ids = operations.iter().map(|operation| &*operation.id);
    let near = id.and_then(|id| did_you_mean(id, ids, before));
    near.unwrap_or_else(|| "the bindings do not tell of the link".to_owned())
}
