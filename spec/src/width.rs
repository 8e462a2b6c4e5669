//! How text looks on a terminal: what is shown for a character, and how many columns that takes. Not the whole of Unicode's
//! rules: enough for carets to stand under what they mean in the scripts that specs are written in.

use crate::plain::steers;

/// What is shown for a character: one that moves or hides others, or the cursor, has a stand-in.
pub(crate) fn shown(c: char) -> char {
    match c {
        c if c.is_control() => ' ',
        c if steers(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// The columns that a shown character takes.
pub(crate) fn columns(c: char) -> usize {
    match c {
        // Accents and other marks on the character before them.
        '\u{300}'..='\u{36f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' => 0,
        // Han, Kana, Hangul, full-width forms and emoji.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f900}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// The characters at the start of a text that fit in so many columns, and whether that is all of it.
pub(crate) fn fitting(text: impl Iterator<Item = char>, room: usize) -> (Vec<char>, bool) {
    let mut left = room;
    let mut fitting = Vec::new();
    for c in text.map(shown) {
        let Some(rest) = left.checked_sub(columns(c)) else {
            return (fitting, false);
        };
        left = rest;
        fitting.push(c);
    }
    (fitting, true)
}

/// The columns that shown characters take.
pub(crate) fn total(text: &[char]) -> usize {
    text.iter().copied().map(columns).sum()
}
