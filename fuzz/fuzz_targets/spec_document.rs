//! Any text: reading, checking and rendering must not panic, and the reader must agree with `serde_json` on what JSON is.
#![no_main]

use bindery_spec::{Document, check};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    let is_json = match Document::parse("spec.json", text.to_owned()) {
        Ok(document) => {
            for finding in check(&document) {
                assert!(document.render(&finding).contains("--> spec.json:"));
            }
            true
        }
        Err(findings) => {
            assert!(!findings.list.is_empty());
            assert_eq!(findings.rendered().count(), findings.list.len());
            findings.list.iter().all(|finding| finding.code != "syntax")
        }
    };
    let opinion = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str::<Value>(opinion) {
        Ok(_) => assert!(is_json),
        // Numbers beyond every `f64` and nesting beyond 128 levels are its own limits.
        Err(error) if is_its_own_limit(&error) => {}
        Err(error) => assert!(!is_json, "{error}"),
    }
});

fn is_its_own_limit(error: &serde_json::Error) -> bool {
    let text = error.to_string();
    text.contains("out of range") || text.contains("recursion limit")
}
