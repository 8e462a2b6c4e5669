//! Enums and unions: what tells their variants apart.

use crate::support::{bodies, client, document, member, refusals, warnings};

#[test]
fn enums_of_negative_numbers_and_empty_texts() {
    let text = member(r#"{ "type": "integer", "enum": [-1, 0] }"#, "");
    text.has("CallIt::Minus1 => -1,");
    let text = member(
        r#"{ "type": "string", "enum": ["", "unknown", "a b", "a-b"] }"#,
        "",
    );
    text.has(r#"CallIt::Empty => "","#);
    text.has(r#"CallIt::Unknown2 => "unknown","#);
    text.has(r#"CallIt::ADashB => "a-b","#);
}

#[test]
fn a_union_whose_content_stands_beside_the_tag() {
    let shapes = r##""schemas": {
        "Shape": { "oneOf": [{ "$ref": "#/components/schemas/Dot" }, { "$ref": "#/components/schemas/Line" }],
            "discriminator": { "propertyName": "is" } },
        "Dot": { "type": "object", "required": ["is", "x"], "properties": { "is": { "const": "dot" }, "x": { "type": "integer" } } },
        "Line": { "type": "object", "required": ["is", "y", "z"], "properties": { "is": { "const": "line" },
            "y": { "type": "integer" }, "z": { "type": "integer" } } } }"##;
    let text = member(r##"{ "$ref": "#/components/schemas/Shape" }"##, shapes);
    text.has("Shape::Line(content) => { __rt::Encode::encode_fields(content, w); }");
    text.has(r#"w.name("is"); w.string("line"); w.field("y", &self.y);"#);
    text.has("pub struct Line { #[doc = \" `y`\"] pub y: i64,");
}

#[test]
fn a_tag_that_is_a_number_or_a_truth_value_is_written_as_one() {
    for (ty, of_dot, of_line, literal) in [
        ("integer", "1", "2", "w.i64(1);"),
        ("boolean", "true", "false", "w.boolean(true);"),
    ] {
        let shapes = format!(
            r##""schemas": {{
                "Shape": {{ "oneOf": [{{ "$ref": "#/components/schemas/Dot" }}, {{ "$ref": "#/components/schemas/Line" }}],
                    "discriminator": {{ "propertyName": "is", "mapping": {{ "{of_dot}": "Dot", "{of_line}": "Line" }} }} }},
                "Dot": {{ "type": "object", "required": ["is"], "properties": {{ "is": {{ "type": "{ty}" }}, "x": {{ "type": "integer" }} }} }},
                "Line": {{ "type": "object", "required": ["is"], "properties": {{ "is": {{ "type": "{ty}" }}, "y": {{ "type": "integer" }} }} }} }}"##
        );
        let text = member(r##"{ "$ref": "#/components/schemas/Shape" }"##, &shapes);
        text.has(&format!("(content) => {{ w.name(\"is\"); {literal}"));
        text.lacks("pub is:");
    }
}

#[test]
fn a_tag_of_several_types_tells_nothing_apart() {
    let shapes = r##""schemas": {
        "Shape": { "oneOf": [{ "$ref": "#/components/schemas/Dot" }, { "$ref": "#/components/schemas/Line" }],
            "discriminator": { "propertyName": "is", "mapping": { "1": "Dot", "2": "Line" } } },
        "Dot": { "type": "object", "required": ["is"], "properties": { "is": { "type": "integer" }, "x": { "type": "integer" } } },
        "Line": { "type": "object", "required": ["is"], "properties": { "is": { "type": "string" }, "y": { "type": "integer" } } } }"##;
    let text = member(r##"{ "$ref": "#/components/schemas/Shape" }"##, shapes);
    text.has("Shape::Dot(content) => __rt::Encode::encode(content, w),");
    text.has("pub struct Dot { #[doc = \" `is`\"] pub is: i64,");
}

#[test]
fn one_value_is_one_variant() {
    for schema in [
        r#"{ "enum": ["a", "b", "a"] }"#,
        r#"{ "oneOf": [{ "const": "a" }, { "const": "b" }, { "const": "a" }] }"#,
    ] {
        let text = member(schema, "");
        text.has("pub enum CallIt { #[doc = \" `a`\"] A, #[doc = \" `b`\"] B, }");
    }
}

#[test]
fn one_tag_is_one_branch() {
    let branch = |tag: &str, member: &str| {
        format!(
            r#"{{ "type": "object", "required": ["t"], "properties": {{ "t": {{ "const": "{tag}" }}, "{member}": {{}} }} }}"#
        )
    };
    let union = format!(
        r#"{{ "oneOf": [{}, {}, {}], "discriminator": {{ "propertyName": "t" }} }}"#,
        branch("x", "a"),
        branch("y", "a"),
        branch("x", "b")
    );
    let document = document("", &bodies(&union, "{}"), "");
    assert_eq!(refusals(&document), ["duplicate-tag"]);
}

#[test]
fn a_choice_of_itself_loses_the_branch_that_leads_back() {
    let schemas = r##""schemas": {
        "Here": { "oneOf": [{ "$ref": "#/components/schemas/There" }, { "type": "string" }] },
        "There": { "anyOf": [{ "$ref": "#/components/schemas/Here" }, { "type": "integer" }] }
    }"##;
    let body = r##"{ "$ref": "#/components/schemas/There" }"##;
    let text = document("", &bodies(body, body), schemas);
    assert_eq!(warnings(&text), ["unsupported-schema"]);
    let bindings = client(&text);
    bindings.has("Here(Here),");
    bindings.has("Integer(i64),");
    bindings.lacks("There(There),");
    bindings.lacks("__rt::Box<");
}

#[test]
fn a_tagged_branch_that_is_a_choice_itself_keeps_its_content() {
    let schemas = r##""schemas": {
        "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
            "discriminator": { "propertyName": "kind" } },
        "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } }, "oneOf": [
            { "required": ["lives"], "properties": { "lives": { "type": "integer" } } },
            { "required": ["purr"], "properties": { "purr": { "type": "string" } } } ] },
        "Dog": { "required": ["kind"], "properties": { "kind": { "type": "string" } } }
    }"##;
    let body = r##"{ "$ref": "#/components/schemas/Pet" }"##;
    let bindings = client(&document("", &bodies(body, body), schemas));
    bindings.has("pub lives: i64,");
    bindings.has("pub purr: __rt::String,");
}

#[test]
fn a_choice_of_lists_of_itself() {
    let schemas = r##""schemas": { "Tree": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Branches" }] },
        "Branches": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } }"##;
    let body = r##"{ "$ref": "#/components/schemas/Tree" }"##;
    client(&document("", &bodies(body, body), schemas)).has("pub enum Tree {");
}

#[test]
fn a_tag_may_be_declared_beside_the_choice_alone() {
    let shapes = r##""schemas": {
        "Shape": { "type": "object", "required": ["is"], "properties": { "is": { "type": "string" } },
            "oneOf": [{ "$ref": "#/components/schemas/Dot" }, { "$ref": "#/components/schemas/Line" }], "discriminator": { "propertyName": "is" } },
        "Dot": { "type": "object", "properties": { "x": { "type": "integer" } } },
        "Line": { "type": "object", "properties": { "x": { "type": "integer" }, "y": { "type": "integer" } } } }"##;
    let text = member(r##"{ "$ref": "#/components/schemas/Shape" }"##, shapes);
    text.has(r#"Shape::Dot(content) => { w.name("is"); w.string("Dot"); __rt::Encode::encode_fields(content, w); }"#);
}

#[test]
fn a_discriminator_that_tells_nothing_is_said() {
    let shapes = r##""schemas": {
        "Shape": { "oneOf": [{ "$ref": "#/components/schemas/Dot" }, { "type": "string" }], "discriminator": { "propertyName": "is" } },
        "Dot": { "type": "object", "properties": { "is": { "type": "string" } } } }"##;
    let body = r##"{ "$ref": "#/components/schemas/Shape" }"##;
    assert_eq!(
        warnings(&document("", &bodies(body, body), shapes)),
        ["unsupported-discriminator"]
    );
}
