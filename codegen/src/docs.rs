//! The document's words as doc attributes that rustdoc takes without a warning.

use std::borrow::Cow;
use std::fmt::Write;

/// Doc attributes, a line each; nothing for an empty text.
pub(crate) fn attributes(text: &str) -> String {
    let mut out = String::new();
    for line in text.trim().lines() {
        let line = clean_line(line.trim());
        let gap = if line.is_empty() { "" } else { " " };
        // Writing to a `String` cannot fail.
        let _ = write!(out, "#[doc = {:?}]", format!("{gap}{line}"));
    }
    out
}

/// One line of plain words as Markdown.
pub(crate) fn line(text: &str) -> String {
    clean_line(text.trim())
}

/// The first sentence, for places where the whole text stands elsewhere.
pub(crate) fn first_sentence(text: &str) -> &str {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.find(". ") {
        Some(end) => &line[..=end],
        None => line,
    }
}

/// Markdown that means the same as plain text: no accidental links, tags or code blocks.
fn clean_line(line: &str) -> String {
    let line = &readable(line);
    // One backquote too many: which of them it is nobody knows, and so none begins code.
    let none = line.matches('`').count() % 2 == 1;
    let mut out = String::with_capacity(line.len());
    for (i, piece) in line.split('`').enumerate() {
        if i > 0 {
            out.push_str(if none { "\\`" } else { "`" });
        }
        if i % 2 == 1 && !none {
            out.push_str(piece);
        } else {
            plain(piece, &mut out);
        }
    }
    out
}

/// The line without characters that cannot be seen.
fn readable(line: &str) -> Cow<'_, str> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() && matches!(bytes[at], b' '..=b'~') {
        at += 1;
    }
    if at == bytes.len() {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.replace(|c: char| c.is_control() || turns_text(c), " "))
}

/// Whether a character changes the direction of what follows: rustc refuses it in comments.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn plain(text: &str, out: &mut String) {
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let begins = |scheme| word.starts_with(scheme);
        if begins("http://") || begins("https://") {
            let end = word.trim_end_matches(['.', ',', ';', ')', '>']).len();
            out.push_str(&format!(
                "<{}>{}",
                word[..end].replace(['<', '>'], ""),
                word[end..].replace('>', "")
            ));
        } else {
            escape(word, out);
        }
    }
}

/// Bytes by index: every word of a document passes here, and mostly unoptimised.
fn escape(word: &str, out: &mut String) {
    let bytes = word.as_bytes();
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        if matches!(
            bytes[at],
            b'[' | b']' | b'<' | b'>' | b'*' | b'_' | b'|' | b'\\'
        ) {
            out.push_str(&word[done..at]);
            out.push('\\');
            done = at;
        }
        at += 1;
    }
    out.push_str(&word[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            attributes("a [b] <c> `[d]`"),
            r#"#[doc = " a \\[b\\] \\<c\\> `[d]`"]"#
        );
        assert_eq!(
            attributes("see https://a.b/c_d."),
            r#"#[doc = " see <https://a.b/c_d>."]"#
        );
        assert_eq!(
            attributes("odd `[d]` ` quote"),
            r#"#[doc = " odd \\`\\[d\\]\\` \\` quote"]"#
        );
        assert_eq!(
            attributes("a\n\nb"),
            r#"#[doc = " a"]#[doc = ""]#[doc = " b"]"#
        );
        assert_eq!(
            attributes("a\u{202e}b `\u{2066}c`"),
            r#"#[doc = " a b ` c`"]"#
        );
        assert_eq!(first_sentence("One. Two."), "One.");
    }
}
