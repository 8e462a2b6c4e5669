//! Where the members of large objects stand, so that references into a file of thousands of schemas cost no search.

use std::collections::HashMap;

use crate::value::Value;

/// How deep large objects are looked for: schemas stand by name at the root, or one or two keys below.
const LEVELS: usize = 3;

/// Fewer members than this are searched as fast as looked up.
const LARGE: usize = 32;

/// Positions of the members of an object, and the indexes of objects in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    names: HashMap<Box<str>, usize>,
    inside: HashMap<Box<str>, Index>,
}

impl Index {
    /// The index of a tree; `None` where nothing in it is large.
    pub(super) fn of(root: &Value) -> Option<Self> {
        Self::down(root, LEVELS)
    }

    fn down(value: &Value, levels: usize) -> Option<Self> {
        let members = value.as_object().filter(|_| levels > 0)?;
        let mut index = Index::default();
        for (at, member) in members.iter().enumerate() {
            if members.len() >= LARGE {
                index.names.entry(member.key.clone()).or_insert(at);
            }
            if let Some(inside) = Self::down(&member.value, levels - 1) {
                index.inside.entry(member.key.clone()).or_insert(inside);
            }
        }
        (!index.names.is_empty() || !index.inside.is_empty()).then_some(index)
    }
}

/// The value at a pointer, or how many of its tokens lead somewhere, and where.
pub(super) fn walk<'v>(
    root: &'v Value,
    mut index: Option<&Index>,
    tokens: &[String],
) -> Result<&'v Value, (usize, &'v Value)> {
    let mut value = root;
    for (depth, token) in tokens.iter().enumerate() {
        let known = index.filter(|index| !index.names.is_empty());
        let child = match (known, value.as_object()) {
            (Some(index), Some(members)) => {
                let at = index.names.get(&**token).copied();
                at.and_then(|at| members.get(at))
                    .map(|member| &member.value)
            }
            _ => value.child(token),
        };
        value = child.ok_or((depth, value))?;
        index = index.and_then(|index| index.inside.get(&**token));
    }
    Ok(value)
}
