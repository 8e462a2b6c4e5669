//! What bindings lose of a spec, in one line.

use bindery_codegen::Generated;
use bindery_spec::Finding;

/// Codes of what has no place in bindings, with words for one such place and for several.
const CODES: [(&str, &str, &str); 7] = [
    (
        "unsupported-media-type",
        "body as bytes or text",
        "bodies as bytes or text",
    ),
    (
        "unsupported-parameter",
        "parameter as text",
        "parameters as texts",
    ),
    ("unsupported-query", "query as text", "queries as texts"),
    (
        "unsupported-results",
        "operation without its verdicts",
        "operations without their verdicts",
    ),
    (
        "unsupported-security",
        "credential that is not sent",
        "credentials that are not sent",
    ),
    (
        "unsupported-discriminator",
        "discriminator passed over",
        "discriminators passed over",
    ),
    ("unchecked-", "rule unchecked", "rules unchecked"),
];

/// What was lost and how to see where, such as `2 places as any JSON: …`; nothing where nothing was.
pub(crate) fn line(generated: &Generated) -> Option<String> {
    let mut lost = Vec::new();
    let mut ways = Vec::new();
    let uploads = generated.without_upload;
    let words = (
        "operation without its upload",
        "operations without their upload",
    );
    if add(&mut lost, uploads, words.0, words.1) {
        ways.push("passed-over");
    }
    let untyped = generated.untyped.iter().filter(|place| !place.said).count();
    let untyped = add(
        &mut lost,
        untyped,
        "place as any JSON",
        "places as any JSON",
    );
    for (code, one, several) in CODES {
        let here = |finding: &&Finding| match code.strip_suffix('-') {
            Some(_) => finding.code.starts_with(code),
            None => finding.code == code,
        };
        let count = generated.warnings.iter().filter(here).count();
        if add(&mut lost, count, one, several) {
            let way = if code.starts_with("unsupported-") {
                "unsupported-"
            } else {
                code
            };
            ways.push(way);
        }
    }
    ways.dedup();
    let only = (!ways.is_empty()).then(|| format!("bindery lint --only {}", ways.join(",")));
    let untyped = untyped.then(|| "bindery lint --untyped".to_owned());
    let ways: Vec<_> = only.into_iter().chain(untyped).collect();
    (!lost.is_empty()).then(|| format!("lost: {}: {}", lost.join(", "), ways.join("; ")))
}

fn add(lost: &mut Vec<String>, count: usize, one: &str, several: &str) -> bool {
    match count {
        0 => return false,
        1 => lost.push(format!("1 {one}")),
        _ => lost.push(format!("{count} {several}")),
    }
    true
}
