//! Whose a document is decides how its slips are taken.

use bindery_spec::{Document, Severity, check, check_strictly};

const FOREIGN: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Parcels", "version": "1" },
  "paths": { "/par cels": { "get": { "operationId": "list", "responses": { "204": { "description": "none" } } } } },
  "components": { "schemas": { "Number": { "type": "string", "pattern": 7 } } }
}"#;

fn parsed(text: &str) -> Document {
    Document::parse("api.json", text.to_owned()).unwrap()
}

/// The overlay that does this to the target.
fn under(target: &str, update: &str) -> Document {
    let overlay = format!(
        r#"{{ "overlay": "1.0.0", "info": {{ "title": "Ours", "version": "1" }},
              "actions": [{{ "target": "{target}", "update": {update} }}] }}"#
    );
    let laid = parsed(FOREIGN).with_overlay("ours.overlay.json", overlay);
    laid.unwrap()
}

fn severities(document: &Document) -> Vec<(&'static str, Severity)> {
    let findings = check(document);
    let each = findings
        .iter()
        .map(|finding| (finding.code, finding.severity));
    each.collect()
}

#[test]
fn a_document_of_somebody_else_is_forgiven() {
    let forgiven = [
        ("bad-path", Severity::Warning),
        ("wrong-type", Severity::Warning),
    ];
    assert_eq!(severities(&parsed(FOREIGN)), forgiven);
    let named = under("$.info", r#"{ "x-bindery-name": "Parcels" }"#);
    assert_eq!(severities(&named), forgiven);
}

#[test]
fn a_schema_elsewhere_is_any_json() {
    let anchored = FOREIGN.replace(r#""pattern": 7"#, r#""$anchor": "Pet", "not": $not"#);
    for reference in ["https://example.com/pet.json", "/pet.json", "#Pet"] {
        let named = format!(r#"{{ "$ref": "{reference}" }}"#);
        let found = severities(&parsed(&anchored.replace("$not", &named)));
        let elsewhere = ("external-reference", Severity::Warning);
        assert_eq!(found[1..], [elsewhere], "{reference}");
        let parameters = format!(r#""list", "parameters": [{named}]"#);
        let found = severities(&parsed(
            &anchored
                .replace("$not", "{}")
                .replace(r#""list""#, &parameters),
        ));
        assert_eq!(
            found[1..],
            [("external-reference", Severity::Warning)],
            "{reference}"
        );
    }
    let part = anchored.replace(
        r#""not": $not"#,
        r#""allOf": [{ "$ref": "https://example.com/pet.json" }]"#,
    );
    let help = check(&parsed(&part)).pop().and_then(|finding| finding.help);
    assert!(help.is_some_and(|it| it.starts_with("it says nothing of values")));
    let nowhere = anchored.replace("$not", r##"{ "$ref": "#/components/schemas/Pat" }"##);
    assert_eq!(
        severities(&parsed(&nowhere))[1..],
        [("dangling-reference", Severity::Warning)]
    );
}

#[test]
fn its_author_is_not() {
    let own = FOREIGN.replace("\"version\"", "\"x-bindery-name\": \"P\", \"version\"");
    let strict = [
        ("bad-path", Severity::Error),
        ("wrong-type", Severity::Error),
    ];
    assert_eq!(severities(&parsed(&own)), strict);
}

#[test]
fn nor_is_who_writes_an_overlay() {
    let slipped = under("$.components.schemas.Number", r#"{ "minLength": "1" }"#);
    let errors: Vec<_> = check(&slipped)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert_eq!(errors.len(), 1);
    assert!(slipped.render(&errors[0]).contains("ours.overlay.json"));
}

#[test]
fn nor_is_anybody_who_asks_for_strictness() {
    let findings = check_strictly(&parsed(FOREIGN));
    assert_eq!(findings.len(), 2);
    assert!(findings.iter().all(|it| it.severity == Severity::Error));
    assert!(findings.iter().all(|it| {
        let help = it.help.as_deref().unwrap_or_default();
        !help.contains("bindings")
    }));
}

/// A document of slips, in words of the vocabulary or not.
fn slipped(word: &str) -> Document {
    let text = r##"{
      "openapi": "3.1.0",
      WORD
      "servers": [{ "url": "ftp://x.example" }],
      "security": [{ "gone": [] }],
      "paths": {
        "/a/{id": { "get": { "operationId": "a", "responses": { "$ref": "#/paths" } } },
        "/b": {
          "get": { "operationId": "a", "parameters": [{ "$ref": "#/components/parameters/Gone" }] },
          "PUT": {}
        },
        "/c": { "get": { "$ref": "#/x-get" } }
      },
      "x-get": { "operationId": "c" },
      "components": { "schemas": {
        "Lost": { "$ref": "#/components/schemas/Gone" },
        "Round": { "$ref": "#/components/schemas/Round" },
        "Endless": { "type": "object", "required": ["on"], "properties": { "on": { "$ref": "#/components/schemas/Endless" } } }
      } }
    }"##;
    parsed(&text.replace("WORD", word))
}

#[test]
fn each_kind_is_a_warning_or_an_error() {
    let codes = [
        "missing-member",
        "bad-server",
        "unknown-scheme",
        "bad-path",
        "reference-not-followed",
        "duplicate-operation-id",
        "dangling-reference",
        "bad-method",
        "reference-cycle",
        "infinite-size",
    ];
    let of = |found: Vec<bindery_spec::Finding>, code: &str| {
        let mut found = found.into_iter().filter(|it| it.code == code);
        found.next().map(|it| it.severity)
    };
    let own = r#""x-bindery-envelope": { "code": "/c", "success": 0 },"#;
    for code in codes {
        let foreign = slipped("");
        assert_eq!(of(check(&foreign), code), Some(Severity::Warning), "{code}");
        let strictly = check_strictly(&foreign);
        assert_eq!(of(strictly, code), Some(Severity::Error), "{code}");
        assert_eq!(
            of(check(&slipped(own)), code),
            Some(Severity::Error),
            "{code}"
        );
    }
}

#[test]
fn a_reference_where_there_is_none_is_put_in_with_the_files() {
    let whole = slipped("").with_files(|path| Err(format!("no {path}")));
    let whole = whole.unwrap();
    let id = whole.root.at("/paths/~1c/get/operationId");
    assert_eq!(id.and_then(bindery_spec::Value::as_str), Some("c"));
    let codes: Vec<_> = check(&whole).into_iter().map(|it| it.code).collect();
    assert!(!codes.contains(&"reference-not-followed"), "{codes:?}");
}
