//! The name somebody probably meant. Pure text: what the candidates are is the caller's affair.

/// The most candidates that are looked at, so that many slips in a document of many names cost little.
const CANDIDATES: usize = 1000;

/// The candidate nearest to `name`, if one is at most a third of the name's length (at least one edit) away.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let characters: Vec<char> = name.chars().collect();
    let mut limit = (characters.len() / 3).max(1);
    let mut best = None;
    for candidate in candidates.into_iter().take(CANDIDATES) {
        if is_far(name, candidate, limit) {
            continue;
        }
        if let Some(distance) = distance(&characters, candidate, limit) {
            best = Some(candidate);
            if distance == 0 {
                break;
            }
            limit = distance - 1;
        }
    }
    best
}

/// ``did you mean `name`?``, if there is a near name.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(name, candidates).map(|near| format!("did you mean `{near}`?"))
}

/// Whether two texts are certainly further apart than a limit: cheap, and true of nearly all pairs.
fn is_far(left: &str, right: &str, limit: usize) -> bool {
    if !(left.is_ascii() && right.is_ascii()) {
        return false;
    }
    // An edit changes the length by at most one, and adds and removes at most one letter each.
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
