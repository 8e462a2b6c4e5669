//! Schemas and the types they become.

use crate::support::{bodies, client, document, member, refusals, warnings};

#[test]
fn formats_of_integers() {
    for (format, ty) in [
        ("int8", "i8"),
        ("int16", "i16"),
        ("int32", "i32"),
        ("uint32", "u32"),
        ("int64", "i64"),
        ("uint64", "u64"),
        ("no-such-format", "i64"),
    ] {
        let schema = format!(r#"{{ "type": "integer", "format": "{format}" }}"#);
        member(&schema, "").has(&format!("pub it: {ty},"));
    }
}

#[test]
fn bounds_the_type_keeps_are_not_checked_again() {
    let text = member(
        r#"{ "type": "integer", "format": "uint8", "minimum": -4, "maximum": 1000 }"#,
        "",
    );
    text.lacks("c.range(");
    let text = member(
        r#"{ "type": "integer", "format": "uint8", "minimum": 3, "maximum": 255 }"#,
        "",
    );
    text.has(
        r#"c.range("it", *value, ::core::option::Option::Some(3u8), ::core::option::Option::None)"#,
    );
}

#[test]
fn lists_keep_their_bounds_in_requests_only() {
    let list =
        r#"{ "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 7 }"#;
    member(list, "").has("pub it: __rt::List<__rt::String, 2, 7>,");
    let reply = format!(r#"{{ "type": "object", "properties": {{ "it": {list} }} }}"#);
    let text = client(&document("", &bodies("{}", &reply), ""));
    text.has("pub it: ::core::option::Option<__rt::Vec<__rt::String>>,");
}

#[test]
fn null_and_absence() {
    member(r#"{ "type": ["integer", "null"] }"#, "").has("pub it: ::core::option::Option<i64>,");
    let nulls = r#"{ "anyOf": [{ "type": "string", "maxLength": 3 }, { "type": "null" }] }"#;
    let text = member(nulls, "");
    text.has("pub it: ::core::option::Option<__rt::String>,");
    text.has(r#"c.chars_in("it", &self.it, 0, 3)"#);
    member(r#"{ "enum": ["a", null] }"#, "").has("pub it: ::core::option::Option<CallIt>,");
}

#[test]
fn this_or_anything_else() {
    let text = member(r#"{ "anyOf": [{ "type": "integer" }, {}] }"#, "");
    text.has("pub it: __rt::OrJson<i64>,");
}

#[test]
fn constants_are_written_for_the_caller() {
    let text = member(r#"{ "const": "fixed" }"#, "");
    text.has(r#"w.name("it"); w.string("fixed");"#);
    text.lacks("pub it:");
}

#[test]
fn what_holds_itself_is_boxed_once() {
    let tree = r##""schemas": { "Tree": { "type": "object", "properties": {
        "one": { "$ref": "#/components/schemas/Tree" },
        "null": { "anyOf": [{ "$ref": "#/components/schemas/Tree" }, { "type": "null" }] },
        "many": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } } }"##;
    let text = member(r##"{ "$ref": "#/components/schemas/Tree" }"##, tree);
    text.has("pub one: ::core::option::Option<__rt::Box<Tree>>,");
    text.has("pub null: ::core::option::Option<__rt::Box<Tree>>,");
    text.has("pub many: ::core::option::Option<__rt::Vec<Tree>>,");
}

#[test]
fn all_of_is_one_struct() {
    let base = r#""schemas": { "Base": { "type": "object", "required": ["a"], "properties": { "a": { "type": "boolean" } } } }"#;
    let schema = r##"{ "allOf": [{ "$ref": "#/components/schemas/Base" },
        { "type": "object", "required": ["b"], "properties": { "b": { "type": "boolean" } } }] }"##;
    let text = member(schema, base);
    text.has("pub fn new(a: bool, b: bool) -> Self");
}

#[test]
fn what_has_no_type_yet_stays_json_with_a_warning() {
    let body = r#"{ "allOf": [{ "type": "string" }, { "type": "integer" }] }"#;
    assert_eq!(
        warnings(&document("", &bodies(body, "{}"), "")),
        ["unsupported-schema", "empty-intersection"]
    );
}

#[test]
fn lists_and_maps_of_themselves_end_in_json() {
    for (schema, kept) in [
        (
            r##"{ "type": "array", "items": { "$ref": "#/components/schemas/It" } }"##,
            "pub it: __rt::Vec<__rt::Json>,",
        ),
        (
            r##"{ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/It" } }"##,
            "pub it: __rt::BTreeMap<__rt::String, __rt::Json>,",
        ),
        (
            r##"{ "anyOf": [{ "$ref": "#/components/schemas/It" }, { "type": "null" }] }"##,
            "pub it: __rt::Json,",
        ),
    ] {
        let components = format!(r#""schemas": {{ "It": {schema} }}"#);
        member(r##"{ "$ref": "#/components/schemas/It" }"##, &components).has(kept);
    }
}

/// A document whose request is a chain of schemas, each the last with `NEXT` for the one after it.
fn chain(length: usize, schema: &str) -> String {
    let link = |i: usize| {
        let next = format!(r##"{{ "$ref": "#/components/schemas/S{}" }}"##, i + 1);
        format!(r#""S{i}": {}"#, schema.replace("NEXT", &next))
    };
    let links: Vec<_> = (0..length).map(link).collect();
    let components = format!(
        r#""schemas": {{ {}, "S{length}": {{}} }}"#,
        links.join(", ")
    );
    let first = r##"{ "$ref": "#/components/schemas/S0" }"##;
    document("", &bodies(first, "{}"), &components)
}

#[test]
fn chains_of_schemas_have_an_end() {
    let objects = chain(
        2000,
        r#"{ "type": "object", "properties": { "next": NEXT } }"#,
    );
    // The stack of a main thread, as `cargo` and `rustc` have it.
    let thread = std::thread::Builder::new().stack_size(8 << 20);
    let codes = thread
        .spawn(move || refusals(&objects))
        .map(std::thread::JoinHandle::join);
    assert!(matches!(codes, Ok(Ok(codes)) if codes == ["too-deep"]));
    let lists = chain(2000, r#"{ "type": "array", "items": NEXT }"#);
    assert_eq!(warnings(&lists), ["unsupported-schema"]);
}

#[test]
fn chains_too_long_for_rustc_are_warned_of() {
    let none: [&str; 0] = [];
    let object = |member: &str| {
        format!(
            r#"{{ "type": "object", "required": ["next"], "properties": {{ "next": {member} }} }}"#
        )
    };
    let direct = object("NEXT");
    assert_eq!(warnings(&chain(100, &direct)), none);
    assert_eq!(warnings(&chain(101, &direct)), ["deep-types"]);
    let lists = object(r#"{ "type": "array", "items": NEXT }"#);
    assert_eq!(warnings(&chain(24, &lists)), none);
    assert_eq!(warnings(&chain(26, &lists)), ["deep-types"]);
}

#[test]
fn items_can_be_their_own_order() {
    member(
        r#"{ "type": "array", "items": { "type": "integer" }, "x-bindery-order": { "by": "" } }"#,
        "",
    )
    .has(r#"c.ascending("it", "", value, false, |item| *item);"#);
}

#[test]
fn a_builder_keeps_a_hundred_members_apart() {
    let body = |count: usize| {
        let names: Vec<_> = (0..count).map(|i| format!("\"m{i}\"")).collect();
        let members: Vec<_> = names.iter().map(|name| format!("{name}: {{}}")).collect();
        let schema = format!(
            r#"{{ "type": "object", "required": [{}], "properties": {{ {} }} }}"#,
            names.join(", "),
            members.join(", ")
        );
        document("", &bodies(&schema, &schema), "")
    };
    client(&body(100)).has("pub m99: __rt::Json,");
    assert_eq!(refusals(&body(101)), ["too-many-required"]);
}

#[test]
fn a_reference_into_a_component_is_no_reference_to_its_namesake() {
    let components = r#""schemas": { "Size": { "type": "string", "maxLength": 3 },
        "Box": { "type": "object", "properties": { "Size": { "type": "integer", "format": "uint8" } } } }"#;
    let text = member(
        r##"{ "$ref": "#/components/schemas/Box/properties/Size" }"##,
        components,
    );
    text.has("pub it: u8,");
    text.lacks("Size");
}

#[test]
fn schemas_of_one_name_are_numbered_unless_the_name_was_chosen() {
    let schemas = |extra: &str| {
        format!(
            r#""schemas": {{ "Boolean": {{ "type": "string", "maxLength": 3 }}, "boolean": {{ {extra} "type": "string", "maxLength": 4 }} }}"#
        )
    };
    let body = r##"{ "type": "object", "required": ["a", "b"], "properties": {
        "a": { "$ref": "#/components/schemas/Boolean" }, "b": { "$ref": "#/components/schemas/boolean" } } }"##;
    let text = document("", &bodies(body, "{}"), &schemas(""));
    assert_eq!(warnings(&text), ["duplicate-name"]);
    let bindings = client(&text);
    bindings.has("pub a: Boolean,");
    bindings.has("pub b: Boolean2,");
    let chosen = document(
        "",
        &bodies(body, "{}"),
        &schemas(r#""x-bindery-name": "Boolean","#),
    );
    assert_eq!(refusals(&chosen), ["duplicate-name"]);
}
