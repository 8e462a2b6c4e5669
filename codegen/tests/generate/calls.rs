//! Parameters, paths, bodies and replies: what travels, and how.

use bindery_codegen::{GenerateError, Options, generate};
use bindery_spec::Document;

use crate::support::{client, document, warnings};

#[test]
fn a_parameter_of_a_form_that_is_not_written_is_a_text_or_with_strict_an_error() {
    let operation = r#""parameters": [
        { "name": "filter", "in": "query", "schema": { "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } } },
        { "name": "ids", "in": "query", "style": "spaceDelimited", "schema": { "type": "array", "items": { "type": "integer" } } }
    ], "responses": {}"#;
    let text = document("", operation, "");
    assert_eq!(warnings(&text), ["unsupported-parameter"]);
    let document = Document::parse("test.json", text.clone()).unwrap();
    let strict = Options {
        strict: true,
        ..Options::default()
    };
    assert!(
        matches!(generate(&document, &strict), Err(GenerateError::Document(found))
        if found[0].code == "unsupported-parameter")
    );
    let bindings = client(&text);
    bindings.has("pub filter: ::core::option::Option<__rt::String>,");
    bindings.has("pub ids: ::core::option::Option<__rt::Vec<i64>>,");
    bindings.has(
        r#"parts.styled_optional(__rt::server::Place::Query, "ids", __rt::Style::Delimited(' '), &self.ids);"#,
    );
    bindings.lacks("struct CallFilterItem");
}

#[test]
fn a_fragment_is_no_part_of_the_path_that_is_sent() {
    let text = document("", r#""responses": {}"#, "").replace("/call", "/a/#Target=Call");
    assert_eq!(warnings(&text), ["path-fragment"]);
    client(&text).has(r#"path: "/a/","#);
}

#[test]
fn successes_with_different_bodies_are_variants() {
    let reply = |schema: &str| {
        format!(
            r#"{{ "description": "Done.", "content": {{ "application/json": {{ "schema": {schema} }} }} }}"#
        )
    };
    let (text, number) = (
        reply(r#"{ "type": "string" }"#),
        reply(r#"{ "type": "integer" }"#),
    );
    let both = |one: &str, other: &str| {
        document(
            "",
            &format!(r#""responses": {{ "200": {one}, "201": {other} }}"#),
            "",
        )
    };
    assert_eq!(warnings(&both(&text, &number)), [""; 0]);
    let bindings = client(&both(&text, &number));
    bindings.has("type Reply = CallReply;");
    bindings.has("Ok(__rt::String),");
    bindings.has("Created(i64),");
    client(&both(&text, &text)).has("type Reply = __rt::String;");
}

#[test]
fn replies_that_are_bytes_whatever_the_status_can_be_opened() {
    let replies = |replies: &str| {
        client(&document(
            "",
            &format!(r#""responses": {{ {replies} }}"#),
            "",
        ))
    };
    let bytes = r#""200": { "description": "A film.", "content": { "video/mp4": {} } }"#;
    let text = r#""201": { "description": "A title.", "content": { "application/json": { "schema": { "type": "string" } } } }"#;
    let opened = "impl __rt::RawReply for Call {}";
    replies(bytes).has(opened);
    replies(text).lacks(opened);
    replies(&format!("{bytes}, {text}")).lacks(opened);
}

#[test]
fn a_media_type_that_no_header_can_hold_is_not_asked_for() {
    let reply = |media_type: &str| {
        let content = format!(
            r#""content": {{ "{media_type}": {{}}, "text/\u00fc": {{}}, "text/csv": {{}} }}"#
        );
        let replies =
            format!(r#""responses": {{ "200": {{ "description": "A film.", {content} }} }}"#);
        client(&document("", &replies, ""))
    };
    let sound = reply("video/mp4");
    sound.has(r#"parts.accept("video/mp4");"#);
    sound.has(r#"pub const TEXT_CSV: __rt::OtherMedia<Self> = __rt::OtherMedia::new("text/csv");"#);
    sound.lacks("\u{fc}");
    reply(r"video/mp4\r\nX-Trace: 1").has(r#"parts.accept("*/*");"#);
}

#[test]
fn a_body_left_to_the_caller_is_told_of_where_its_schema_says_more_than_that() {
    let told = |media_type: &str, media: &str| {
        let body = format!(
            r#""requestBody": {{ "content": {{ "{media_type}": {media} }} }}, "responses": {{}}"#
        );
        let text = document("", &body, "");
        client(&text).has("__rt::Upload");
        warnings(&text)
    };
    let object = r#"{ "schema": { "type": "object", "properties": { "a": {} } } }"#;
    let text = r#"{ "schema": { "type": "string", "format": "binary" } }"#;
    for (media_type, media) in [
        ("text/plain", text),
        ("image/png", "{}"),
        ("application/xml", text),
    ] {
        assert_eq!(told(media_type, media), [""; 0], "{media_type}");
    }
    for (media_type, media) in [
        ("application/xml", object),
        ("text/plain", r#"{ "schema": { "type": "integer" } }"#),
        ("multipart/form-data", text),
        ("multipart/mixed", "{}"),
    ] {
        assert_eq!(
            told(media_type, media),
            ["unsupported-media-type"],
            "{media_type}"
        );
    }
}

#[test]
fn servers_of_an_operation_count_where_they_are_others_than_those_of_the_document() {
    let text = |own: &str| {
        let operation = format!(r#""servers": [{own}], "responses": {{}}"#);
        let servers =
            r#""servers": [{ "url": "https://a.example/v1" }, { "url": "https://b.example/v1/" }]"#;
        document(servers, &operation, "")
    };
    let (a, b) = (
        r#"{ "url": "https://a.example/v1" }"#,
        r#"{ "url": "https://b.example/v1" }"#,
    );
    client(&text(&format!("{b}, {a}"))).lacks("OperationServer");
    client(&text("")).lacks("OperationServer");
    client(&text(r#"{ "url": "http://a.example/v1" }"#)).lacks("OperationServer");
    let bindings = client(&text(b));
    bindings.has(r#"parts.servers(&["https://b.example/v1"]);"#);
    bindings
        .has(r#"const OPERATION_SERVERS: &'static [&'static str] = &["https://b.example/v1"];"#);
    bindings.lacks("SERVER_PATHS");
    client(&text(r#"{ "url": "/v2" }"#)).lacks("SERVER_PATHS");
}
