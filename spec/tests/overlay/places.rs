//! Findings about the document that an overlay made, and about overlays, at their places in both files.

use bindery_spec::Document;

use crate::rendered::rendered;

const API: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Demo", "version": "1" },
  "paths": {
    "/a": { "get": { "operationId": "a", "responses": { "200": { "description": "ok" } } } }
  }
}"#;

/// Everything that is wrong with the document under the overlay.
fn laid(actions: &str) -> String {
    let overlay = format!(
        "{{\n  \"overlay\": \"1.0.0\",\n  \"info\": {{ \"title\": \"Mine\", \"version\": \"1\" }},\n  \"actions\": [\n    {actions}\n  ]\n}}"
    );
    let document = Document::parse("api.json", API.to_owned()).expect("a document");
    rendered(document.with_overlay("my.overlay.json", overlay))
}

#[test]
fn what_the_overlay_says_wrong_is_shown_there() {
    let text = laid(r#"{ "target": "$", "update": { "x-bindery-envelop": {} } }"#);
    assert_eq!(
        text,
        r#"unknown extension `x-bindery-envelop`
 --> my.overlay.json:5:34
  |
5 |     { "target": "$", "update": { "x-bindery-envelop": {} } }
  |                                  ^^^^^^^^^^^^^^^^^^^ did you mean `x-bindery-envelope`?"#
    );
}

#[test]
fn one_finding_shows_places_in_both_files() {
    let text = laid(r#"{ "target": "$.info.title", "update": ["Mine"] }"#);
    assert_eq!(
        text,
        r#"the update has an array where the document has a string
 --> my.overlay.json:5:43
  |
5 |     { "target": "$.info.title", "update": ["Mine"] }
  |                                           ^^^^^^^^
 ::: api.json:3:22
  |
3 |   "info": { "title": "Demo", "version": "1" },
  |                      ------ a string
  = help: remove the old value in an action before this one"#
    );
}

#[test]
fn findings_stand_by_file_and_then_by_line() {
    let text = laid(
        r#"{ "target": "$.paths['/a'].get", "update": { "x-bindery-limit": 1 } },
    { "target": "$.info.version", "remove": true }"#,
    );
    let places: Vec<_> = text
        .lines()
        .filter(|line| line.trim_start().starts_with("-->"))
        .map(str::trim)
        .collect();
    assert_eq!(
        places,
        ["--> api.json:3:3", "--> my.overlay.json:5:69"],
        "{text}"
    );
}
