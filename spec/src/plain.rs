//! Words of a document where people read them: in a terminal, in messages of the compiler, in comments. What steers any of these, hides, or
//! turns text around is shown by its number.

use std::borrow::Cow;
use std::fmt::Write;

/// A text in one line.
///
/// ```
/// use bindery_spec::plain::line;
/// assert_eq!(line("a\u{1b}[2J\nb\u{202e}"), r"a\u{1b}[2J\nb\u{202e}");
/// assert_eq!(line("名 é"), "名 é");
/// ```
pub fn line(text: &str) -> Cow<'_, str> {
    replaced(text, steers)
}

/// A text of several lines.
///
/// ```
/// use bindery_spec::plain::lines;
/// assert_eq!(lines("a\nb\rc"), "a\nb\\rc");
/// ```
pub fn lines(text: &str) -> Cow<'_, str> {
    replaced(text, |c| c != '\n' && steers(c))
}

/// A JSON text: inside of its strings everything may be said by number.
///
/// ```
/// use bindery_spec::plain::json;
/// assert_eq!(json("{\"a\":\"\u{9b}\u{202e}\"}"), r#"{"a":"\u009b\u202e"}"#);
/// ```
pub fn json(text: &str) -> Cow<'_, str> {
    let stays = |c: char| matches!(c, '\n' | '\r' | '\t') || !steers(c);
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if stays(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    Cow::Owned(out)
}

/// Whether a character moves the cursor or other characters, or cannot be seen.
pub fn steers(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

fn replaced(text: &str, replace: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&replace) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if replace(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}
