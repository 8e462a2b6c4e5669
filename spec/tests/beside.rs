//! Words beside a `$ref`: which count in which version, and that nothing but schemas is touched.

use bindery_spec::schema::{Properties, Shape, read};
use bindery_spec::{Document, FileText, Value, check, lint};

fn document(version: &str, schema: &str) -> Document {
    let text = format!(
        r#"{{
  "openapi": "{version}",
  "info": {{ "title": "Pets", "version": "1" }},
  "paths": {{}},
  "components": {{ "schemas": {{
    "Pet": {{ "type": "object", "properties": {{ "name": {{ "type": "string" }} }} }},
    "X": {schema}
  }} }}
}}"#
    );
    Document::parse("api.json", text).expect("a document")
}

fn x(document: &Document) -> &Value {
    document.component("schemas", "X").expect("X")
}

fn names(document: &Document) -> Vec<&str> {
    let properties = Properties::of(document, x(document));
    properties.members.iter().map(|it| &*it.key).collect()
}

#[test]
fn null_beside_a_reference_is_a_value_in_both_versions() {
    for version in ["3", "3.0.3", "3.1.0"] {
        let nullable = document(
            version,
            r##"{ "$ref": "#/components/schemas/Pet", "nullable": true }"##,
        );
        assert!(read(&nullable, x(&nullable)).null, "{version}");
        let not = document(
            version,
            r##"{ "$ref": "#/components/schemas/Pet", "nullable": false }"##,
        );
        assert!(!read(&not, x(&not)).null, "{version}");
    }
}

#[test]
fn members_beside_a_reference_are_added_from_3_1_on() {
    let schema = r##"{ "$ref": "#/components/schemas/Pet", "properties": { "age": {} }, "required": ["name"] }"##;
    let new = document("3.1.0", schema);
    assert!(matches!(read(&new, x(&new)).shape, Shape::Object));
    assert_eq!(names(&new), ["age", "name"]);
    assert!(Properties::of(&new, x(&new)).requires("name"));
    let old = document("3.0.3", schema);
    assert_eq!(names(&old), ["name"]);
}

#[test]
fn parts_that_are_there_already_keep_their_places() {
    let schema =
        r##"{ "$ref": "#/components/schemas/Pet", "allOf": [{ "properties": { "age": {} } }] }"##;
    let document = document("3.1.0", schema);
    assert_eq!(names(&document), ["age", "name"]);
    assert!(x(&document).at("/allOf/0/properties/age").is_some());
}

#[test]
fn names_that_elsewhere_stand_for_data_hide_no_reference() {
    let schema = r##"{ "schema": { "$ref": "#/components/schemas/Pet", "required": ["name"] } }"##;
    let root = format!(
        r#"{{ "openapi": "3.1.0", "info": {{ "title": "Pets", "version": "1" }},
          "paths": {{ "/": {{ "get": {{ "responses": {{ "default": {{ "content": {{ "x-a/b": {schema} }} }} }} }} }} }},
          "components": {{ "parameters": {{ "x-page": {schema} }}, "headers": {{ "example": {schema} }} }}
        }}"#
    );
    let document = Document::parse("api.json", root).expect("a document");
    for at in [
        "/paths/~1/get/responses/default/content/x-a~1b",
        "/components/parameters/x-page",
        "/components/headers/example",
    ] {
        let reference = document.root.at(&format!("{at}/schema/allOf/0/$ref"));
        assert!(reference.is_some(), "{at}");
    }
}

#[test]
fn what_3_0_passes_over_is_told() {
    let schema = r##"{ "$ref": "#/components/schemas/Pet", "maxProperties": 3, "required": ["name"], "description": "A pet." }"##;
    let told = |version| {
        let document = document(version, schema);
        let findings = lint(&document);
        let texts = findings.iter().map(|it| it.message.to_string());
        texts.filter(|it| it.contains("beside")).collect::<Vec<_>>()
    };
    assert_eq!(
        told("3.0.3"),
        ["`required` is passed over beside `$ref`, as OpenAPI 3.0 has it"]
    );
    assert!(told("3.1.0").is_empty());
}

#[test]
fn names_and_data_are_no_references() {
    let schema = r##"{
      "properties": {
        "$ref": { "type": "string" }, "required": { "type": "boolean" },
        "default": { "$ref": "#/components/schemas/Pet", "nullable": true }
      },
      "default": { "$ref": "#/components/schemas/Pet", "required": ["name"] },
      "x-mine": { "$ref": "#/components/schemas/Pet", "enum": [1] },
      "enum": [{ "$ref": "#/a", "enum": [] }]
    }"##;
    let document = document("3.1.0", schema);
    assert_eq!(names(&document), ["$ref", "required", "default"]);
    let at = |pointer| x(&document).at(pointer);
    assert!(at("/properties/default/allOf/0/$ref").is_some());
    for data in ["/default/$ref", "/x-mine/$ref", "/enum/0/$ref"] {
        assert!(at(data).is_some(), "{data}");
    }
}

#[test]
fn an_overlay_meets_the_document_as_it_was_written() {
    let overlay = |actions: &str| {
        let document = document(
            "3.1.0",
            r##"{ "$ref": "#/components/schemas/Pet", "required": ["name"], "allOf": [{}] }"##,
        );
        let text = format!(
            r#"{{ "overlay": "1.0.0", "info": {{ "title": "T", "version": "1" }}, "actions": [{actions}] }}"#
        );
        document
            .with_overlay("over.json", text)
            .expect("a document")
    };
    let removed = overlay(r#"{ "target": "$.components.schemas.X['$ref']", "remove": true }"#);
    assert!(names(&removed).is_empty());
    assert_eq!(
        x(&removed)
            .get("allOf")
            .and_then(Value::as_array)
            .map(<[_]>::len),
        Some(1)
    );
    let added = overlay(
        r#"{ "target": "$.components.schemas.X", "update": { "properties": { "age": {} } } }"#,
    );
    assert_eq!(names(&added), ["age", "name"]);
}

#[test]
fn other_files_are_read_in_the_documents_version() {
    let root = document("3.1.0", r#"{ "$ref": "parts.json#/definitions/Cat" }"#);
    let root = root.with_files(|_| {
        Ok(FileText::Json(
            r##"{ "definitions": {
              "Cat": { "$ref": "#/definitions/Animal", "properties": { "lives": {} } },
              "Animal": { "properties": { "name": {} } }
            } }"##
                .to_owned(),
        ))
    });
    assert_eq!(names(&root.expect("a document")), ["lives", "name"]);
}

#[test]
fn a_circle_of_references_stays_one_beside_null() {
    let codes = |x: &str, y: &str| {
        let text = format!(
            r#"{{
  "openapi": "3.0.3",
  "info": {{ "title": "T", "version": "1" }},
  "paths": {{}},
  "components": {{ "schemas": {{ "X": {x}, "Y": {y} }} }}
}}"#
        );
        let document = Document::parse("api.json", text).expect("a document");
        let errors = check(&document).into_iter();
        errors.map(|it| it.code).collect::<Vec<_>>()
    };
    let to =
        |name: &str| format!(r##"{{ "$ref": "#/components/schemas/{name}", "nullable": true }}"##);
    assert_eq!(codes(&to("X"), "{}"), ["infinite-size"]);
    assert_eq!(codes(&to("Y"), &to("X")), ["infinite-size"]);
    let holds =
        r##"{ "properties": { "x": { "$ref": "#/components/schemas/X" } }, "required": ["x"] }"##;
    assert!(codes(&to("Y"), holds).is_empty(), "null ends it");
}
