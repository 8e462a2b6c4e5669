//! Schema keywords as every stage must read them, so that the generator and `diff` cannot drift apart. Chooses no Rust type's
//! name but that of integers, which the formats give away.

use std::collections::HashSet;
use std::ptr;

use crate::document::Document;
use crate::value::{Member, Value};

/// The component schema that a schema refers to as a whole.
pub fn component(schema: &Value) -> Option<&str> {
    let name = schema.get("$ref")?.as_str()?;
    let name = name.strip_prefix("#/components/schemas/")?;
    (!name.is_empty() && !name.contains(['/', '~', '%'])).then_some(name)
}

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

/// The properties of an object, those of its `allOf` parts included.
#[derive(Clone, Debug, Default)]
pub struct Properties<'d> {
    /// The properties; of two with one name the first.
    pub members: Vec<&'d Member>,
    required: HashSet<&'d str>,
}

impl<'d> Properties<'d> {
    /// Collects them, references followed.
    pub fn of(document: &'d Document, schema: &'d Value) -> Self {
        let mut properties = Self::default();
        let mut open = vec![schema];
        let (mut visited, mut seen) = (HashSet::new(), HashSet::new());
        while let Some(part) = open.pop() {
            let Ok(part) = document.target(part) else {
                continue;
            };
            if !visited.insert(ptr::from_ref(part)) {
                continue;
            }
            let members = part.get("properties").and_then(Value::as_object);
            let new = members.unwrap_or_default().iter();
            let new = new.filter(|member| seen.insert(&*member.key));
            properties.members.extend(new);
            let required = items(part, "required").iter();
            properties
                .required
                .extend(required.filter_map(Value::as_str));
            open.extend(items(part, "allOf").iter().rev());
        }
        properties
    }

    /// Whether every value has the property.
    pub fn requires(&self, name: &str) -> bool {
        self.required.contains(name)
    }
}

fn items<'v>(schema: &'v Value, key: &str) -> &'v [Value] {
    let items = schema.get(key).and_then(Value::as_array);
    items.unwrap_or_default()
}
