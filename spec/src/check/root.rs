//! What every document has: a title and a version, and something to describe.

use crate::check::slips::Slips;
use crate::document::Document;
use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

/// The last version of `OpenAPI` 3 whose words are known.
const LAST_MINOR: u64 = 2;

/// Any of these makes a document.
const PARTS: [&str; 3] = ["paths", "components", "webhooks"];

/// Checks that nothing is missing; what is there is checked in its place.
pub(super) fn check(document: &Document, slips: Slips, findings: &mut Vec<Finding>) {
    let root = &document.root;
    let start = Span::start_of_file();
    findings.extend(later(root));
    let missing = |span, message: String| Finding::error("missing-member", span, message);
    match root.member("info") {
        None => {
            let finding = missing(start, "the document lacks `info`".to_owned()).help(
                "say what it describes: `\"info\": { \"title\": \"…\", \"version\": \"1.0.0\" }`",
            );
            findings.push(slips.judge(finding, "bindings do without it"));
        }
        Some(info) if info.value.as_object().is_some() => {
            let lacking = ["title", "version"].into_iter();
            let lacking = lacking.filter(|key| info.value.get(key).is_none());
            findings.extend(lacking.map(|key| {
                let finding = missing(info.key_span, format!("`info` lacks `{key}`"));
                slips.judge(finding, "bindings do without it")
            }));
        }
        Some(_) => {}
    }
    if !PARTS.iter().any(|key| root.get(key).is_some()) {
        let message = "the document describes nothing: `paths` is missing".to_owned();
        findings.push(
            missing(start, message)
                .help("a document of schemas alone has `components` in its place"),
        );
    }
}

/// The complaint about a version with words that nobody knows yet.
fn later(root: &Value) -> Option<Finding> {
    let version = root.get("openapi")?;
    let minor = version.as_str()?.strip_prefix("3.")?.split('.').next()?;
    let is_known = minor.parse::<u64>().is_ok_and(|minor| minor <= LAST_MINOR);
    let message = format!(
        "OpenAPI {} is later than 3.{LAST_MINOR}",
        version.as_str()?.escape_debug()
    );
    let finding = Finding::warning("later-version", version.span, message);
    (!is_known).then(|| finding.help("it is read as 3.2: words that are new in it are passed over"))
}
