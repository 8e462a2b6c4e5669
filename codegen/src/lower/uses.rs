//! Which types travel in requests and which in replies. Looks at the finished representation only.

use crate::ir::{Api, Field, Place, Shape, Type, TypeId, Uses};

#[derive(Clone, Copy)]
enum Way {
    Request,
    Reply,
    Parameter,
}

impl Way {
    fn of(self, uses: &mut Uses) -> &mut bool {
        match self {
            Way::Request => &mut uses.request,
            Way::Reply => &mut uses.reply,
            Way::Parameter => &mut uses.parameter,
        }
    }
}

/// Marks every type that an operation reaches.
pub(super) fn mark(api: &mut Api) {
    let mut roots = Vec::new();
    for operation in &api.operations {
        roots.push((Type::Named(operation.request), Way::Request));
        let fields = parameters(&api.types[operation.request.0].shape);
        roots.extend(fields.map(|field| (field.ty.clone(), Way::Parameter)));
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
                .filter_map(|status| Some((status.ty.clone()?, Way::Reply))),
        );
    }
    let incoming = api.incoming.iter();
    roots.extend(incoming.map(|call| (call.ty.clone(), Way::Reply)));
    for (ty, way) in roots {
        let mut open = Vec::new();
        named(&ty, &mut open);
        while let Some(id) = open.pop() {
            let uses = &mut api.types[id.0].uses;
            if !std::mem::replace(way.of(uses), true) {
                for_each_type(&api.types[id.0].shape, &mut |ty| named(ty, &mut open));
            }
        }
    }
}

/// The fields of a request that stand outside its body.
fn parameters(shape: &Shape) -> impl Iterator<Item = &Field> {
    let fields = match shape {
        Shape::Struct(made) => &*made.fields,
        _ => &[],
    };
    let body = [Place::Body, Place::Rest, Place::WholeBody];
    fields.iter().filter(move |it| !body.contains(&it.place))
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
