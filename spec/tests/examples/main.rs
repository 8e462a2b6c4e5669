//! Values held against their schemas: what is refused is refused for certain, and anything else is passed in silence.

mod refused;
mod taken;

use bindery_spec::{Document, Finding, lint_with};

/// What is said of the values in these schemas, without the remarks on what is described where.
fn said(version: &str, components: &str, paths: &str) -> Vec<Finding> {
    let text = format!(
        r#"{{ "openapi": "{version}", "info": {{ "title": "T", "version": "1" }},
            "components": {{ {components} }}, "paths": {{ {paths} }} }}"#
    );
    let document = Document::parse("api.json", text).expect("a document");
    let digits = |pattern: &str, text: &str| {
        (pattern == "^[0-9]+$")
            .then(|| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit()))
    };
    let findings = lint_with(&document, &digits).into_iter();
    let codes = [
        "refused-example",
        "refused-default",
        "refused-value",
        "doubtful-schema",
    ];
    findings.filter(|it| codes.contains(&it.code)).collect()
}

fn messages(version: &str, components: &str, paths: &str) -> Vec<String> {
    let found = said(version, components, paths).into_iter();
    found.map(|finding| finding.message.into()).collect()
}

/// What is said of an example of a schema, beside which `Cat`, `Dog`, `Pet` and `Node` stand.
fn of(schema: &str, example: &str) -> Vec<String> {
    let all = format!(
        r##""schemas": {{
            "Cat": {{ "type": "object", "required": ["kind", "lives"],
                "properties": {{ "kind": {{ "const": "cat" }}, "lives": {{ "type": "integer" }} }} }},
            "Dog": {{ "type": "object", "required": ["kind", "tricks"],
                "properties": {{ "kind": {{ "const": "dog" }}, "tricks": {{ "type": "array", "items": {{ "type": "string" }} }} }} }},
            "Pet": {{ "type": "object", "discriminator": {{ "propertyName": "is" }},
                "properties": {{ "is": {{ "type": "string" }} }} }},
            "Bird": {{ "allOf": [{{ "$ref": "#/components/schemas/Pet" }},
                {{ "type": "object", "properties": {{ "wings": {{ "type": "integer" }} }} }}] }},
            "Node": {{ "type": "object", "properties": {{
                "next": {{ "$ref": "#/components/schemas/Node" }}, "value": {{ "type": "integer" }} }} }},
            "Tried": {{ {schema}, "example": {example} }} }}"##
    );
    messages("3.1.0", &all, "")
}

#[test]
fn what_a_schema_refuses_is_told() {
    for (schema, example, wanted) in refused::REFUSED {
        assert_eq!(
            of(schema, example),
            [format!("the example {wanted}")],
            "{schema} {example}"
        );
    }
}

#[test]
fn what_a_schema_may_take_is_passed_in_silence() {
    for (schema, example) in taken::TAKEN {
        assert_eq!(of(schema, example), [""; 0], "{schema} {example}");
    }
}

#[test]
fn defaults_and_listed_values_too() {
    let schemas = r#""schemas": {
        "Size": { "type": "integer", "default": "abc" },
        "Word": { "type": "string", "enum": ["a", 1, null] },
        "One": { "type": "string", "const": 1 },
        "All": { "type": "integer", "enum": ["1", "2"] },
        "Listed": { "type": "string", "enum": ["a", "b"], "default": "c" },
        "Fine": { "type": "integer", "enum": [1, 2], "default": 2, "const": 2 } }"#;
    assert_eq!(
        messages("3.1.0", schemas, ""),
        [
            "the default is a string, where the schema says `integer`",
            "a value of `enum` is a number, where the schema says `string`",
            "a value of `enum` is null, where the schema says `string`",
            "the value of `const` is a number, where the schema says `string`",
            "each of the 2 values of `enum` is a string, where the schema says `integer`: the schema is probably wrong",
            "the default is \"c\", which `enum` does not list",
        ]
    );
}

#[test]
fn both_places_are_shown() {
    let schemas = r#""schemas": { "Size": { "type": "integer", "default": "12" } }"#;
    let found = said("3.1.0", schemas, "");
    let [finding] = found.as_slice() else {
        panic!("{found:?}");
    };
    let (rule, label) = &finding.notes[0];
    assert_eq!(finding.code, "refused-default");
    assert_eq!(finding.span.end - finding.span.start, 4);
    assert_eq!(
        (rule.end - rule.start, &**label),
        (9, "the schema says so here")
    );
    assert_eq!(finding.help.as_deref(), Some("write it without quotes: 12"));
}

/// An operation with this body of a request and this one of a reply.
fn bodies(request: &str, reply: &str) -> String {
    format!(
        r#""/a": {{ "post": {{ "operationId": "a",
            "requestBody": {{ "content": {{ {request} }} }},
            "responses": {{ "200": {{ "description": "Done.", "content": {{ {reply} }} }} }} }} }}"#
    )
}

#[test]
fn a_member_may_be_missing_where_it_does_not_travel() {
    let schemas = r#""schemas": { "User": { "type": "object", "required": ["id", "password"], "properties": {
        "id": { "type": "string", "readOnly": true }, "password": { "type": "string", "writeOnly": true } } } }"#;
    let body = r##""application/json": { "schema": { "$ref": "#/components/schemas/User" }, "example": {} }"##;
    assert_eq!(
        messages("3.0.3", schemas, &bodies(body, "")),
        ["the example is an object without `password`, which the schema requires"]
    );
    assert_eq!(
        messages("3.0.3", schemas, &bodies("", body)),
        ["the example is an object without `id`, which the schema requires"]
    );
}

#[test]
fn examples_are_held_wherever_they_stand() {
    let components = r##""examples": { "Bad": { "value": "x" }, "Good": { "value": 1 } },
        "parameters": { "P": { "name": "p", "in": "query", "schema": { "type": "integer" },
            "examples": { "bad": { "$ref": "#/components/examples/Bad" }, "good": { "$ref": "#/components/examples/Good" } } } },
        "headers": { "H": { "schema": { "type": "boolean" }, "example": "maybe" } }"##;
    let media = r##""application/json; charset=utf-8": { "schema": { "type": "array" },
        "examples": { "bad": { "$ref": "#/components/examples/Bad" }, "far": { "externalValue": "x.json" } } }"##;
    assert_eq!(
        messages("3.0.3", components, &bodies(media, media)),
        [
            "the example is a string, where the schema says `array`",
            "the example is a string, where the schema says `array`",
            "the example is a string, where the schema says `integer`",
            "the example is a string, where the schema says `boolean`",
        ]
    );
}

#[test]
fn what_is_written_as_text_may_stand_as_its_text() {
    let parameters = r#""parameters": {
        "List": { "name": "l", "in": "query", "schema": { "type": "array" }, "example": "a,b" },
        "Number": { "name": "n", "in": "query", "schema": { "type": "integer", "enum": [1] }, "example": "1" } }"#;
    let form = r#""application/x-www-form-urlencoded": { "schema": { "type": "object" }, "example": "a=b" },
        "application/xml": { "schema": { "type": "object" }, "example": "<a/>" },
        "*/*": { "schema": { "type": "object" }, "example": "a" }"#;
    assert_eq!(messages("3.0.3", parameters, &bodies(form, form)), [""; 0]);
}

#[test]
fn a_schema_that_every_example_refuses_alike_is_said_once() {
    let schemas = r#""schemas": { "Sent": { "type": "object", "required": ["list"],
        "properties": { "list": { "type": "string" } } } }"#;
    let media = |values: &str| {
        format!(
            r##""application/json": {{ "schema": {{ "$ref": "#/components/schemas/Sent" }}, "examples": {{ {values} }} }}"##
        )
    };
    let three = r#""a": { "value": { "list": [] } }, "b": { "value": { "list": [1] } }, "c": { "value": { "list": [2] } }"#;
    let found = said("3.0.3", schemas, &bodies(&media(three), ""));
    let [finding] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(finding.code, "doubtful-schema");
    assert_eq!(
        &*finding.message,
        "all 3 examples give an array at `/list`, where the schema says `string`: the schema is probably wrong"
    );
    assert_eq!(finding.notes.len(), 3);
    // One that fits, or is wrong in another way, leaves it open.
    let mixed = three.replace("[2]", "\"text\"");
    assert_eq!(said("3.0.3", schemas, &bodies(&media(&mixed), "")).len(), 2);
    let other = three.replace("[2]", "2");
    assert_eq!(said("3.0.3", schemas, &bodies(&media(&other), "")).len(), 3);
}

#[test]
fn examples_of_any_size_end() {
    let mut deep = "1".to_owned();
    for _ in 0..200 {
        deep = format!(r#"{{ "next": {deep} }}"#);
    }
    let choice = r##""schemas": { "Node": { "oneOf": [
        { "properties": { "next": { "$ref": "#/components/schemas/Node" } }, "required": ["a"] },
        { "properties": { "next": { "$ref": "#/components/schemas/Node" } }, "required": ["b"] },
        { "properties": { "next": { "$ref": "#/components/schemas/Node" } }, "required": ["c"] }], "example": DEEP } }"##;
    let started = std::time::Instant::now();
    said("3.1.0", &choice.replace("DEEP", &deep), "");
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn the_default_of_a_server_is_one_of_its_values() {
    let text = r#"{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {},
        "servers": [{ "url": "https://{region}.example", "variables": {
            "region": { "enum": ["eu", "us"], "default": "asia" } } }] }"#;
    let document = Document::parse("api.json", text.to_owned()).expect("a document");
    let findings = bindery_spec::lint(&document);
    let message = "the default is \"asia\", which `enum` does not list";
    assert!(
        findings.iter().any(|it| &*it.message == message),
        "{findings:?}"
    );
}
