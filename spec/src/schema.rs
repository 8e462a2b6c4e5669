//! Schema keywords as every stage must read them, so that the generator and `diff` cannot drift apart. Chooses no Rust type's
//! name but that of integers, which the formats give away.

use crate::value::Value;

/// The branches of a choice, and the keyword they stand under.
pub fn branches(schema: &Value) -> Option<(&'static str, &[Value])> {
    ["oneOf", "anyOf"]
        .into_iter()
        .find_map(|key| Some((key, schema.get(key)?.as_array()?)))
}

/// The other one, where one of two schemas only takes `null`.
pub fn not_null<'v>(one: &'v Value, other: &'v Value) -> Option<&'v Value> {
    let null = |schema: &Value| schema.get("type").and_then(Value::as_str) == Some("null");
    if null(other) {
        Some(one)
    } else {
        null(one).then_some(other)
    }
}

/// The member that tells the branches of a tagged union apart.
pub fn discriminator(schema: &Value) -> Option<&str> {
    schema.get("discriminator")?.get("propertyName")?.as_str()
}

/// The Rust integer for the `format` of an integer schema; `i64` for none and for unknown ones.
pub fn integer(schema: &Value) -> &'static str {
    match schema.get("format").and_then(Value::as_str) {
        Some("int8") => "i8",
        Some("int16") => "i16",
        Some("int32") => "i32",
        Some("uint8") => "u8",
        Some("uint16") => "u16",
        Some("uint32") => "u32",
        Some("uint64") => "u64",
        _ => "i64",
    }
}
