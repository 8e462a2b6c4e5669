//! Whether a file that a reference names may be shown: one that is no document at all may hold anybody's secrets.

use std::path::Path;

use crate::value::{Kind, Value};

/// Whether a text that cannot be read looks like a torn document, whose writer wants to see the line.
pub(super) fn is_document(path: &str, text: &str) -> bool {
    let extension = Path::new(path).extension();
    let is = |end: &str| extension.is_some_and(|it| it.eq_ignore_ascii_case(end));
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let bracket = text.starts_with(['{', '[']);
    if is("yaml") || is("yml") {
        return bracket || begins_like_yaml(text);
    }
    is("json") && bracket
}

/// With a mark, a comment, an item of a list, or a key.
fn begins_like_yaml(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let first = lines.next().unwrap_or_default().trim_end();
    let key = first.split_once(": ").map(|(key, _)| key);
    let key = key.or_else(|| first.strip_suffix(':'));
    first.starts_with("---") || first.starts_with("- ") || key.is_some_and(is_name)
}

fn is_name(key: &str) -> bool {
    key.chars()
        .all(|c| c.is_alphanumeric() || "$-_./'\"".contains(c))
}

/// Whether a tree is more than a lone text or number.
pub(super) fn holds_more(root: &Value) -> bool {
    matches!(root.kind, Kind::Object(_) | Kind::Array(_) | Kind::Bool(_))
}
