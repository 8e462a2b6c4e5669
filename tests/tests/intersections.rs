//! `allOf`: a value keeps what every part says, whichever comes first, to any depth.

use bindery::json;

mod api {
    bindery::bindings! { spec = "../fixtures/intersections.json" }
}

fn parse(text: &str) -> bindery_spec::Document {
    bindery_spec::Document::parse("api.json", text.to_owned()).unwrap()
}

/// A document with one body, and the warnings that bindings of it give.
fn generated(schema: &str) -> (String, Vec<String>) {
    let text = format!(
        r##"{{ "openapi": "3.1.0", "info": {{ "title": "Demo", "version": "1" }},
          "paths": {{ "/x": {{ "post": {{ "operationId": "x",
            "requestBody": {{ "required": true, "content": {{ "application/json": {{ "schema":
              {{ "type": "object", "properties": {{ "it": {schema} }} }} }} }} }},
            "responses": {{ "204": {{ "description": "done" }} }} }} }} }},
          "components": {{ "schemas": {{
            "Number": {{ "type": "number" }},
            "Name": {{ "type": "string", "maxLength": 9 }},
            "Named": {{ "type": "object", "properties": {{ "name": {{ "type": "string" }} }} }},
            "Nullable": {{ "type": ["string", "null"] }},
            "Circle": {{ "allOf": [
              {{ "properties": {{ "at": {{ "$ref": "#/components/schemas/Circle" }} }} }},
              {{ "properties": {{ "at": {{ "allOf": [{{ "$ref": "#/components/schemas/Circle" }}, {{ "properties": {{ "x": {{ "type": "integer" }} }} }}] }} }} }}
            ] }}
          }} }} }}"##
    );
    let document = parse(&text);
    let generated =
        bindery_codegen::generate(&document, &bindery_codegen::Options::default()).unwrap();
    let warnings = generated.warnings.iter();
    let warnings = warnings.map(|it| format!("{}: {}", it.code, it.message));
    (generated.source, warnings.collect())
}

fn field(schema: &str) -> String {
    let (source, warnings) = generated(schema);
    assert!(warnings.is_empty(), "{warnings:?}");
    let at = source.find("pub it:").unwrap_or_else(|| panic!("{source}"));
    let line = source[at..].split([',', '\n']).next().unwrap();
    line.replace("::core::option::", "").replace("__rt::", "")
}

#[test]
fn the_narrower_type_counts_in_either_order() {
    for (one, other, ty) in [
        (
            r#"{ "type": "integer" }"#,
            r#"{ "type": "number" }"#,
            "Option<i64>",
        ),
        (
            r#"{ "type": "integer", "format": "int64" }"#,
            r#"{ "type": "integer", "format": "int32" }"#,
            "Option<i32>",
        ),
        (
            r#"{ "type": ["integer", "string"] }"#,
            r#"{ "type": "string" }"#,
            "Option<String>",
        ),
        (
            r##"{ "$ref": "#/components/schemas/Number" }"##,
            r#"{ "type": "integer" }"#,
            "Option<i64>",
        ),
        (
            r##"{ "$ref": "#/components/schemas/Name" }"##,
            r#"{ "maxLength": 3 }"#,
            "Option<Name>",
        ),
        (
            r#"{ "type": "string" }"#,
            r#"{ "enum": ["a", "b"] }"#,
            "Option<XIt>",
        ),
        (
            r#"{ "enum": ["a", "b", "c"] }"#,
            r#"{ "enum": ["b"] }"#,
            "Option<XIt>",
        ),
        (
            r#"{ "type": "integer" }"#,
            r#"{ "oneOf": [{ "type": "number", "maximum": 5 }, { "type": "string" }] }"#,
            "Option<i64>",
        ),
    ] {
        for all in [[one, other], [other, one]] {
            let all = format!(r#"{{ "allOf": [{}] }}"#, all.join(", "));
            assert_eq!(field(&all), format!("pub it: {ty}"), "{all}");
        }
    }
}

#[test]
fn members_of_all_parts_are_there_to_any_depth() {
    let text = r#"{"color":"red","deep":{"in":{"a":"x","c":true,"b":1}},"count":4,"kind":"middle",
        "list":[{"x":1,"y":true}],"labels":{"k":"abc"},"both":null,"one":"x","choice":7,
        "self":{"kind":"middle","both":null,"one":"y"},"shown":"shown"}"#;
    let whole: api::Whole = json::decode(text.as_bytes()).unwrap();
    assert_eq!(whole.color, Some(api::WholeRequestColor::Red));
    let inside = whole.deep.unwrap().in_.unwrap();
    assert_eq!(
        (inside.a.as_deref(), inside.c, inside.b),
        (Some("x"), Some(true), 1)
    );
    let count: i32 = whole.count;
    assert_eq!(count, 4);
    let list = whole.list.unwrap();
    assert_eq!((list[0].x, list[0].y), (1_i64, true));
    assert_eq!((whole.both, &*whole.one), (None, "x"));
    assert!(matches!(
        whole.choice,
        Some(api::StringOrInteger::Integer(7))
    ));
    assert_eq!(whole.self_.unwrap().one, "y");
}

#[test]
fn the_rules_of_all_parts_add_up() {
    let broken = |change: fn(&mut api::WholeRequest)| {
        let mut request = api::WholeRequest::builder()
            .both(None)
            .count(5)
            .one("x")
            .build();
        change(&mut request);
        bindery::__private::Checker::timeless(&request)
            .unwrap_err()
            .to_string()
    };
    assert!(broken(|it| it.count = 2).contains("count"));
    assert!(broken(|it| it.count = 11).contains("count"));
    assert!(broken(|it| it.name = Some("x".to_owned())).contains("name"));
    assert!(broken(|it| it.name = Some("xxxxxx".to_owned())).contains("name"));
    assert!(broken(|it| it.name = Some("XX".to_owned())).contains("^[a-z]+$"));
    assert!(broken(|it| it.name = Some("aa".to_owned())).contains("[xyz]"));
    assert!(broken(|it| it.code = Some("d".try_into().unwrap())).contains("^c"));
    assert!(broken(|it| it.one = "xxxx".to_owned()).contains("one"));
    let labels = |value: &str| Some([("k".to_owned(), value.to_owned())].into());
    let mut request = api::WholeRequest::builder()
        .both(None)
        .count(5)
        .one("x")
        .build();
    for (value, fits) in [("a", false), ("ab", true), ("abcd", true), ("abcde", false)] {
        request.labels = labels(value);
        assert_eq!(
            bindery::__private::Checker::timeless(&request).is_ok(),
            fits,
            "{value}"
        );
    }
}

#[test]
fn a_constant_of_one_part_is_written() {
    let request = api::WholeRequest::builder()
        .both(None)
        .count(5)
        .one("x")
        .build();
    assert_eq!(
        String::from_utf8(json::encode(&request)).unwrap(),
        r#"{"kind":"middle","count":5,"both":null,"one":"x"}"#
    );
}

#[test]
fn null_is_a_value_where_every_part_takes_it() {
    for (all, ty) in [
        (
            r#"{ "type": ["string", "null"] }, { "type": "string" }"#,
            "String",
        ),
        (
            r##"{ "$ref": "#/components/schemas/Nullable" }, { "maxLength": 3 }"##,
            "Option<Nullable>",
        ),
        (
            r##"{ "$ref": "#/components/schemas/Nullable" }, { "type": "string", "minLength": 3 }"##,
            "Nullable",
        ),
        (
            r##"{ "$ref": "#/components/schemas/Name" }, { "nullable": true }"##,
            "Option<Name>",
        ),
    ] {
        let listed = format!(r#"{{ "type": "array", "items": {{ "allOf": [{all}] }} }}"#);
        assert_eq!(
            field(&listed),
            format!("pub it: Option<Vec<{ty}>>"),
            "{all}"
        );
    }
}

#[test]
fn parts_that_leave_no_value_are_told() {
    for (all, message) in [
        (
            r#"{ "type": "string" }, { "type": "integer" }"#,
            "string and integer",
        ),
        (r#"{ "enum": ["a"] }, { "enum": ["b"] }"#, "none in common"),
        (
            r#"{ "type": "string", "minLength": 4 }, { "maxLength": 3 }"#,
            "`minLength` is greater",
        ),
        (
            r#"{ "type": "integer", "minimum": 4 }, { "maximum": 3 }"#,
            "the least is greater",
        ),
    ] {
        let (_, warnings) = generated(&format!(r#"{{ "allOf": [{all}] }}"#));
        let told = |it: &String| it.starts_with("empty-intersection: ") && it.contains(message);
        assert!(warnings.iter().any(told), "{all}: {warnings:?}");
    }
    let own = r#"{ "openapi": "3.1.0", "info": { "title": "Demo", "version": "1", "x-bindery-name": "Demo" },
        "paths": { "/x": { "post": { "operationId": "x", "requestBody": { "content": { "application/json": { "schema":
          { "properties": { "it": { "allOf": [{ "type": "string" }, { "type": "integer" }] } } } } } },
          "responses": { "204": { "description": "done" } } } } } }"#;
    assert!(bindery_codegen::generate(&parse(own), &bindery_codegen::Options::default()).is_err());
}

#[test]
fn circles_of_parts_end() {
    let (source, _) = generated(r##"{ "$ref": "#/components/schemas/Circle" }"##);
    assert!(
        source.contains("pub x: ::core::option::Option<i64>"),
        "{source}"
    );
}
