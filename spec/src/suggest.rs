//! The name somebody probably meant. Pure text: what the candidates are is the caller's affair.

use crate::finding::Finding;

/// The most findings of one document that come with a suggestion. With [`CANDIDATES`] it bounds what suggestions
/// cost, however many slips a document of many names has.
const FINDINGS: usize = 50;

/// The most candidates that are looked at.
const CANDIDATES: usize = 1000;

/// The most of them that are compared letter by letter when no candidate is but a slip of the pen away.
const ALIKE: usize = 300;

/// A slip of the pen: this many edits, which tells most candidates apart at a glance.
const SLIP: usize = 2;

/// The candidate nearest to `name`, if one is at most a third of the name's length (at least one edit) away.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates: Vec<_> = candidates.into_iter().take(CANDIDATES).collect();
    let characters: Vec<char> = name.chars().collect();
    let limit = (characters.len() / 3).max(1);
    let within = |limit, looks| {
        let near = candidates.iter().copied();
        let near = near.filter(|other| !is_far(name, other, limit));
        nearest_of(&characters, near.take(looks), limit)
    };
    within(limit.min(SLIP), CANDIDATES).or_else(|| within(limit, ALIKE))
}

fn nearest_of<'a>(
    name: &[char],
    candidates: impl Iterator<Item = &'a str>,
    mut limit: usize,
) -> Option<&'a str> {
    let mut best = None;
    for candidate in candidates {
        if let Some(distance) = distance(name, candidate, limit) {
            best = Some(candidate);
            if distance == 0 {
                break;
            }
            limit = distance - 1;
        }
    }
    best
}

/// The nearest candidate, unless so much was found `before` that one more suggestion helps nobody.
pub(crate) fn near<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    before: &[Finding],
) -> Option<&'a str> {
    let few = before.len() < FINDINGS;
    few.then(|| nearest(name, candidates)).flatten()
}

/// ``did you mean `name`?``, if there is a [`near`] name.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    before: &[Finding],
) -> Option<String> {
    near(name, candidates, before).map(|near| format!("did you mean `{near}`?"))
}

/// Whether two texts are certainly further apart than a limit: cheap, and true of nearly all pairs.
fn is_far(left: &str, right: &str, limit: usize) -> bool {
    // An edit changes the length by at most one character, and adds and removes at most one letter each.
    if left.len().abs_diff(right.len()) > 4 * limit {
        return true;
    }
    if !(left.is_ascii() && right.is_ascii()) {
        return false;
    }
    let letters = (letters(left) ^ letters(right)).count_ones() as usize;
    left.len().abs_diff(right.len()) > limit || letters > 2 * limit
}

/// The letters of an ASCII text as a set, letter case counted as equal.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// Levenshtein distance up to a limit, letter case counted as equal.
fn distance(left: &[char], right: &str, limit: usize) -> Option<usize> {
    let mut row: Vec<usize> = (0..=left.len()).collect();
    for (i, r) in right.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, l) in left.iter().enumerate() {
            let substituted = diagonal + usize::from(!l.eq_ignore_ascii_case(&r));
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
        if row.iter().min().is_some_and(|least| *least > limit) {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= limit)
}
