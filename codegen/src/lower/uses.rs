//! Which types travel in requests and which in replies. Looks at the finished representation only.

use crate::ir::{Api, Shape, Type, TypeId};

#[derive(Clone, Copy)]
enum Way {
    Request,
    Reply,
}

/// Marks every type that an operation reaches.
pub(super) fn mark(api: &mut Api) {
    let mut roots = Vec::new();
    for operation in &api.operations {
        roots.push((Type::Named(operation.request), Way::Request));
        roots.extend(operation.reply.clone().map(|ty| (ty, Way::Reply)));
        roots.extend(
            operation
                .results
                .as_ref()
                .map(|results| (results.verdict.clone(), Way::Reply)),
        );
        roots.extend(
            operation
                .errors
                .statuses
                .iter()
                .map(|status| (status.ty.clone(), Way::Reply)),
        );
    }
    let incoming = api.incoming.iter();
    roots.extend(incoming.map(|call| (call.ty.clone(), Way::Reply)));
    for (ty, way) in roots {
        let mut open = Vec::new();
        named(&ty, &mut open);
        while let Some(id) = open.pop() {
            let uses = &mut api.types[id.0].uses;
            let seen = match way {
                Way::Request => std::mem::replace(&mut uses.request, true),
                Way::Reply => std::mem::replace(&mut uses.reply, true),
            };
            if !seen {
                for_each_type(&api.types[id.0].shape, &mut |ty| named(ty, &mut open));
            }
        }
    }
}

/// Calls `visit` with the type of every field or variant.
pub(crate) fn for_each_type(shape: &Shape, visit: &mut dyn FnMut(&Type)) {
    match shape {
        Shape::Struct(made) => made.fields.iter().for_each(|field| visit(&field.ty)),
        Shape::Union(union) => union.variants.iter().for_each(|variant| visit(&variant.ty)),
        Shape::Replies(replies) => {
            let held = replies.successes.iter().filter_map(|it| it.ty.as_ref());
            held.for_each(visit);
        }
        Shape::Pending | Shape::Text(_) | Shape::Enum(_) => {}
    }
}

/// The named types inside a type.
fn named(ty: &Type, found: &mut Vec<TypeId>) {
    match ty {
        Type::Named(id) => found.push(*id),
        Type::List { item: inner, .. }
        | Type::Map(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner)
        | Type::OrJson(inner) => {
            named(inner, found);
        }
        Type::Tuple(items) => items.iter().for_each(|item| named(item, found)),
        _ => {}
    }
}
