//! `readOnly` and `writeOnly`: members that travel one way only. Looks at the finished representation only.

use super::uses;
use crate::ir::{Api, Field, Place, Shape, Struct, Uses};

/// Takes members out of types that never travel their way. Where a type travels both ways they stay, and none is required.
pub(super) fn settle(api: &mut Api) {
    let mut taken = false;
    for def in &mut api.types {
        if let Shape::Struct(made) = &mut def.shape {
            taken |= settle_struct(made, def.uses);
        }
    }
    if taken {
        mark_again(api);
    }
}

/// Whether a member was taken out.
fn settle_struct(made: &mut Struct, uses: Uses) -> bool {
    let before = made.fields.len();
    let (read_only, write_only) = (&made.read_only, &made.write_only);
    let listed =
        |names: &[String], field: &Field| field.place == Place::Body && names.contains(&field.wire);
    made.fields.retain_mut(|field| {
        let (read, write) = (listed(read_only, field), listed(write_only, field));
        let idle = (read && !uses.reply) || (write && !uses.request);
        if (read && uses.request) || (write && uses.reply) {
            field.required = false;
        }
        !idle
    });
    made.fields.len() < before
}

/// What was reached through such members alone is not needed any more.
fn mark_again(api: &mut Api) {
    let before: Vec<Uses> = api.types.iter().map(|def| def.uses).collect();
    for def in &mut api.types {
        def.uses = Uses::default();
    }
    uses::mark(api);
    for (index, before) in before.into_iter().enumerate() {
        if before != Uses::default() && api.types[index].uses == Uses::default() {
            api.spare.insert(index);
        }
    }
}
