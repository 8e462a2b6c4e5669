//! Schemas, an example that each refuses, and what is said of it.

pub(super) const REFUSED: &[(&str, &str, &str)] = &[
    (
        r#""type": "integer""#,
        r#""abc""#,
        "is a string, where the schema says `integer`",
    ),
    (
        r#""type": "integer""#,
        "1.5",
        "is a number, where the schema says `integer`",
    ),
    (
        r#""type": ["string", "null"]"#,
        "1",
        "is a number, where the schema says `string` or `null`",
    ),
    (
        r#""type": "string""#,
        "null",
        "is null, where the schema says `string`",
    ),
    (
        r#""enum": ["a", "b"]"#,
        r#""c""#,
        "is \"c\", which `enum` does not list",
    ),
    (r#""const": 1"#, "2", "is 2, where `const` is 1"),
    (r#""minimum": 1"#, "0", "is 0, where `minimum` is 1"),
    (
        r#""maximum": 0.5"#,
        "0.75",
        "is 0.75, where `maximum` is 0.5",
    ),
    (
        r#""exclusiveMinimum": 1"#,
        "1.0",
        "is 1.0, where `exclusiveMinimum` is 1",
    ),
    (
        r#""maximum": 3, "exclusiveMaximum": true"#,
        "3",
        "is 3, where `maximum` is 3",
    ),
    (
        r#""multipleOf": 5"#,
        "12",
        "is 12, which is no multiple of 5",
    ),
    (
        r#""type": "integer", "format": "int32""#,
        "2147483648",
        "is 2147483648, which is no `int32`",
    ),
    (
        r#""type": "integer", "format": "uint8""#,
        "-1",
        "is -1, which is no `uint8`",
    ),
    (
        r#""maxLength": 2"#,
        r#""日本語""#,
        "is a string of 3 characters, where `maxLength` is 2",
    ),
    (
        r#""minLength": 1"#,
        r#""""#,
        "is a string of 0 characters, where `minLength` is 1",
    ),
    (
        r#""pattern": "^[0-9]+$""#,
        r#""x1""#,
        "is a string that `pattern` does not match",
    ),
    (
        r#""minItems": 1"#,
        "[]",
        "is an array of 0 items, where `minItems` is 1",
    ),
    (
        r#""maxItems": 1"#,
        "[1, 2]",
        "is an array of 2 items, where `maxItems` is 1",
    ),
    (
        r#""uniqueItems": true"#,
        "[1, 2, 1.0]",
        "is an array with the same item twice",
    ),
    (
        r#""items": { "type": "string" }"#,
        "[\"a\", 1, 2]",
        "has a number at `/1`, where the schema says `string`",
    ),
    (
        r#""prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false"#,
        "[\"a\", 1, 2]",
        "has a number at `/2`, where the schema allows no value",
    ),
    (
        r#""contains": { "const": 1 }"#,
        "[2]",
        "is an array without an item that `contains` asks for",
    ),
    (
        r#""required": ["a"]"#,
        r#"{ "b": 1 }"#,
        "is an object without `a`, which the schema requires",
    ),
    (
        r#""dependentRequired": { "a": ["b"] }"#,
        r#"{ "a": 1 }"#,
        "is an object without `b`, which the schema requires",
    ),
    (
        r#""properties": { "a": { "properties": { "b": { "type": "boolean" } } } }"#,
        r#"{ "a": { "b": "true" } }"#,
        "has a string at `/a/b`, where the schema says `boolean`",
    ),
    (
        r#""properties": { "a": {} }, "additionalProperties": false"#,
        r#"{ "a": 1, "b": 2 }"#,
        "is an object with `b`, which the schema does not allow",
    ),
    (
        r#""additionalProperties": { "type": "integer" }"#,
        r#"{ "a": "1" }"#,
        "has a string at `/a`, where the schema says `integer`",
    ),
    (
        r#""patternProperties": { "^[0-9]+$": { "type": "integer" } }, "additionalProperties": false"#,
        r#"{ "1": "x" }"#,
        "has a string at `/1`, where the schema says `integer`",
    ),
    (
        r#""maxProperties": 1"#,
        r#"{ "a": 1, "b": 2 }"#,
        "is an object of 2 members, where `maxProperties` is 1",
    ),
    (
        r#""allOf": [{ "type": "object" }, { "required": ["a"] }]"#,
        "{}",
        "is an object without `a`, which the schema requires",
    ),
    (
        r#""anyOf": [{ "type": "string" }, { "type": "integer" }]"#,
        "true",
        "is a boolean that no branch of `anyOf` takes",
    ),
    (
        r#""anyOf": [{ "type": "string", "maxLength": 1 }, { "type": "null" }]"#,
        r#""ab""#,
        "is a string of 2 characters, where `maxLength` is 1",
    ),
    (
        r##""oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }]"##,
        r#"{ "kind": "dog", "tricks": [1] }"#,
        "has a number at `/tricks/0`, where the schema says `string`",
    ),
    (
        r#""oneOf": [{ "type": "integer" }, { "type": "number" }]"#,
        "1",
        "is a number that more than one branch of `oneOf` takes",
    ),
    (
        r#""not": { "type": "string" }"#,
        r#""a""#,
        "is a string that `not` rules out",
    ),
    (
        r#""if": { "required": ["a"] }, "then": { "required": ["b"] }"#,
        r#"{ "a": 1 }"#,
        "is an object without `b`, which the schema requires",
    ),
    (
        r##""$ref": "#/components/schemas/Node""##,
        r#"{ "next": { "next": { "value": "1" } } }"#,
        "has a string at `/next/next/value`, where the schema says `integer`",
    ),
    (
        r##""$ref": "#/components/schemas/Pet""##,
        r#"{ "is": "Bird", "wings": "two" }"#,
        "has a string at `/wings`, where the schema says `integer`",
    ),
    (
        r##""oneOf": [{ "$ref": "#/components/schemas/Bird" }, { "$ref": "#/components/schemas/Cat" }],
        "discriminator": { "propertyName": "is", "mapping": { "b": "Bird" } }"##,
        r#"{ "is": "b", "wings": "two" }"#,
        "has a string at `/wings`, where the schema says `integer`",
    ),
    // The text of an object is the object; a text that is none is not.
    (
        r#""type": "object", "required": ["a"]"#,
        r#""{ \"b\": 1 }""#,
        "is an object without `a`, which the schema requires",
    ),
    (
        r#""type": "object""#,
        r#""{ b }""#,
        "is a string, where the schema says `object`",
    ),
];
