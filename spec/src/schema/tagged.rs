//! Choices with a discriminator: which value of the tag stands for which branch.

use std::collections::HashSet;
use std::ptr;

use super::choice::branches;
use super::constants::Constants;
use super::json_type::{JsonType, types_of};
use super::parts::parts;
use super::properties::Properties;
use super::{component, filled};
use crate::document::Document;
use crate::value::Value;

/// A choice whose branches a member tells apart.
#[derive(Clone, Debug)]
pub struct Tagged<'d> {
    /// The member's name.
    pub tag: &'d str,
    /// The member that holds the content of every branch; `None` where content stands beside the tag.
    pub content: Option<&'d str>,
    /// What may be chosen; one schema stands here once for each of its values.
    pub branches: Vec<TaggedBranch<'d>>,
}

/// A branch of a tagged choice.
#[derive(Clone, Debug)]
pub struct TaggedBranch<'d> {
    /// The value of the tag.
    pub value: String,
    /// What the value stands for.
    pub schema: &'d Value,
}

impl<'d> Tagged<'d> {
    /// The branches of a schema with a `discriminator`; `None` where one of them has no value of the tag, or is a choice itself or no object.
    pub(super) fn of(
        document: &'d Document,
        schema: &'d Value,
        branches: &[&'d Value],
    ) -> Option<Self> {
        let discriminator = schema.get("discriminator")?;
        let tag = discriminator.get("propertyName")?.as_str()?;
        let (mut tagged, mut taken, mut fixed) = (Vec::new(), HashSet::new(), true);
        let mut unique = true;
        if branches
            .iter()
            .any(|branch| chooses(document, schema, branch) || is_no_object(document, branch))
        {
            return None;
        }
        for &branch in branches {
            let property = Properties::of(document, branch).get(tag);
            let property = property.and_then(|it| document.target(it).ok());
            // Only a text can be told from what `mapping` lists, and written as it was read.
            if property.is_some_and(|it| types_of(it).iter().any(|ty| *ty != JsonType::String)) {
                return None;
            }
            fixed &= property.is_some_and(|it| it.get("const").is_some());
            for value in values(document, discriminator, property, branch)? {
                unique &= taken.insert(value.clone());
                let schema = branch;
                tagged.push(TaggedBranch { value, schema });
            }
        }
        if !unique && !fixed {
            return None;
        }
        let content = content(document, tag, branches);
        Some(Tagged {
            tag,
            content,
            branches: tagged,
        })
    }
}

/// Whether a branch is a choice itself, whose content no one object is; heirs of the choice they stand in are none.
fn chooses(document: &Document, outer: &Value, branch: &Value) -> bool {
    let whole = parts(document, branch);
    let mut others = whole.iter().filter(|part| !std::ptr::eq(**part, outer));
    others.any(|part| branches(part).is_some())
}

/// Whether a branch has values that hold no members, where no tag can stand.
fn is_no_object(document: &Document, branch: &Value) -> bool {
    let whole = parts(document, branch);
    let mut types = whole.iter().flat_map(|part| types_of(part));
    types.any(|ty| ty != JsonType::Object)
}

/// The values of the tag that stand for a branch: what the tag's own schema lists, or what `mapping` says, or the component's
/// name.
fn values<'d>(
    document: &'d Document,
    discriminator: &Value,
    property: Option<&Value>,
    branch: &'d Value,
) -> Option<Vec<String>> {
    let mapped = mapped(document, discriminator, branch);
    let listed = property.and_then(Constants::of).filter(|it| it.strings);
    match listed {
        Some(listed) if listed.values.len() == 1 || mapped.is_empty() => {
            let values = listed.values.into_iter();
            Some(values.map(|constant| constant.wire).collect())
        }
        _ if !mapped.is_empty() => Some(mapped),
        _ => {
            property?;
            Some(vec![component(document, branch)?.name.to_owned()])
        }
    }
}

/// The values that `mapping` gives to a branch, by reference or by the component's name.
fn mapped<'d>(document: &'d Document, discriminator: &Value, branch: &'d Value) -> Vec<String> {
    let Some(reference) = branch.get("$ref").and_then(Value::as_str) else {
        return Vec::new();
    };
    let mapping = filled(discriminator, "mapping").and_then(Value::as_object);
    let mapping = mapping.unwrap_or_default().iter();
    let named = component(document, branch);
    let ours = mapping.filter(|member| {
        let Some(target) = member.value.as_str() else {
            return false;
        };
        target == reference
            || named.is_some_and(|named| named.name == target)
            || document.has_files() && same(document, &member.value, branch)
    });
    ours.map(|member| member.key.to_string()).collect()
}

/// Whether a reference by itself names the schema that a branch refers to: each is relative to its own file.
fn same(document: &Document, reference: &Value, branch: &Value) -> bool {
    let named = document.follow(reference).ok();
    let target = branch.get("$ref").map(|it| document.follow(it));
    matches!((named, target), (Some(one), Some(Ok(other))) if ptr::eq(one, other))
}

/// The one other property of every branch, where all agree on its name.
fn content<'d>(document: &'d Document, tag: &str, branches: &[&'d Value]) -> Option<&'d str> {
    let mut agreed = None;
    for branch in branches {
        let properties = Properties::of(document, branch);
        if properties.rest.is_some() {
            return None;
        }
        let mut others = properties.members.iter().filter(|it| &*it.key != tag);
        let (Some(only), None) = (others.next(), others.next()) else {
            return None;
        };
        if *agreed.get_or_insert(&*only.key) != &*only.key {
            return None;
        }
    }
    agreed
}
