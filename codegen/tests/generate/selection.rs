//! Choosing operations: only what they reach, the same whatever their order, and a name that is not there said so.

use bindery_codegen::{GenerateError, Options, generate};
use bindery_spec::Document;

const API: &str = r##"{
    "openapi": "3.1.0",
    "info": { "title": "Test", "version": "1" },
    "paths": {
        "/one": { "get": { "operationId": "get_one", "responses": { "200": { "description": "One.",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/One" } } } } } } },
        "/two": { "get": { "operationId": "get_two", "responses": { "200": { "description": "Two.",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Two" } } } } },
            "x-bindery-envelope": { "success": { "at": "/ok", "equals": true }, "code": "/code" },
            "x-bindery-errors": [{ "family": "Rare" }] } }
    },
    "components": {
        "schemas": {
            "One": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
            "Two": { "type": "object", "properties": { "ok": { "type": "boolean" }, "code": { "type": "integer" },
                "one": { "$ref": "#/components/schemas/One" }, "deep": { "$ref": "#/components/schemas/Deep" } } },
            "Deep": { "type": "object", "properties": { "deep": { "$ref": "#/components/schemas/Deep" } } }
        },
        "x-bindery-errors": { "Rare": { "errors": { "Odd": { "code": 9, "description": "odd" } } } }
    }
}"##;

fn chosen(names: &[&str]) -> Result<String, GenerateError> {
    let document = Document::parse("test.json", API.to_owned()).expect("a document");
    let options = Options {
        operations: Some(names.iter().map(|name| (*name).to_owned()).collect()),
        ..Options::default()
    };
    generate(&document, &options).map(|generated| generated.source)
}

#[test]
fn only_what_is_reached() {
    let one = chosen(&["get_one"]).expect("get_one");
    assert!(one.contains("struct GetOne ") && one.contains("struct One "));
    for absent in ["GetTwo", "Two", "Deep", "RareError", "get_two"] {
        assert!(!one.contains(absent), "{absent}");
    }
    let two = chosen(&["get_two"]).expect("get_two");
    for present in [
        "struct GetTwo ",
        "struct One ",
        "struct Deep ",
        "enum RareError ",
    ] {
        assert!(two.contains(present), "{present}");
    }
    assert!(!two.contains("GetOne"));
}

#[test]
fn order_changes_nothing() {
    let forth = chosen(&["get_one", "get_two"]).expect("both");
    let back = chosen(&["get_two", "get_one"]).expect("both");
    assert_eq!(forth, back);
}

#[test]
fn a_name_that_is_not_there() {
    let Err(GenerateError::UnknownOperations(unknown)) = chosen(&["get_one", "get_tow"]) else {
        panic!("expected an unknown operation");
    };
    let [unknown] = unknown.as_slice() else {
        panic!("{unknown:?}");
    };
    assert_eq!(unknown.index, 1);
    assert_eq!(
        unknown.to_string(),
        "the document has no operation `get_tow`: did you mean `get_two`?"
    );
}

#[test]
fn an_operation_without_a_name_is_chosen_by_its_method_and_path() {
    let text = API.replace(r#""operationId": "get_one", "#, "");
    let document = Document::parse("api.json", text).unwrap();
    let names: Vec<_> = bindery_codegen::operations(&document).collect();
    assert_eq!(names, ["get_one", "get_two"]);
    let options = Options {
        operations: Some(vec!["get_one".to_owned()]),
        ..Options::default()
    };
    let generated = generate(&document, &options).unwrap();
    assert_eq!(
        generated.operations,
        [("get_one".to_owned(), "GetOne".to_owned())]
    );
}
