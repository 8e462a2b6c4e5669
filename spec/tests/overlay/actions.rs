//! What each kind of action does.

use serde_json::json;

use crate::{data, document, plain, refused};

#[test]
fn members_are_added() {
    let data = data(
        r#"{ "a": 1 }"#,
        r#"{ "target": "$.info.x-data", "update": { "b": 2 } }"#,
    );
    assert_eq!(data, json!({ "a": 1, "b": 2 }));
}

#[test]
fn objects_are_merged_at_every_depth() {
    let data = data(
        r#"{ "a": { "b": { "c": 1, "d": 2 } } }"#,
        r#"{ "target": "$.info", "update": { "x-data": { "a": { "b": { "d": 3, "e": 4 } } } } }"#,
    );
    assert_eq!(data, json!({ "a": { "b": { "c": 1, "d": 3, "e": 4 } } }));
}

#[test]
fn arrays_in_objects_are_joined() {
    let data = data(
        r#"{ "tags": ["old"] }"#,
        r#"{ "target": "$.info.x-data", "update": { "tags": ["new", "newer"] } }"#,
    );
    assert_eq!(data, json!({ "tags": ["old", "new", "newer"] }));
}

#[test]
fn an_array_gets_one_more_item() {
    let data = data(
        "[1]",
        r#"{ "target": "$.info.x-data", "update": { "two": 2 } }"#,
    );
    assert_eq!(data, json!([1, { "two": 2 }]));
}

#[test]
fn an_array_gets_the_items_of_another() {
    let data = data("[1]", r#"{ "target": "$.info.x-data", "update": [2, 3] }"#);
    assert_eq!(data, json!([1, 2, 3]));
}

#[test]
fn a_primitive_is_replaced_by_one_of_another_type() {
    for (old, new) in [
        ("1", json!("one")),
        (r#""text""#, json!(null)),
        ("null", json!(true)),
    ] {
        let action = format!(r#"{{ "target": "$.info.x-data", "update": {new} }}"#);
        assert_eq!(data(old, &action), new);
    }
}

#[test]
fn every_target_is_updated() {
    let data = data(
        r#"{ "a": {}, "b": { "n": 1 } }"#,
        r#"{ "target": "$.info.x-data.*", "update": { "n": 2 } }"#,
    );
    assert_eq!(data, json!({ "a": { "n": 2 }, "b": { "n": 2 } }));
}

#[test]
fn members_and_items_are_removed() {
    let data = data(
        r#"{ "a": 1, "b": [1, 2, 3, 4], "c": 3 }"#,
        r#"{ "target": "$.info.x-data['a', 'c']", "remove": true },
           { "target": "$.info.x-data.b[0, 2, -1]", "remove": true }"#,
    );
    assert_eq!(data, json!({ "b": [2] }));
}

#[test]
fn a_value_and_what_is_in_it_are_removed_together() {
    let data = data(
        r#"[{ "x": { "x": 1 } }, { "y": { "x": 2 }, "z": 0 }, 3]"#,
        r#"{ "target": "$.info.x-data..x", "remove": true }"#,
    );
    assert_eq!(data, json!([{}, { "y": {}, "z": 0 }, 3]));
}

#[test]
fn many_items_are_removed() {
    let items: Vec<_> = (0..1000).map(|n| format!(r#"{{ "n": {n} }}"#)).collect();
    let data = data(
        &format!("[{}]", items.join(",")),
        r#"{ "target": "$.info.x-data[?@.n >= 2]", "remove": true }"#,
    );
    assert_eq!(data, json!([{ "n": 0 }, { "n": 1 }]));
}

#[test]
fn a_value_of_the_document_is_copied() {
    let data = data(
        r#"{ "from": { "a": [1], "b": 2 }, "to": { "a": [0] } }"#,
        r#"{ "target": "$.info.x-data.to", "copy": "$.info.x-data.from" }"#,
    );
    assert_eq!(data["to"], json!({ "a": [0, 1], "b": 2 }));
}

#[test]
fn actions_see_what_those_before_them_left() {
    let replace = r#"{ "target": "$.info.x-data", "remove": true },
        { "target": "$.info", "update": { "x-data": ["new"] } },
        { "target": "$.info.x-data", "update": "newer" }"#;
    assert_eq!(data(r#"{ "old": 1 }"#, replace), json!(["new", "newer"]));
    let late = r#"{ "target": "$.info.x-data.added", "update": { "b": 2 } },
        { "target": "$.info.x-data", "update": { "added": { "a": 1 } } }"#;
    assert!(refused("{}", late).contains("nothing is called `added` in `$.info.x-data`"));
}

#[test]
fn overlays_are_laid_over_each_other() {
    let first = crate::overlay(r#"{ "target": "$.info.x-data", "update": { "a": { "b": 1 } } }"#);
    let second = crate::overlay(r#"{ "target": "$.info.x-data.a", "update": { "b": 2 } }"#);
    let document = document("{}")
        .with_overlay("first.json", first)
        .and_then(|document| document.with_overlay("second.json", second))
        .expect("both fit");
    let value = document.root.at("/info/x-data/a/b").expect("it is there");
    assert_eq!(plain(value), json!(2));
    assert_eq!(document.source.file(value.span).name, "second.json");
}

#[test]
fn components_that_an_overlay_adds_can_be_referred_to() {
    let text = r##"{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {},
        "components": { "schemas": { "Old": { "$ref": "#/components/schemas/New" } } } }"##;
    let overlay = crate::overlay(
        r#"{ "target": "$.components.schemas", "update": { "New": { "type": "string" } } }"#,
    );
    let document = bindery_spec::Document::parse("api.json", text.to_owned())
        .and_then(|document| document.with_overlay("my.json", overlay))
        .expect("it fits");
    let old = document.component("schemas", "Old").expect("it is there");
    let new = document.resolve(old).expect("it leads somewhere");
    assert_eq!(plain(new), json!({ "type": "string" }));
}

#[test]
fn remove_wins_over_update_and_says_so() {
    let document = crate::laid(
        r#"{ "a": 1 }"#,
        r#"{ "target": "$.info.x-data.a", "remove": true, "update": 2 }"#,
    )
    .expect("it is allowed");
    assert!(document.root.at("/info/x-data/a").is_none());
    let warnings = bindery_spec::check(&document);
    let texts: Vec<_> = warnings
        .iter()
        .map(|finding| document.render(finding))
        .collect();
    assert!(
        texts
            .iter()
            .any(|text| text.starts_with("warning: `update` has no effect beside `remove`")),
        "{texts:?}"
    );
}

#[test]
fn remove_false_is_no_removal() {
    let data = data(
        "{}",
        r#"{ "target": "$.info.x-data", "remove": false, "update": { "a": 1 } }"#,
    );
    assert_eq!(data, json!({ "a": 1 }));
}
