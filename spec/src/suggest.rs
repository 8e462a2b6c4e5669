//! The name somebody probably meant. Pure text: what the candidates are is the caller's affair.

/// The most candidates that are looked at, so that a long list of names and a long list of slips cost little.
const CANDIDATES: usize = 2000;

/// The candidate nearest to `name`, if one is at most a third of the name's length (at least one edit) away.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().collect();
    let mut limit = (name.len() / 3).max(1);
    let mut best = None;
    for candidate in candidates.into_iter().take(CANDIDATES) {
        if let Some(distance) = distance(&name, candidate, limit) {
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

/// Levenshtein distance up to a limit, letter case counted as equal.
fn distance(left: &[char], right: &str, limit: usize) -> Option<usize> {
    if right.chars().count().abs_diff(left.len()) > limit {
        return None;
    }
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
