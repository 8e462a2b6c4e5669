//! What a `$ref` names is of the kind that its place needs. Whether it names anything is judged where references are followed.

use crate::check::place::{Place, Shape};
use crate::document::Document;
use crate::finding::Finding;
use crate::pointer;
use crate::value::{Kind, Value};

/// What a reference names, as far as its pointer tells.
enum Named {
    /// An object of this place.
    One(Place),
    /// All objects that stand under one key.
    All,
}

/// The complaint about the reference of an object of this place, if it names something else.
pub(super) fn check(document: &Document, needed: Place, owner: &Value) -> Option<Finding> {
    let named_by = owner.get("$ref")?;
    let target = document.follow(named_by).ok()?;
    let (meant, tokens) = document.address(named_by).ok()?;
    // What other files are made of is anybody's choice, but for the components of another document.
    let placed = meant.path().is_none() || tokens.first().is_some_and(|it| it == "components");
    let known = placed.then(|| named(&tokens)).flatten();
    let found = match (known, &target.kind) {
        (Some(Named::One(found)), _) if fits(needed, found) => return None,
        (Some(Named::One(found)), _) => found.described().to_owned(),
        (Some(Named::All), _) => format!("`{}` as a whole", tokens.last()?),
        (None, Kind::Object(_)) => return None,
        (None, Kind::Bool(_)) if is_schema(needed) => return None,
        (None, _) => target.described().to_owned(),
    };
    let message = format!(
        "{} is needed here, and this names {found}",
        needed.described()
    );
    let finding = Finding::error("reference-kind", named_by.span, message);
    Some(match namesake(document, needed, &tokens) {
        Some(pointer) => finding.label(format!("did you mean `{pointer}`?")),
        None => finding,
    })
}

/// Whether an object of one place may stand in the other. Objects without words of their own may be anything.
pub(super) fn fits(needed: Place, found: Place) -> bool {
    needed == found
        || is_schema(needed) && is_schema(found)
        || needed == Place::Other
        || found == Place::Other
}

fn is_schema(place: Place) -> bool {
    matches!(place, Place::Schema | Place::SchemaPart)
}

/// What stands at a pointer; `None` for data and for what `OpenAPI` has no word for.
fn named(tokens: &[String]) -> Option<Named> {
    let mut tokens = tokens.iter();
    let mut place = Place::Document;
    while let Some(token) = tokens.next() {
        let (_, shape, child) = place.children().iter().find(|(key, ..)| key == token)?;
        let names = match shape {
            Shape::One => 0,
            Shape::List | Shape::Map | Shape::Table => 1,
            Shape::Tables => 2,
        };
        if tokens.by_ref().take(names).count() < names {
            return Some(Named::All);
        }
        place = *child;
    }
    Some(Named::One(place))
}

/// The component of the kind needed that has the name of the one referred to.
fn namesake(document: &Document, needed: Place, tokens: &[String]) -> Option<String> {
    let [_, _, name] = tokens else { return None };
    let sections = Place::Components.children().iter();
    let mut fitting = sections.filter(|(_, shape, place)| {
        matches!(shape, Shape::Map) && *place != Place::Other && fits(needed, *place)
    });
    let (section, ..) =
        fitting.find(|(section, ..)| document.component(section, name).is_some())?;
    Some(format!("#/components/{section}/{}", pointer::escape(name)))
}
