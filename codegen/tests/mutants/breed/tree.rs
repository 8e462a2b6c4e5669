//! Finding, making and rebuilding nodes of a document's tree.

use bindery_spec::{Kind, Member, Span, Value};

/// How many nodes a tree has, itself included.
pub(crate) fn count(value: &Value) -> usize {
    1 + children(value).map(count).sum::<usize>()
}

/// Every node below a value and the value itself.
pub(crate) fn each<'v>(value: &'v Value, look: &mut impl FnMut(&'v Value)) {
    look(value);
    children(value).for_each(|child| each(child, look));
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match &value.kind {
        Kind::Array(items) => Box::new(items.iter()),
        Kind::Object(members) => Box::new(members.iter().map(|member| &member.value)),
        _ => Box::new(std::iter::empty()),
    }
}

/// The node that comes `n`th, and its JSON Pointer.
pub(crate) fn nth(value: &mut Value, n: usize) -> (&mut Value, String) {
    let mut left = n;
    let mut at = String::new();
    let mut here = value;
    while left > 0 {
        left -= 1;
        let mut found = None;
        for (index, child) in children(here).enumerate() {
            let size = count(child);
            if left < size {
                found = Some(index);
                break;
            }
            left -= size;
        }
        let index = found.expect("a number below the count");
        here = match &mut here.kind {
            Kind::Array(items) => {
                at = format!("{at}/{index}");
                &mut items[index]
            }
            Kind::Object(members) => {
                at = format!("{at}/{}", members[index].key);
                &mut members[index].value
            }
            _ => unreachable!("leaves have no children"),
        };
    }
    (here, at)
}

/// A member of an object, to change.
pub(crate) fn get_mut<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    let members = members_mut(value)?;
    let found = members.iter_mut().find(|member| &*member.key == key);
    found.map(|member| &mut member.value)
}

pub(crate) fn members_mut(value: &mut Value) -> Option<&mut Vec<Member>> {
    match &mut value.kind {
        Kind::Object(members) => Some(members),
        _ => None,
    }
}

/// Changes every string that a function has something else for.
pub(crate) fn replace_strings(value: &mut Value, change: &impl Fn(&str) -> Option<String>) {
    match &mut value.kind {
        Kind::String(text) => {
            if let Some(new) = change(text) {
                *text = new.into();
            }
        }
        Kind::Array(items) => items
            .iter_mut()
            .for_each(|item| replace_strings(item, change)),
        Kind::Object(members) => members
            .iter_mut()
            .for_each(|member| replace_strings(&mut member.value, change)),
        _ => {}
    }
}

pub(crate) fn string(text: &str) -> Value {
    from(Kind::String(text.into()))
}

pub(crate) fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    from(Kind::Object(
        members
            .into_iter()
            .map(|(key, value)| member(key, value))
            .collect(),
    ))
}

pub(crate) fn array(items: Vec<Value>) -> Value {
    from(Kind::Array(items))
}

pub(crate) fn member(key: &str, value: Value) -> Member {
    Member {
        key: key.into(),
        key_span: value.span,
        value,
    }
}

/// Positions mean nothing here: the tree is written out and read again.
pub(crate) fn from(kind: Kind) -> Value {
    let span = Span::start_of_file();
    Value { span, kind }
}
