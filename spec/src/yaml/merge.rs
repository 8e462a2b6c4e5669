//! The merge key `<<`: members of other mappings that stand where it stands, unless the mapping has its own.
//! YAML 1.2 has no such key, but nearly every tool has.

use std::collections::HashSet;

use granit_parser::{Event, ScalarStyle};

use crate::finding::Finding;
use crate::value::{Kind, Member, Value};
use crate::yaml::slips;

/// Members to merge, and how many of the mapping's own stand before them.
pub(super) type Merge = (usize, Vec<Member>);

pub(super) fn is_key(event: &Event<'_>) -> bool {
    matches!(event, Event::Scalar(text, ScalarStyle::Plain, _, None) if text == "<<")
}

/// The members of what stands behind `<<`: a mapping, or several in a list, the first of which counts most.
pub(super) fn members(source: Value) -> Result<Vec<Member>, Finding> {
    match source.kind {
        Kind::Object(members) => Ok(members),
        Kind::Array(items) => {
            let mut members = Vec::new();
            for item in items {
                match item.kind {
                    Kind::Object(more) => members.extend(more),
                    _ => return Err(slips::not_to_merge(item.span, item.described())),
                }
            }
            Ok(members)
        }
        _ => Err(slips::not_to_merge(source.span, source.described())),
    }
}

pub(super) fn merged(own: Vec<Member>, merges: Vec<Merge>) -> Vec<Member> {
    if merges.is_empty() {
        return own;
    }
    let mut taken: HashSet<_> = own.iter().map(|member| member.key.clone()).collect();
    let mut own = own.into_iter();
    let mut all = Vec::new();
    let mut passed = 0;
    for (before, members) in merges {
        all.extend(own.by_ref().take(before - passed));
        passed = before;
        all.extend(
            members
                .into_iter()
                .filter(|member| taken.insert(member.key.clone())),
        );
    }
    all.extend(own);
    all
}
