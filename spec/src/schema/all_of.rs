//! `allOf` that makes no struct: what all parts together say of values, and whether one of them says it alone.

use super::chosen;
use super::constants::Constants;
use super::json_type::{JsonType, common_types, types_of};
use super::parts::parts;
use super::properties::Rest;
use super::reading::{Shape, choices_of, of_type};
use super::values::values;
use super::{Properties, component, items};
use crate::document::Document;
use crate::value::Value;

/// Whether a schema with `allOf` says more of an object than one of the parts does.
pub(super) fn adds_members(document: &Document, schema: &Value) -> bool {
    const SAYING: [&str; 4] = [
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
    ];
    let says = |part: &&Value| SAYING.iter().any(|key| part.get(key).is_some());
    let listed = items(schema, "allOf").iter();
    let saying = listed.filter(|part| parts(document, part).iter().any(says));
    says(&schema) || saying.count() > 1
}

/// `allOf` of which one part alone has properties, or none.
pub(super) fn all_of<'d>(document: &'d Document, schema: &'d Value) -> Shape<'d> {
    let whole = parts(document, schema);
    let listed = values(document, schema);
    let types = common_types(&whole);
    if types.as_ref().is_some_and(Vec::is_empty) || listed.as_ref().is_some_and(Vec::is_empty) {
        return Shape::Beyond("allOf");
    }
    let saying = saying(document, schema);
    if let Some(listed) = &listed {
        let same = |part: &&Said<'d>| {
            let own = values(document, part.schema);
            own.is_some_and(|own| own.len() == listed.len())
        };
        if schema.get("enum").is_none()
            && schema.get("const").is_none()
            && let Some(part) = saying.iter().find(same)
        {
            return Shape::Same(part.schema);
        }
        if let Some(constants) = Constants::of_all(document, schema) {
            return Shape::Constants(constants);
        }
    }
    if let Some(choice) = saying.iter().find(|part| part.chooses) {
        let agree = |part: &Said<'_>| part.types == choice.types;
        return match types.as_deref() {
            Some([_]) | None if saying.iter().all(agree) => Shape::Same(choice.schema),
            _ => match chosen::narrowed(document, schema, types.as_deref()) {
                Some(left) => Shape::Same(left),
                None => Shape::Beyond("allOf"),
            },
        };
    }
    match types.as_deref() {
        None => Shape::Any,
        Some([only]) => of_one_type(document, schema, *only, &saying),
        Some(_) => match saying.as_slice() {
            [only] => Shape::Same(only.schema),
            _ => Shape::Beyond("allOf"),
        },
    }
}

/// Values of one type: those of the one part that says all of them, or what the parts come to.
fn of_one_type<'d>(
    document: &'d Document,
    schema: &'d Value,
    ty: JsonType,
    saying: &[Said<'d>],
) -> Shape<'d> {
    let narrow = || saying.iter().filter(|part| part.types == [ty]);
    let named = narrow().find(|part| component(document, part.schema).is_some());
    let part = named.or_else(|| narrow().next());
    let own = types_of(schema);
    let inside: &[&str] = match ty {
        JsonType::Array => &["items", "prefixItems"],
        JsonType::Object => &["additionalProperties", "patternProperties"],
        _ => &[],
    };
    let whole = parts(document, schema);
    let holds = |part: &&Value| inside.iter().any(|key| part.get(key).is_some());
    let holding = whole.iter().filter(|part| holds(part)).count();
    let holder = narrow().find(|it| parts(document, it.schema).iter().any(holds));
    match (part, holder, holding) {
        (Some(_), Some(holder), 1) => Shape::Same(holder.schema),
        (Some(_), Some(holder), _) if has_tuple(document, holder.schema) => {
            Shape::Same(holder.schema)
        }
        (Some(part), _, 0) if own.is_empty() || own == [ty] => Shape::Same(part.schema),
        _ => of_all(document, schema, ty),
    }
}

fn has_tuple(document: &Document, schema: &Value) -> bool {
    let whole = parts(document, schema);
    whole.iter().any(|part| part.get("prefixItems").is_some())
}

/// What the parts come to for their one type.
fn of_all<'d>(document: &'d Document, schema: &'d Value, ty: JsonType) -> Shape<'d> {
    if ty != JsonType::Object {
        return of_type(document, schema, ty);
    }
    let properties = Properties::of(document, schema);
    match properties.rest {
        _ if !properties.members.is_empty() => Shape::Object,
        Some(Rest::Of(values)) => Shape::Map(values),
        _ => Shape::Of(JsonType::Object),
    }
}

/// What a part of `allOf` says of values.
struct Said<'d> {
    schema: &'d Value,
    /// None of a choice, unless it says so beside.
    types: Vec<JsonType>,
    chooses: bool,
}

/// The parts that say what values are; that they are objects says nothing where another says more.
fn saying<'d>(document: &'d Document, schema: &'d Value) -> Vec<Said<'d>> {
    let mut saying: Vec<(Said<'_>, bool)> = Vec::new();
    // A choice of which another part is a branch has been made.
    let open: Vec<_> = choices_of(document, &parts(document, schema)).collect();
    for part in items(schema, "allOf") {
        let whole = parts(document, part);
        let lists = |keys: [&str; 2]| {
            let has = |part: &&Value| keys.iter().any(|key| part.get(key).is_some());
            whole.iter().any(has)
        };
        let mut choosing = open.iter();
        let chooses = choosing.any(|(at, _)| whole.iter().any(|it| std::ptr::eq(*it, *at)));
        let listed = lists(["enum", "const"]);
        let types = common_types(&whole);
        if types.is_none() && !chooses && !listed {
            continue;
        }
        let types = types.unwrap_or_default();
        let filled = |part: &&Value| Rest::of(part).is_some();
        let vague = types == [JsonType::Object] && !chooses && !listed && !whole.iter().any(filled);
        let said = Said {
            schema: part,
            types,
            chooses,
        };
        saying.push((said, vague));
    }
    if saying.iter().any(|(_, vague)| !vague) {
        saying.retain(|(_, vague)| !vague);
    }
    saying.into_iter().map(|(said, _)| said).collect()
}
