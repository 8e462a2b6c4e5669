//! Types that hold themselves: one field of each circle is boxed, so that they have a size.

use super::uses::for_each_type;
use crate::ir::{Api, Shape, Type, TypeId};

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Boxes the last step of every circle. Lists and maps are a step on the heap already.
pub(super) fn cut(api: &mut Api) {
    let mut marks = vec![Mark::New; api.types.len()];
    for start in 0..api.types.len() {
        // A path of types and of what is left to look at below each; no recursion, whatever the document's depth.
        let mut path: Vec<(usize, Vec<TypeId>)> = Vec::new();
        let mut enter = Some(start).filter(|&start| marks[start] == Mark::New);
        loop {
            if let Some(id) = enter.take() {
                marks[id] = Mark::Open;
                path.push((id, held(&api.types[id].shape)));
            }
            let Some((id, below)) = path.last_mut() else {
                break;
            };
            match below.pop() {
                Some(next) if marks[next.0] == Mark::New => enter = Some(next.0),
                Some(next) if marks[next.0] == Mark::Open => {
                    box_fields(&mut api.types[*id].shape, next);
                }
                Some(_) => {}
                None => {
                    marks[*id] = Mark::Done;
                    path.pop();
                }
            }
        }
    }
}

/// The types a shape holds in place.
fn held(shape: &Shape) -> Vec<TypeId> {
    let mut found = Vec::new();
    for_each_type(shape, &mut |ty| in_place(ty, &mut found));
    found
}

fn in_place(ty: &Type, found: &mut Vec<TypeId>) {
    match ty {
        Type::Named(id) => found.push(*id),
        Type::Nullable(inner) | Type::OrJson(inner) => in_place(inner, found),
        Type::Tuple(items) => items.iter().for_each(|item| in_place(item, found)),
        _ => {}
    }
}

fn box_fields(shape: &mut Shape, target: TypeId) {
    match shape {
        Shape::Struct(made) => made
            .fields
            .iter_mut()
            .for_each(|field| box_type(&mut field.ty, target)),
        Shape::Union(union) => union
            .variants
            .iter_mut()
            .for_each(|variant| box_type(&mut variant.ty, target)),
        _ => {}
    }
}

fn box_type(ty: &mut Type, target: TypeId) {
    match ty {
        Type::Named(id) if *id == target => *ty = Type::Boxed(Box::new(ty.clone())),
        Type::Nullable(inner) | Type::OrJson(inner) => box_type(inner, target),
        Type::Tuple(items) => items.iter_mut().for_each(|item| box_type(item, target)),
        _ => {}
    }
}
