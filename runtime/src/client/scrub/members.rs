//! Members that the document calls secret, in a text that may be anything: JSON, broken JSON, JSON in a string, a form, XML.

use std::ops::Range;

use super::layer::layers;

/// The places of values that stand behind one of `names`. An empty name is everything: a secret without a name.
pub(super) fn find(text: &[u8], names: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if names.is_empty() || text.is_empty() {
        return found;
    }
    if names.contains(&"") {
        found.push(0..text.len());
        return found;
    }
    for layer in layers(text) {
        for name in names {
            let windows = layer.bytes.windows(name.len()).enumerate();
            let hits = windows.filter(|(_, window)| *window == name.as_bytes());
            for (start, _) in hits {
                let value = value(&layer.bytes, start, start + name.len());
                let value = value.filter(|value| !value.is_empty());
                found.extend(value.and_then(|value| layer.place(value)));
            }
        }
    }
    found
}

/// The value of what looks like a member whose name is at `start..end`.
fn value(bytes: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
    let before = start.checked_sub(1).map(|at| bytes[at]);
    let behind = bytes.get(end).copied();
    match (before, behind) {
        (Some(b'"' | b'\''), quote) if quote == before => {
            let colon = past_space(bytes, end + 1);
            let value = past_space(bytes, colon + 1);
            (bytes.get(colon) == Some(&b':')).then(|| json(bytes, value))
        }
        (Some(b'<' | b':'), Some(b'>')) => Some(until(bytes, end + 1, |byte| byte == b'<')),
        (before, Some(b'=')) if !before.is_some_and(|it| it.is_ascii_alphanumeric()) => {
            Some(until(bytes, end + 1, ends_word))
        }
        _ => None,
    }
}

fn past_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// What stands in a string, or the whole of any other value.
fn json(bytes: &[u8], at: usize) -> Range<usize> {
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => at + 1..string_end(bytes, at + 1, *quote),
        Some(b'{' | b'[') => at..container_end(bytes, at),
        _ => until(bytes, at, ends_word),
    }
}

/// Where the string ends whose text starts at `at`: at its quote, or with the text.
pub(super) fn string_end(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            _ if byte == quote => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn container_end(bytes: &[u8], mut at: usize) -> usize {
    let mut open = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => open -= 1,
            b'"' => at = string_end(bytes, at + 1, b'"'),
            _ => {}
        }
        at += 1;
        if open == 0 {
            break;
        }
    }
    at.min(bytes.len())
}

fn ends_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"&,;}])<>\"'".contains(&byte)
}

fn until(bytes: &[u8], start: usize, ends: impl Fn(u8) -> bool) -> Range<usize> {
    let rest = bytes.get(start..).unwrap_or_default();
    let len = rest.iter().position(|byte| ends(*byte));
    start..start + len.unwrap_or(rest.len())
}
