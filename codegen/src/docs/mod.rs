//! The document's words as doc attributes that rustdoc takes without a warning, and of which it compiles nothing.

mod blocks;
mod inline;
mod link;

use std::borrow::Cow;
use std::fmt::Write;

/// Doc attributes, a line each; nothing for an empty text.
pub(crate) fn attributes(text: &str) -> String {
    let mut out = String::new();
    for line in blocks::lines(text) {
        let gap = if line.is_empty() { "" } else { " " };
        // Writing to a `String` cannot fail.
        let _ = write!(out, "#[doc = {:?}]", format!("{gap}{line}"));
    }
    out
}

/// One line of words as Markdown, for places where it does not begin the line.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::new();
    inline::push(readable(text).trim(), &mut out);
    out
}

/// A name or value of the document as code within a line.
pub(crate) fn code(text: &str) -> String {
    if text.trim().is_empty() {
        return format!("{text:?}");
    }
    let unseen = |c: char| c.is_control() || turns_text(c);
    let mut out = String::with_capacity(text.len() + 2);
    if text.contains(unseen) {
        let escaped = text.chars().map(|c| match c {
            c if unseen(c) => c.escape_default().to_string(),
            c => c.to_string(),
        });
        inline::push_code(&escaped.collect::<String>(), &mut out);
    } else {
        inline::push_code(text, &mut out);
    }
    out
}

/// A text behind what it is about, in one paragraph where it begins with one.
pub(crate) fn after(lead: &str, text: &str) -> String {
    let gap = match text {
        "" => "",
        text if blocks::is_paragraph(text) => " ",
        _ => "\n\n",
    };
    format!("{lead}{gap}{text}")
}

/// The first sentence, for places where the whole text stands elsewhere.
pub(crate) fn first_sentence(text: &str) -> &str {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.find(". ") {
        Some(end) => &line[..=end],
        None => line,
    }
}

/// The text of a line without characters that cannot be seen.
fn readable(line: &str) -> Cow<'_, str> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() && matches!(bytes[at], b' '..=b'~') {
        at += 1;
    }
    if at == bytes.len() {
        return Cow::Borrowed(line);
    }
    let line = line.replace('\t', "    ");
    Cow::Owned(line.replace(|c: char| c.is_control() || turns_text(c), " "))
}

/// Whether a character changes the direction of what follows: rustc refuses it in comments.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod judge;
#[cfg(test)]
mod tests;
