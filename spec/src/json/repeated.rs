//! Keys that stand twice in one object: no matter of syntax, and no document all the same.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::span::Span;
use crate::value::Member;

/// Up to so many members, comparing each with each is quicker than hashing.
const FEW: usize = 12;

/// Complains about every key but the first of its name.
pub(crate) fn repeated_keys(members: &[Member], findings: &mut Vec<Finding>) {
    if members.len() > FEW {
        return repeated_among_many(members, findings);
    }
    for (i, member) in members.iter().enumerate() {
        for first in &members[..i] {
            if first.key == member.key {
                findings.push(repeated(member, first.key_span));
                break;
            }
        }
    }
}

fn repeated_among_many(members: &[Member], findings: &mut Vec<Finding>) {
    let mut seen = HashMap::with_capacity(members.len());
    for member in members {
        let first = *seen.entry(&*member.key).or_insert(member.key_span);
        if first != member.key_span {
            findings.push(repeated(member, first));
        }
    }
}

fn repeated(member: &Member, first: Span) -> Finding {
    let message = format!("the key `{}` stands twice in one object", member.key);
    Finding::error("duplicate-key", member.key_span, message)
        .label("readers disagree on which one counts")
        .note(first, "first here")
}
