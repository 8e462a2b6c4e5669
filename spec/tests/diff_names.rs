//! The names that the diff of two documents tells: those that the generator gives, collisions and all.

use bindery_spec::{Document, diff};
use serde_json::{Value, json};

/// What is said of the step from one document to the next.
fn told(old: &Value, new: &Value) -> Vec<String> {
    let document = |spec: &Value| Document::parse("api.json", spec.to_string()).unwrap();
    let changes = diff(&document(old), &document(new)).unwrap().changes;
    let lines = changes.iter();
    let lines = lines.map(|it| format!("{} {}: {}", it.kind.code, it.subject, it.detail));
    lines.collect()
}

fn document(operation: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Names", "version": "1" },
        "paths": { "/it": { "post": operation } }
    })
}

fn content(schema: &Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

/// A document whose operation sends or receives an object of these members.
fn object(sent: bool, properties: &Value) -> Value {
    let schema = json!({ "type": "object", "properties": properties });
    let (body, reply) = if sent {
        (&schema, &json!({}))
    } else {
        (&json!({}), &schema)
    };
    document(&json!({
        "operationId": "send",
        "requestBody": { "required": true, "content": content(body) },
        "responses": { "200": { "description": "It.", "content": content(reply) } }
    }))
}

#[test]
fn types_of_failures_and_of_successes_are_named_after_their_status() {
    let failing = |status: &str, colours: &[&str]| {
        let held = json!({ "type": "object", "properties": { "colour": { "enum": colours } } });
        document(&json!({
            "operationId": "get_status",
            "responses": {
                "200": { "description": "It.", "content": content(&json!({ "type": "string" })) },
                status: { "description": "Another.", "content": content(&held) }
            }
        }))
    };
    for (status, owner) in [
        ("default", "GetStatusUnexpected"),
        ("404", "GetStatusNotFound"),
        ("4XX", "GetStatusClientError"),
        ("201", "GetStatusCreated"),
    ] {
        let lines = told(&failing(status, &["r"]), &failing(status, &["r", "g"]));
        let line = format!("{owner}Colour/g: G");
        assert!(lines.iter().any(|it| it.ends_with(&line)), "{lines:?}");
    }
}

#[test]
fn a_member_that_takes_the_name_of_another_renames_it() {
    for sent in [true, false] {
        let old = json!({ "x": { "type": "string" } });
        let new = json!({ "X": { "type": "string" }, "x": { "type": "string" } });
        let lines = told(&object(sent, &old), &object(sent, &new));
        let renamed = lines.iter().any(|it| it.ends_with("/x: x → x_2"));
        assert!(renamed, "{lines:?}");
        // Behind it, it takes a number itself.
        let old = json!({ "X": { "type": "string" } });
        let lines = told(&object(sent, &old), &object(sent, &new));
        assert_eq!(lines.len(), 1, "{lines:?}");
    }
}

#[test]
fn a_parameter_takes_the_name_of_a_member_and_of_the_body() {
    let operation = |parameters: Value, schema: Value| {
        document(&json!({
            "operationId": "send",
            "parameters": parameters,
            "requestBody": { "required": true, "content": content(&schema) },
            "responses": { "204": { "description": "Done." } }
        }))
    };
    let query =
        |name: &str| json!([{ "name": name, "in": "query", "schema": { "type": "string" } }]);
    let members = json!({ "type": "object", "properties": { "id": { "type": "string" } } });
    for (name, schema, renamed) in [
        ("id", members, "member-renamed send/id: id → id_2"),
        (
            "body",
            json!({ "type": "array" }),
            "member-renamed send/body_2: body → body_2",
        ),
    ] {
        let lines = told(
            &operation(json!([]), schema.clone()),
            &operation(query(name), schema),
        );
        assert!(lines.iter().any(|it| it == renamed), "{lines:?}");
    }
    // A header of one value is written for the caller, and no field.
    let fixed =
        json!([{ "name": "id", "in": "header", "required": true, "schema": { "const": "a" } }]);
    let schema = json!({ "type": "object", "properties": { "id": { "type": "string" } } });
    let lines = told(
        &operation(json!([]), schema.clone()),
        &operation(fixed, schema),
    );
    assert_eq!(lines, ["constant-added send/id: a"]);
}

#[test]
fn a_member_that_takes_the_name_of_a_reader_renames_that() {
    let old = json!({ "x": { "type": "integer", "default": 1 } });
    let new =
        json!({ "x": { "type": "integer", "default": 1 }, "x_or_default": { "type": "integer" } });
    let lines = told(&object(false, &old), &object(false, &new));
    let renamed = "default-renamed SendReply/x: x_or_default → x_or_default_2";
    assert!(lines.iter().any(|it| it == renamed), "{lines:?}");
    // What is only sent has no reader.
    assert_eq!(told(&object(true, &old), &object(true, &new)).len(), 1);
}

#[test]
fn values_and_branches_that_collide_are_numbered() {
    let values = |values: &[&str]| object(true, &json!({ "x": { "enum": values } }));
    assert_eq!(
        told(
            &values(&["a-b", "unknown"]),
            &values(&["a b", "a-b", "unknown"])
        ),
        [
            "enum-value-renamed SendX/a-b: AB → ADashB",
            "enum-value-added SendX/a b: ASpaceB"
        ]
    );
    let lines = told(&values(&["a"]), &values(&["a", "unknown"]));
    assert_eq!(lines, ["enum-value-added SendX/unknown: Unknown2"]);
}

#[test]
fn a_code_takes_the_name_of_a_status() {
    let operation = |errors: Value| {
        let held = content(&json!({ "type": "string" }));
        let coded = json!({ "type": "object", "properties": { "code": { "type": "integer" } } });
        let mut spec = document(&json!({
            "operationId": "send",
            "responses": {
                "200": { "description": "It.", "content": content(&coded) },
                "404": { "description": "There is none.", "content": held }
            },
            "x-bindery-errors": errors
        }));
        spec["x-bindery-envelope"] =
            json!({ "success": { "at": "/code", "equals": 0 }, "code": "/code" });
        spec
    };
    let row = json!([{ "name": "NotFound", "code": 1, "description": "there is none" }]);
    assert_eq!(
        told(&operation(json!([])), &operation(row)),
        [
            "status-error-renamed send/404: NotFound → NotFound2",
            "error-added send/NotFound: 1"
        ]
    );
}

#[test]
fn the_order_of_values_renames_none() {
    let listed = |values: &[&str]| object(true, &json!({ "x": { "enum": values } }));
    for values in [
        ["asc", "-asc", "+asc"],
        ["mW", "MW", "mw"],
        ["+1", "-1", "1"],
    ] {
        let mut turned = values;
        turned.reverse();
        let lines = told(&listed(&values), &listed(&turned));
        assert_eq!(lines, [""; 0]);
    }
    let lines = told(&listed(&["asc", "-asc"]), &listed(&["-asc"]));
    assert!(
        lines.iter().any(|it| it.ends_with("MinusAsc → Asc")),
        "{lines:?}"
    );
}

#[test]
fn names_beside_an_enum_are_those_that_diff_tells() {
    let named = |names: &[&str]| {
        object(
            true,
            &json!({ "x": { "enum": ["a", "b"], "x-enum-varnames": names } }),
        )
    };
    let lines = told(&named(&["FIRST", "Second"]), &named(&["FIRST", "THIRD"]));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].ends_with("Second → THIRD"), "{lines:?}");
}
