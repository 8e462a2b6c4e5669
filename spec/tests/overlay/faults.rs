//! Overlays that are wrong, each with its complaint.

use bindery_spec::Document;

use crate::{document, refused};

/// The complaints about an overlay document.
fn about(overlay: &str) -> String {
    let result = document("{}").with_overlay("my.overlay.json", overlay.to_owned());
    result.expect_err("the overlay is wrong").to_string()
}

/// The first complaint about a target.
fn target(path: &str) -> String {
    let path = serde_json::json!(path);
    refused(
        r#"{ "name": { "first": [1, 2] } }"#,
        &format!(r#"{{ "target": {path}, "remove": true }}"#),
    )
}

/// What stands under the carets of the first frame.
fn marked(text: &str) -> &str {
    let lines: Vec<_> = text.lines().collect();
    let carets = lines
        .iter()
        .position(|line| line.contains('^'))
        .expect("carets");
    let from = lines[carets].find('^').expect("carets");
    let to = lines[carets].rfind('^').expect("carets") + 1;
    &lines[carets - 1][from..to]
}

#[test]
fn no_overlay() {
    let cases = [
        ("[]", "an overlay must be an object, not an array"),
        ("{}", "this is no overlay: `overlay` is missing"),
        (
            r#"{ "overlay": 1.0 }"#,
            "`overlay` must be a version such as \"1.0.0\", not a number",
        ),
        (
            r#"{ "overlay": "1.2.0" }"#,
            "Overlay 1.2.0 is not supported",
        ),
        (r#"{ "overlay": "1" }"#, "Overlay 1 is not supported"),
        (
            r#"{ "openapi": "3.1.0" }"#,
            "help: this is an OpenAPI document",
        ),
        (r#"{ "overlay": "1.0.0", }"#, "my.overlay.json:1:21"),
        ("overlay: 1.0.0\n", "YAML"),
    ];
    for (overlay, says) in cases {
        let text = about(overlay);
        assert!(text.contains(says), "{overlay}: {text}");
        assert!(text.contains("--> my.overlay.json:1:"), "{text}");
    }
}

#[test]
fn everything_wrong_with_a_frame_is_told_at_once() {
    let text = about(
        r#"{ "overlay": "1.0.0", "info": { "title": 1 }, "extends": [], "action": [], "x-mine": 1,
             "actions": [] }"#,
    );
    for says in [
        "`title` must be a string, not a number",
        "`info` lacks `version`",
        "`extends` must be a string, not an array",
        "an overlay has no member `action`",
        "did you mean `actions`?",
        "the overlay has no actions",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    assert!(!text.contains("x-mine`"), "{text}");
}

#[test]
fn wrong_actions() {
    let cases = [
        ("1", "an action must be an object, not a number"),
        (r#"{ "update": 1 }"#, "the action lacks `target`"),
        (r#"{ "target": "$" }"#, "the action changes nothing"),
        (
            r#"{ "target": "$", "remove": false }"#,
            "the action changes nothing",
        ),
        (
            r#"{ "target": "$", "remove": "yes" }"#,
            "`remove` must be true or false, not a string",
        ),
        (
            r#"{ "target": "$", "updates": {} }"#,
            "did you mean `update`?",
        ),
        (
            r#"{ "target": 1, "remove": true }"#,
            "`target` must be a JSONPath such as \"$.paths\", not a number",
        ),
        (
            r#"{ "target": "$", "remove": true }"#,
            "the document itself cannot be removed",
        ),
        (
            r#"{ "target": "$", "update": {}, "copy": "$" }"#,
            "`copy` stands beside `update`",
        ),
        (
            r#"{ "target": "$.info", "copy": "$.info[*]" }"#,
            "`copy` selects 3 values",
        ),
        (
            r#"{ "target": "$.info", "copy": "$.inf" }"#,
            "`copy` selects nothing: nothing is called `inf` in `$`",
        ),
        (
            r#"{ "target": "$.info", "copy": "$.openapi" }"#,
            "copied here",
        ),
        (
            r#"{ "target": "$.info", "update": 1 }"#,
            "the update has a number where the document has an object",
        ),
        (
            r#"{ "target": "$", "update": { "info": [] } }"#,
            "the update has an array where the document has an object",
        ),
        (
            r#"{ "target": "$['openapi', 'info']", "update": {} }"#,
            "`target` selects values of different kinds",
        ),
        (
            r#"{ "target": "$", "update": { "openapi": "2.0" } }"#,
            "OpenAPI 2.0 is not supported",
        ),
        (
            r#"{ "target": "$.openapi", "remove": true }"#,
            "`openapi` is missing",
        ),
    ];
    for (action, says) in cases {
        let text = refused("{}", action);
        assert!(text.contains(says), "{action}: {text}");
    }
}

#[test]
fn all_actions_are_looked_at() {
    let text = refused(
        "{}",
        r#"{ "target": "$.inf", "remove": true }, { "target": "$[", "remove": true }, 3"#,
    );
    assert_eq!(text.matches("--> ").count(), 3, "{text}");
}

#[test]
fn repeated_keys_are_refused() {
    let text = refused(
        "{}",
        r#"{ "target": "$.info", "target": "$", "update": {} }"#,
    );
    assert!(text.contains("--> my.overlay.json:1:"), "{text}");
}

#[test]
fn copy_needs_version_1_1() {
    let text = about(
        r#"{ "overlay": "1.0.0", "info": { "title": "T", "version": "1" },
             "actions": [{ "target": "$.info", "copy": "$" }] }"#,
    );
    assert!(text.contains("`copy` came with version 1.1.0"), "{text}");
}

#[test]
fn paths_that_are_none() {
    let cases = [
        ("", "", "a JSONPath begins with `$`"),
        ("info", "i", "a JSONPath begins with `$`"),
        ("$info", "i", "expected `.` or `[`"),
        ("$.", "", "expected a name or `*`"),
        ("$.1", "1", "expected a name or `*`"),
        ("$.info ", " ", "expected `.` or `[`"),
        ("$['info", "'", "the closing ' is missing"),
        ("$[info]", "info", "write it in quotes: `'info'`"),
        ("$['info'", "", "expected `]`"),
        ("$['info' 'x']", "'", "expected `]`"),
        ("$[01]", "01", "expected an index such as `0` or `-1`"),
        ("$[-0]", "-0", "expected an index"),
        ("$[-]", "-", "expected an index"),
        ("$[]", "]", "expected a name in quotes"),
        ("$[?]", "]", "expected `@`"),
        ("$[?@.a ==]", "]", "expected `@`"),
        ("$[?@.a = 1]", "=", "expected `]`"),
        ("$[?'a']", "]", "expected a comparison such as `==`"),
        ("$[?@.* == 1]", "@.*", "only single values can be compared"),
        (
            "$[?@.a == @..b]",
            "@..b",
            "only single values can be compared",
        ),
        ("$[?(@.a]", "]", "expected `)`"),
        ("$[?!'a']", "'", "expected `@` or `(` after `!`"),
        ("$[?@.a == nul]", "nul", "`null`"),
        ("$[?@.a == 1-2]", "1-2", "expected a number"),
    ];
    for (path, place, says) in cases {
        let text = target(path);
        assert!(
            text.starts_with("`target` is no JSONPath\n"),
            "{path}: {text}"
        );
        assert!(text.contains(says), "{path}: {text}");
        // Where nothing is left, the caret stands behind the path.
        let place = if place.is_empty() { "\"" } else { place };
        assert_eq!(marked(&text), place, "{path}: {text}");
    }
}

#[test]
fn escapes_that_are_none() {
    for path in [r"$['\x']", r"$['\u12']", r"$['\ud800']", r"$['\']"] {
        let text = target(path);
        assert!(text.contains("`target` is no JSONPath"), "{path}: {text}");
    }
}

#[test]
fn paths_that_other_tools_know() {
    let cases = [
        ("$[0:2]", ":", "a slice in `target`: not supported"),
        ("$[:2]", ":", "a slice"),
        (
            "$[?length(@.a) == 1]",
            "length",
            "the function `length` in `target`",
        ),
        ("$[?@.a == $.b]", "$", "`$` within a filter"),
    ];
    for (path, place, says) in cases {
        let text = target(path);
        assert!(text.contains(says), "{path}: {text}");
        assert_eq!(marked(&text), place, "{path}: {text}");
    }
}

#[test]
fn a_target_that_selects_nothing_tells_how_far_it_leads() {
    let cases = [
        (
            "$.info.x-data.nam.first",
            ".nam",
            "nothing is called `nam` in `$.info.x-data`",
        ),
        (
            "$.info.x-data['nam'].first",
            "['nam']",
            "did you mean `name`?",
        ),
        (
            "$.info.x-data.name.first[7]",
            "[7]",
            "there is no item 7 in `$.info.x-data.name.first`",
        ),
        ("$.info.x-data.name.first.x", ".x", "that is an array"),
        ("$.info.title.x", ".x", "that is a string"),
        (
            "$..firstt",
            "..firstt",
            "nothing is called `firstt` anywhere in `$`",
        ),
        ("$..firstt", "..firstt", "did you mean `first`?"),
        (
            "$.info[?@.a == 1]",
            "[?@.a == 1]",
            "nothing passes the filter in `$.info`",
        ),
        (
            "$.paths.*.get",
            ".*",
            "there is nothing of this in `$.paths`",
        ),
        (
            "$.info.x-data.zzzzzz",
            ".zzzzzz",
            "only `name` is known here",
        ),
    ];
    for (path, place, says) in cases {
        let text = target(path);
        assert!(
            text.contains("`target` selects nothing: "),
            "{path}: {text}"
        );
        assert!(text.contains(says), "{path}: {text}");
        assert_eq!(marked(&text), place, "{path}: {text}");
    }
}

#[test]
fn a_path_with_escapes_in_the_json_is_marked_as_a_whole() {
    let text = refused("{}", r#"{ "target": "$[\"inf\"]", "remove": true }"#);
    assert_eq!(marked(&text), r#""$[\"inf\"]""#, "{text}");
}

#[test]
fn the_document_is_left_alone() {
    let document = document(r#"{ "a": 1 }"#);
    let overlay = crate::overlay(
        r#"{ "target": "$.info", "update": { "b": 2 } }, { "target": "$.nothing", "remove": true }"#,
    );
    assert!(document.clone().with_overlay("my.json", overlay).is_err());
    let again = Document::parse("api.json", document.source.text.clone()).expect("a document");
    assert_eq!(document.root, again.root);
}
