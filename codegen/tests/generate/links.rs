//! Links: which become methods, and what is told of the others. What methods do is tried in `tests/tests/links.rs`.

use bindery_codegen::{Options, generate};
use bindery_spec::Document;

use crate::support::{Text, client, document};

fn fixture() -> Text {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/links.json");
    client(&std::fs::read_to_string(path).unwrap())
}

/// Bindings of an operation whose reply has these links. It takes a text, a number, and a list of texts.
fn linked(links: &str) -> Text {
    let operation = format!(
        r#""parameters": [
            {{ "name": "note", "in": "query", "schema": {{ "type": "string" }} }},
            {{ "name": "size", "in": "query", "schema": {{ "type": "integer", "format": "int32" }} }},
            {{ "name": "tags", "in": "query", "schema": {{ "type": "array", "items": {{ "type": "string" }} }} }},
            {{ "name": "link_taken", "in": "query", "schema": {{ "type": "string" }} }}
        ],
        "responses": {{ "200": {{
            "description": "Done.",
            "content": {{ "application/json": {{ "schema": {{
                "type": "object",
                "required": ["text", "long", "tags", "pair", "grid"],
                "properties": {{
                    "text": {{ "type": "string" }},
                    "long": {{ "type": "integer" }},
                    "tags": {{ "type": "array", "items": {{ "type": "string" }} }},
                    "any": {{}},
                    "pair": {{ "type": "array", "items": false, "minItems": 2, "prefixItems": [{{ "type": "string" }}, {{ "type": ["string", "null"] }}] }},
                    "grid": {{ "type": "array", "items": {{ "type": "array", "items": {{ "type": ["string", "null"] }} }} }}
                }}
            }} }} }},
            "links": {{ {links} }}
        }} }}"#
    );
    client(&document("", &operation, ""))
}

#[test]
fn links_are_told_by_the_request_whose_reply_has_them() {
    let bindings = fixture();
    bindings.has(
        r#"#[doc = " - `ReadGuest` by `link_read`, whose `id` is `/id` in the body of the reply: The guest as it is."]"#,
    );
    bindings.has(
        r#"#[doc = " - `Rooms`, whose `id` is `/id` in the body of the reply and `name` is `/name` in the body of this request and `floor` is `3` and `trace` is the header `X-Trace` of the reply, on `https://rooms.example`: Where the guest stays."]"#,
    );
    bindings.has(
        r#"#[doc = " - `ReadGuest`, whose `id` is `{$request.body#/name}`, after the status `409`"]"#,
    );
    bindings.has(
        r#"#[doc = " - `ReadGuest` by `link_again`, whose `id` is `id` of this request"] #[doc = " - `Rename`"]"#,
    );
    bindings.lacks("read_gues`");
}

#[test]
fn what_a_link_says_stays_on_its_line() {
    let again = r#""again": { "operationId": "call", "parameters": { "note": "a\n# b" }, "description": "`[x]` ` [y]" }"#;
    linked(again)
        .has(r#"#[doc = " - `Call` by `link_again`, whose `note` is `a # b`: `[x]` \\` \\[y\\]"]"#);
}

#[test]
fn half_a_link_is_no_method() {
    for parameters in [
        // Of another type, or of none that is known.
        r#""size": "$response.body#/long""#,
        r#""size": "$response.body#/text""#,
        r#""note": "$response.body#/any/deep""#,
        r#""note": "$response.body#/tags""#,
        r#""tags": "$response.body#/tags/0""#,
        r#""size": 4294967296"#,
        // From where no binding looks.
        r#""note": "$response.header.Location""#,
        r#""note": "$url""#,
        r#""note": "{$response.body#/text}!""#,
        // Sound but for one value.
        r#""note": "$response.body#/text", "size": "$response.body#/long""#,
        r#""note": "$response.body#/text", "nothing": 1"#,
        // One field cannot hold two.
        r#""note": "$response.body#/text", "query.note": "a""#,
        "",
    ] {
        let link =
            format!(r#""on": {{ "operationId": "call", "parameters": {{ {parameters} }} }}"#);
        let bindings = linked(&link);
        bindings.lacks("fn link_on");
        bindings.has("- `Call`");
    }
    let elsewhere = r#""on": { "operationId": "call", "server": { "url": "https://b.example" }, "parameters": { "note": "a" } }"#;
    linked(elsewhere).lacks("fn link_on");
    let refused = r#""on": { "operationId": "call", "parameters": { "note": "a" } } } }, "404": { "description": "No.", "links": {
        "off": { "operationId": "call", "parameters": { "note": "a" } }"#;
    let bindings = linked(refused);
    bindings.has("fn link_on");
    bindings.lacks("fn link_off");
}

#[test]
fn values_are_written_as_their_types_want_them() {
    for (parameters, written) in [
        (
            r#""note": "$response.body#/text""#,
            "request.note = ::core::option::Option::Some(reply.text.clone());",
        ),
        (
            r#""note": "$response.body#/long""#,
            "request.note = ::core::option::Option::Some(::std::string::ToString::to_string(&reply.long));",
        ),
        (
            r#""note": "$response.body#/tags/0""#,
            "request.note = ::core::option::Option::Some(reply.tags.first().cloned()?);",
        ),
        (
            r#""note": "$response.body#/pair/0""#,
            "request.note = ::core::option::Option::Some(reply.pair.0.clone());",
        ),
        (
            r#""note": "$response.body#/pair/1""#,
            "request.note = ::core::option::Option::Some(reply.pair.1.clone()?);",
        ),
        (
            r#""note": "$response.body#/grid/2/1""#,
            "request.note = ::core::option::Option::Some(reply.grid.get(2)?.get(1).cloned()??);",
        ),
        (
            r#""note": "$request.query.link_taken""#,
            "request.note = ::core::option::Option::Some(self.link_taken.clone()?);",
        ),
        (
            r#""size": "$request.query.size""#,
            "request.size = ::core::option::Option::Some(self.size?);",
        ),
        (
            r#""size": -3"#,
            "request.size = ::core::option::Option::Some(-3i32);",
        ),
    ] {
        let link =
            format!(r#""on": {{ "operationId": "call", "parameters": {{ {parameters} }} }}"#);
        linked(&link).has(written);
    }
}

#[test]
fn methods_of_links_give_way_to_fields_and_to_each_other() {
    let again = r#"{ "operationId": "call", "parameters": { "note": "a" } }"#;
    let links = format!(
        r#""taken": {again}, "Go on": {again}, "go-on": {again}, "": {again}, "type": {again}"#
    );
    let bindings = linked(&links);
    for name in [
        "link_taken_2",
        "link_go_on",
        "link_go_on_2",
        "link",
        "link_type",
    ] {
        bindings.has(&format!("pub fn {name}(&self"));
    }
}

#[test]
fn who_only_serves_follows_no_links() {
    let again = r#""responses": { "204": { "description": "Done.", "links": { "on": { "operationId": "call", "requestBody": 1 } } } }"#;
    let parsed = Document::parse("test.json", document("", again, "")).unwrap();
    let options = Options {
        client: false,
        server: true,
        ..Options::default()
    };
    assert!(
        !generate(&parsed, &options)
            .unwrap()
            .source
            .contains("link_on")
    );
}

#[test]
fn secrets_of_links_are_not_documented() {
    let operation = |token: &str, links: &str| {
        let operation = format!(
            r#""parameters": [{{ "name": "token", "in": "query", {token} }}, {{ "name": "X-Note", "in": "header", "schema": {{ "type": "string" }} }}],
            "responses": {{ "204": {{ "description": "Done.", "links": {{ {links} }} }} }}"#
        );
        client(&document("", &operation, ""))
    };
    let on =
        r#""on": { "operationId": "call", "parameters": { "token": "hunter2", "x-note": "a" } }"#;
    for token in [
        r#""schema": { "type": "string", "x-bindery-secret": true }"#,
        r#""schema": { "type": "string" }, "x-bindery-secret": true"#,
        r#""schema": { "oneOf": [{ "type": "string", "x-bindery-secret": true }, { "type": "null" }] }"#,
    ] {
        let bindings = operation(token, on);
        bindings.has("whose `token` is as the document has it and `x_note` is `a`");
        bindings.lacks("hunter2");
    }
    operation(r#""schema": { "type": "string" }"#, on).has("whose `token` is `hunter2`");
}
