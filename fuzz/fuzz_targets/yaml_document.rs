//! Any text: reading it as YAML, checking and rendering must not panic, and every place must lie in the text.
#![no_main]

use bindery_spec::{Document, Finding, Kind, Span, Value, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Document::parse_yaml("spec.yaml", text.to_owned()) {
        Ok(document) => {
            places(&document.root, text);
            for finding in check(&document) {
                assert!(document.render(&finding).contains("--> spec.yaml:"));
            }
        }
        Err(findings) => {
            let place = |finding: &Finding| place(finding.span, text);
            assert!(!findings.list.is_empty());
            findings.list.iter().for_each(place);
            assert_eq!(findings.rendered().count(), findings.list.len());
        }
    }
});

fn places(value: &Value, text: &str) {
    place(value.span, text);
    match &value.kind {
        Kind::Array(items) => items.iter().for_each(|item| places(item, text)),
        Kind::Object(members) => {
            for member in members {
                place(member.key_span, text);
                places(&member.value, text);
            }
        }
        _ => {}
    }
}

fn place(span: Span, text: &str) {
    assert!(text.get(span.start as usize..span.end as usize).is_some());
}
