//! Links to the web, the only ones that documentation has of a document: all others lead nowhere from where it stands.

use super::inline::{code_end, run};

/// `[text](url)`
pub(super) struct Link<'t> {
    pub(super) text: &'t str,
    pub(super) url: &'t str,
}

impl<'t> Link<'t> {
    /// The link that a bracket begins, and where it ends.
    pub(super) fn at(text: &'t str, at: usize) -> Option<(Self, usize)> {
        let bytes = text.as_bytes();
        let mut end = at + 1;
        while *bytes.get(end)? != b']' {
            end = match bytes[end] {
                b'[' => return None,
                b'`' => code_end(bytes, end).unwrap_or(end + run(bytes, end)),
                b'\\' => end + 2,
                _ => end + 1,
            };
        }
        let words = text.get(at + 1..end)?;
        let start = end + 2;
        let url = text.get(end..)?.starts_with("](").then_some(start)?;
        let end = url_end(text, url)?;
        let closed = bytes.get(end) == Some(&b')');
        let url = &text[start..end];
        // A link has no other within it.
        let plain = !words.trim().is_empty() && !words.contains("://");
        let sound = closed && plain && !url.contains(['{', '}']);
        sound.then_some((Link { text: words, url }, end + 1))
    }
}

/// Where the scheme begins that a colon ends.
pub(super) fn scheme_before(text: &str, colon: usize) -> Option<usize> {
    let slashes = text[colon..].starts_with("://");
    let scheme = ["https", "http"]
        .into_iter()
        .find(|scheme| text[..colon].ends_with(scheme))?;
    slashes.then_some(colon - scheme.len())
}

/// Where the address of a page ends that begins here.
pub(super) fn url_end(text: &str, start: usize) -> Option<usize> {
    let url = text.get(start..)?;
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{') {
        return None;
    }
    let mut open = 0;
    let belongs = |byte: &u8| {
        match byte {
            b'(' => open += 1,
            b')' if open == 0 => return false,
            b')' => open -= 1,
            _ => {}
        }
        byte.is_ascii_graphic() && !b"<>\"`\\^|[]".contains(byte)
    };
    let length = rest.bytes().take_while(belongs).count();
    // Marks that end the sentence around it.
    let ends = ['.', ',', ';', ':', '!', '?', '\'', '(', '*', '_', '~'];
    let length = rest[..length].trim_end_matches(ends).len();
    Some(start + url.len() - rest.len() + length)
}
