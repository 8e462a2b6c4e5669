//! Which field stands for which member.

use bindery_spec::nearest;

use super::{Derived, OwnField, OwnPlace, OwnStruct, Role, label};
use crate::ir::{Field, Place, Struct};

/// A field and the member it stands for.
pub(super) struct Pair<'a> {
    pub(super) index: usize,
    pub(super) own: &'a OwnField,
    pub(super) member: &'a Field,
}

/// Pairs fields with members, and complains about those that stand for none or for one that has a field already. `of` is
/// what has the members, for messages.
pub(super) fn pair<'a>(
    own: &'a OwnStruct,
    made: &'a Struct,
    of: &str,
    derived: &mut Derived,
) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for (index, field) in own.fields.iter().enumerate() {
        if field.role != Role::Member {
            continue;
        }
        let Some(member) = find(made, field) else {
            derived.error(OwnPlace::Field(index), unknown(made, field, of));
            continue;
        };
        if pairs.iter().any(|pair| std::ptr::eq(pair.member, member)) {
            let message = format!("{} has a field already", label(member));
            derived.error(OwnPlace::Field(index), message);
            continue;
        }
        pairs.push(Pair {
            index,
            own: field,
            member,
        });
    }
    pairs
}

fn find<'a>(made: &'a Struct, field: &OwnField) -> Option<&'a Field> {
    let found = made.fields.iter().find(|member| match &field.rename {
        Some(wire) => member.wire == *wire && member.place != Place::WholeBody,
        None => member.name == field.name,
    });
    // The generated name of a keyword may end in an underscore.
    let bare = |member: &Field| member.name.trim_end_matches('_') == field.name;
    let other = || made.fields.iter().find(|member| bare(member));
    found.or_else(|| field.rename.is_none().then(other)?)
}

fn unknown(made: &Struct, field: &OwnField, of: &str) -> String {
    let fixed = |wire: &str| made.constants.iter().any(|(name, _)| name == wire);
    if let Some(wire) = &field.rename {
        if fixed(wire) {
            return format!("`{wire}` of {of} has one value, which is written for you");
        }
        let known = made.fields.iter().map(|member| &*member.wire);
        return match nearest(wire, known) {
            Some(near) => format!("{of} has no member `{wire}`: did you mean `{near}`?"),
            None => format!("{of} has no member `{wire}`"),
        };
    }
    let name = &field.name;
    let known = made.fields.iter().map(|member| &*member.name);
    let advice = match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name the member with `#[bindery(rename = \"…\")]`, or leave the field out with `#[bindery(skip)]`"
            .to_owned(),
    };
    format!("{of} has no member for `{name}`: {advice}")
}
