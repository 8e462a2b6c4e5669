//! Several choices that all have to be made of one value: two parts of `allOf`, or `oneOf` and `anyOf` in one schema.

use super::all_of::all_of;
use super::choice::{branches, chooses_twice};
use super::joined::{self, shapes};
use super::null::{all_take_null, takes_null_only};
use super::reading::{Shape, choices_of};
use super::values::values;
use crate::document::Document;
use crate::value::Value;

/// What they come to, and whether `null` is one of the values: one schema where each but says "or null", or all list values;
/// else something that bindings have no type for, since one choice alone would lose the others.
pub(super) fn several_choices<'d>(
    document: &'d Document,
    schema: &'d Value,
    whole: &[&'d Value],
) -> (Shape<'d>, bool) {
    let null = all_take_null(document, schema);
    if whole.len() > 1 && values(document, schema).is_some() {
        return (all_of(document, schema), null);
    }
    if let Some(all) = without_null(document, whole)
        && let Some(joined) = joined::schema(document, &all)
    {
        return (Shape::Same(joined), null);
    }
    let keyword = choices_of(document, whole).next().map(|(_, (it, _))| it);
    (Shape::Beyond(keyword.unwrap_or("allOf")), null)
}

/// What all parts say, with the one branch in place of each choice between it and `null`; `None` where one chooses among more.
fn without_null<'d>(document: &'d Document, whole: &[&'d Value]) -> Option<Vec<&'d Value>> {
    let choosing: Vec<_> = choices_of(document, whole).map(|(at, _)| at).collect();
    let mut all = Vec::new();
    for part in whole {
        let members = part.as_object()?.iter().filter(|member| shapes(member));
        let said: Vec<_> = members.map(|member| &*member.key).collect();
        if !choosing.iter().any(|at| std::ptr::eq(*at, *part)) {
            match said.as_slice() {
                [] | ["allOf"] => {}
                said if said.contains(&"allOf") => return None,
                _ => all.push(*part),
            }
            continue;
        }
        let (_, branches) = branches(part).filter(|_| said.len() == 1 && !chooses_twice(part))?;
        let taken = |branch: &&Value| {
            let branch = document.target(branch).unwrap_or(branch);
            !takes_null_only(branch)
        };
        let mut left = branches.iter().filter(taken);
        let (only, None) = (left.next()?, left.next()) else {
            return None;
        };
        all.push(only);
    }
    Some(all)
}
