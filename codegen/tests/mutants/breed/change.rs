//! Changes that leave most documents sound: names changed wherever they stand, schemas put around schemas, rules added.

use bindery_spec::{Kind, Value};

use super::odd;
use super::random::Random;
use super::tree::{each, get_mut, member, members_mut, nth, replace_strings};

/// Makes one change; tells which.
pub(crate) fn change(root: &mut Value, random: &mut Random) -> String {
    match random.below(7) {
        0 => component(root, random),
        1 => property(root, random),
        2 => word(root, random),
        3 => number(root, random),
        4 | 5 => keyword(root, random),
        _ => around(root, random),
    }
}

/// Another name, odd or near one that the document has.
fn name(root: &mut Value, random: &mut Random) -> String {
    if random.one_in(2) {
        return odd::name(random);
    }
    let names = component_names(root);
    if names.is_empty() {
        return odd::name(random);
    }
    odd::near(&names[random.index(names.len())], random)
}

fn component_names(root: &mut Value) -> Vec<String> {
    let schemas = root
        .at("/components/schemas")
        .and_then(Value::as_object)
        .unwrap_or_default();
    schemas
        .iter()
        .map(|member| member.key.to_string())
        .collect()
}

/// Renames a component schema and every reference to it.
fn component(root: &mut Value, random: &mut Random) -> String {
    let names = component_names(root);
    if names.is_empty() {
        return word(root, random);
    }
    let old = random.of(&names).clone();
    let new = name(root, random);
    let schemas = get_mut(root, "components").and_then(|components| get_mut(components, "schemas"));
    for member in schemas
        .and_then(members_mut)
        .into_iter()
        .flatten()
        .filter(|member| *member.key == *old)
    {
        member.key = new.clone().into();
    }
    let reference = |name: &str| {
        format!(
            "#/components/schemas/{}",
            name.replace('~', "~0").replace('/', "~1")
        )
    };
    let (from, to) = (reference(&old), reference(&new));
    replace_strings(root, &|text| (text == from).then(|| to.clone()));
    format!("component {old} became {new:?}")
}

/// Picks a node that a test likes, and tells where it stands.
fn pick<'v>(
    root: &'v mut Value,
    random: &mut Random,
    likes: impl Fn(&Value) -> bool,
) -> Option<(&'v mut Value, String)> {
    let (mut found, mut n) = (Vec::new(), 0);
    each(root, &mut |value| {
        if likes(value) {
            found.push(n);
        }
        n += 1;
    });
    let n = *found.get(random.index(found.len().max(1)))?;
    Some(nth(root, n))
}

/// Renames a property, where it is required too.
fn property(root: &mut Value, random: &mut Random) -> String {
    let new = name(root, random);
    let has = |schema: &Value| {
        schema
            .get("properties")
            .and_then(Value::as_object)
            .is_some_and(|p| !p.is_empty())
    };
    let Some((schema, at)) = pick(root, random, has) else {
        return word(root, random);
    };
    let properties = get_mut(schema, "properties")
        .and_then(members_mut)
        .expect("properties");
    let index = random.index(properties.len());
    let new = if random.one_in(4) {
        odd::near(&properties[index].key, random)
    } else {
        new
    };
    let old = std::mem::replace(&mut properties[index].key, new.clone().into());
    if random.one_in(3) {
        // Both names side by side.
        let twin = member(&old, properties[index].value.clone());
        properties.push(twin);
    } else if let Some(required) = get_mut(schema, "required") {
        replace_strings(required, &|text| (*text == *old).then(|| new.clone()));
    }
    format!("property {old} of {at} became {new:?}")
}

const WORDS: [&str; 14] = [
    "operationId",
    "title",
    "description",
    "summary",
    "const",
    "name",
    "x-bindery-name",
    "propertyName",
    "pattern",
    "url",
    "reaction",
    "since",
    "until",
    "message",
];

/// Rewords a string that becomes a name or a text in Rust, wherever it stands.
fn word(root: &mut Value, random: &mut Random) -> String {
    let new = name(root, random);
    let key = *random.of(&WORDS);
    let wordy = |value: &Value| {
        value.get(key).is_some_and(|word| word.as_str().is_some()) || is_enum(value)
    };
    let Some((owner, at)) = pick(root, random, wordy) else {
        return keyword(root, random);
    };
    let word = match get_mut(owner, key) {
        Some(word) => word,
        None => match get_mut(owner, "enum").map(|values| &mut values.kind) {
            Some(Kind::Array(values)) => {
                let index = random.index(values.len());
                &mut values[index]
            }
            _ => return String::new(),
        },
    };
    word.kind = Kind::String(new.clone().into());
    format!("{key} (or a constant) of {at} became {new:?}")
}

fn is_enum(value: &Value) -> bool {
    value
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| !values.is_empty())
}

fn number(root: &mut Value, random: &mut Random) -> String {
    let Some((value, at)) = pick(root, random, |value| value.as_number().is_some()) else {
        return keyword(root, random);
    };
    *value = odd::number(random);
    format!("{at} became {:?}", value.as_number())
}

fn is_schema(value: &Value) -> bool {
    ["type", "$ref", "oneOf", "anyOf", "allOf", "enum", "const"]
        .iter()
        .any(|key| value.get(key).is_some())
}

/// Adds a keyword to a schema, or gives it another value.
fn keyword(root: &mut Value, random: &mut Random) -> String {
    let (key, value) = odd::keyword(random);
    let Some((schema, at)) = pick(root, random, is_schema) else {
        return "no schema left".to_owned();
    };
    let told = format!("{key} of {at} set");
    match get_mut(schema, key) {
        Some(old) => *old = value,
        None => members_mut(schema)
            .expect("a schema is an object")
            .push(member(key, value)),
    }
    told
}

/// Puts schemas around a schema, at times very many.
fn around(root: &mut Value, random: &mut Random) -> String {
    let Some((schema, at)) = pick(root, random, is_schema) else {
        return "no schema left".to_owned();
    };
    let levels = match random.below(20) {
        0 => 20 + random.below(120),
        1..=5 => 2 + random.below(3),
        _ => 1,
    };
    for _ in 0..levels {
        *schema = odd::around(schema.clone(), random);
    }
    format!("{levels} schemas around {at}")
}
