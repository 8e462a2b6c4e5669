//! A small overlay makes no huge document and takes no long time.

use crate::{document, laid, overlay, refused};

#[test]
fn copies_of_copies_end() {
    let double = r#"{ "target": "$.info.x-data", "copy": "$.info.x-data" }"#;
    let actions = vec![double; 40].join(",");
    let text = refused("[1, 2, 3]", &actions);
    assert!(text.contains("the overlay adds too many values"), "{text}");
}

#[test]
fn nesting_ends() {
    let nested = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    let action = |levels| {
        let (path, value) = ("[0]".repeat(140), nested(levels));
        format!(r#"{{ "target": "$.info.x-data{path}", "update": {value} }}"#)
    };
    // The target is 142 deep, and the innermost number one more than its arrays.
    assert!(laid(&nested(150), &action(113)).is_ok());
    let text = refused(&nested(150), &action(114));
    assert!(text.contains("the overlay nests values too deep"), "{text}");
}

#[test]
fn paths_that_multiply_end() {
    let deep = format!("{}1{}", "[".repeat(250), "]".repeat(250));
    let text = refused(&deep, r#"{ "target": "$..*..*..*..*..x", "remove": true }"#);
    assert!(text.contains("`target` looks at too many values"), "{text}");
}

#[test]
fn filters_nest_only_so_deep() {
    let filter = format!("{}@.a{}", "(".repeat(5000), ")".repeat(5000));
    let text = refused(
        "{}",
        &format!(r#"{{ "target": "$[?{filter}]", "remove": true }}"#),
    );
    assert!(text.contains("a filter nested this deep"), "{text}");
}

#[test]
fn a_thousand_actions_on_a_large_document() {
    let members: Vec<_> = (0..2000)
        .map(|n| format!(r#""member{n}": {{ "tags": [{n}] }}"#))
        .collect();
    let actions: Vec<_> = (0..1000)
        .map(|n| format!(r#"{{ "target": "$.info.x-data.member{n}", "update": {{ "n": {n} }} }}"#))
        .collect();
    let document = document(&format!("{{ {} }}", members.join(",")))
        .with_overlay("my.json", overlay(&actions.join(",")))
        .expect("it fits");
    let last = document.root.at("/info/x-data/member999/n");
    assert_eq!(last.and_then(bindery_spec::Value::as_u64), Some(999));
}
