//! Schemas, and an example of which each may be true.

pub(super) const TAKEN: &[(&str, &str)] = &[
    (r#""type": "integer""#, "1.0"),
    (r#""type": "integer""#, "1e400"),
    (r#""type": "number""#, "1"),
    (
        r#""type": "integer", "format": "int32", "maximum": 4294967295"#,
        "4294967295",
    ),
    (r#""type": "number", "format": "int32""#, "2147483648"),
    (
        r#""type": "string", "nullable": true, "enum": ["a"]"#,
        "null",
    ),
    (
        r#""allOf": [{ "type": "object", "nullable": true }, { "type": "object" }]"#,
        "null",
    ),
    (r#""enum": [1.0, { "a": 1, "b": 2 }]"#, "1"),
    (
        r#""enum": [1.0, { "a": 1, "b": 2 }]"#,
        r#"{ "b": 2, "a": 1 }"#,
    ),
    (r#""maximum": 0.1"#, "0.1000000000000000000001"),
    (r#""multipleOf": 0.1"#, "0.3"),
    (r#""maxLength": 2"#, r#""日本""#),
    (r#""maxLength": 2, "format": "byte""#, r#""YWJjZA==""#),
    (r#""pattern": "what cannot be told""#, r#""x""#),
    (
        r#""minimum": 3, "minLength": 3, "minItems": 3, "required": ["a"]"#,
        "true",
    ),
    (r#""type": "file""#, "1"),
    // One that stays behind, whichever way the example goes.
    (
        r#""required": ["a", "b"], "properties": { "a": { "readOnly": true }, "b": { "writeOnly": true } }"#,
        "{}",
    ),
    (
        r#""allOf": [{ "required": ["a"] }, { "properties": { "a": { "readOnly": true } } }]"#,
        "{}",
    ),
    // Closed, but part of a whole that says more.
    (
        r#""allOf": [{ "properties": { "a": {} }, "additionalProperties": false }, { "properties": { "b": {} } }]"#,
        r#"{ "a": 1, "b": 2 }"#,
    ),
    (
        r#""additionalProperties": false, "oneOf": [{ "properties": { "b": {} } }]"#,
        r#"{ "b": 2 }"#,
    ),
    (
        r#""additionalProperties": false, "patternProperties": { "^x": {} }"#,
        r#"{ "xb": 2 }"#,
    ),
    // Formats may tell branches apart.
    (
        r#""oneOf": [{ "type": "string", "format": "date" }, { "type": "string", "format": "uuid" }]"#,
        r#""2020-01-01""#,
    ),
    (
        r#""not": { "type": "string", "pattern": "unknown" }"#,
        r#""a""#,
    ),
    (r#""unevaluatedProperties": false"#, r#"{ "a": 1 }"#),
    (
        r#""required": ["a"]"#,
        r##"{ "$ref": "#/components/examples/A" }"##,
    ),
    (
        r#""type": "object", "required": ["a"]"#,
        r#""{ \"a\": 1 }""#,
    ),
    (
        r##""$ref": "#/components/schemas/Pet""##,
        r#"{ "is": "unknown", "wings": "two" }"#,
    ),
    (
        r##""allOf": [{ "$ref": "#/components/schemas/Tried" }]"##,
        "1",
    ),
];
