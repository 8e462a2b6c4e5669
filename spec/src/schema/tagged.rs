//! Choices with a discriminator: which value of the tag stands for which branch.

mod chosen;
mod width;

use std::collections::HashSet;
use std::ptr;

use super::heirs;
use super::json_type::{JsonType, types_of};
use super::parts::parts;
use super::properties::Properties;
use super::reading::choices;
use crate::document::Document;
use crate::value::Value;
use chosen::Chosen;
pub(crate) use chosen::{listed, wrapped};
use width::is_finite;

/// A choice whose branches a member tells apart.
#[derive(Clone, Debug)]
pub struct Tagged<'d> {
    /// The member's name.
    pub tag: &'d str,
    /// The type of its values: texts, integers or truth values.
    pub kind: JsonType,
    /// The member that holds the content of every branch; `None` where content stands beside the tag.
    pub content: Option<&'d str>,
    /// What may be chosen; one schema stands here once for each of its values.
    pub branches: Vec<TaggedBranch<'d>>,
    /// Whether it is a schema and its heirs: values with other tags are values of the schema all the same.
    pub inherited: bool,
}

/// A branch of a tagged choice.
#[derive(Clone, Debug)]
pub struct TaggedBranch<'d> {
    /// The value of the tag.
    pub value: String,
    /// What the value stands for.
    pub schema: &'d Value,
    /// The schemas whose members the branch has too.
    pub beside: Vec<&'d Value>,
    /// Whether the branch is a choice itself; else it is the members of the schema alone, even where that has heirs.
    pub nested: bool,
}

impl<'d> Tagged<'d> {
    /// The branches of a schema with a `discriminator`; `None` where one of them has no value of the tag, or is no object.
    pub(super) fn of(
        document: &'d Document,
        schema: &'d Value,
        branches: &[&'d Value],
        base: Option<&'d Value>,
    ) -> Option<Self> {
        let own = base.and_then(|base| base.get("discriminator"));
        let discriminator = schema.get("discriminator").or(own)?;
        let tag = discriminator.get("propertyName")?.as_str()?;
        let mut chosen = Chosen {
            document,
            discriminator,
            tag,
            declared: false,
            by_name: false,
            fixed: true,
            kinds: HashSet::new(),
        };
        // What stands beside the choice may say of what type the tag is.
        chosen.declared = chosen.property(base.unwrap_or(schema))?.is_some();
        let mut tagged = Vec::new();
        if branches.iter().any(|branch| chosen.chooses(branch)) && !is_finite(document, schema) {
            return None;
        }
        for &branch in branches {
            tagged.extend(chosen.branch(branch, base)?);
        }
        if !is_unique(&tagged) {
            // Branches that share one list of all tags are each called by one of them.
            chosen.by_name = true;
            tagged.clear();
            for &branch in branches {
                tagged.extend(chosen.branch(branch, base)?);
            }
        }
        if !is_unique(&tagged) && !chosen.fixed {
            return None;
        }
        let kind = chosen.kind()?;
        let plain = tagged.iter().all(|it| !it.nested && it.beside.is_empty());
        let content = plain.then(|| content(document, tag, branches)).flatten();
        Some(Tagged {
            tag,
            kind,
            content,
            branches: tagged,
            inherited: false,
        })
    }

    /// A base and its heirs, where a schema is one; `beside` is what all of them have too.
    pub(super) fn inherited(
        document: &'d Document,
        schema: &'d Value,
        beside: Option<&'d Value>,
    ) -> Option<Self> {
        let base = heirs::base(document, schema)?;
        let property = Properties::of(document, schema).get(&base.tag);
        let kind = match property.map(|it| types_of(document.target(it).unwrap_or(it))) {
            None => JsonType::String,
            Some(types) => match types.as_slice() {
                [] => JsonType::String,
                [only] => *only,
                _ => return None,
            },
        };
        if !base.heirs.iter().all(|heir| is_of(kind, &heir.value)) {
            return None;
        }
        let branches = base.heirs.iter().filter_map(|heir| {
            let target = document.target(&heir.reference).ok()?;
            let whole = parts(document, target);
            let all = [Some(schema), beside].into_iter().flatten();
            let lower = heirs::base(document, target);
            let own = lower.is_some_and(|it| it.tag == base.tag);
            let chooses = lower.is_some() || choices(document, target).next().is_some();
            Some(TaggedBranch {
                value: heir.value.clone(),
                schema: &heir.reference,
                beside: all.filter(|it| !has(&whole, it)).collect(),
                nested: !own && chooses && is_finite(document, target),
            })
        });
        Some(Tagged {
            tag: &base.tag,
            kind,
            content: None,
            branches: branches.collect(),
            inherited: true,
        })
    }
}

/// Whether no two branches have one tag.
fn is_unique(branches: &[TaggedBranch<'_>]) -> bool {
    let mut taken = HashSet::new();
    branches.iter().all(|branch| taken.insert(&*branch.value))
}

pub(super) fn has(whole: &[&Value], part: &Value) -> bool {
    whole.iter().any(|it| ptr::eq(*it, part))
}

/// Whether a value of the tag, as `mapping` and references write it, is of a type.
fn is_of(kind: JsonType, value: &str) -> bool {
    match kind {
        JsonType::String => true,
        JsonType::Integer => value.parse::<i64>().is_ok(),
        JsonType::Boolean => matches!(value, "true" | "false"),
        _ => false,
    }
}

/// The one other property of every branch, where all agree on its name and each requires it.
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
        if !properties.requires(&only.key) || *agreed.get_or_insert(&*only.key) != &*only.key {
            return None;
        }
    }
    agreed
}
