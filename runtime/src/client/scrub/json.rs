//! A JSON text without the secrets of the call, for the errors that are read from it. What is no secret stays as it is, byte by
//! byte, and the text stays the JSON that it is.

use std::ops::Range;

use super::find::{Needles, RUN, apart};
use super::members::string_end;
use super::{REDACTED, replaced};

/// The text without secrets; none where it holds none.
pub(super) fn without(needles: &Needles, body: &[u8]) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(&byte) = body.get(at) {
        let token = token(body, at, byte);
        let (start, end) = (token.start, token.end);
        let text = &body[token];
        let secrets = || apart(needles.find(text, true), text);
        if byte == b'"' {
            if !is_word_of_the_api(body, text, end) {
                found.extend(secrets().iter().map(|it| start + it.start..start + it.end));
            }
        } else if text.len() >= RUN - 2
            && secrets().first().is_some_and(|it| *it == (0..text.len()))
        {
            numbers.push(start..end);
        }
        at = end + 1;
    }
    if found.is_empty() && numbers.is_empty() {
        return None;
    }
    let mut all: Vec<_> = found.into_iter().map(|it| (it, REDACTED)).collect();
    // No number says that something was taken out.
    all.extend(numbers.into_iter().map(|it| (it, "0")));
    all.sort_by_key(|(it, _)| it.start);
    Some(replaced(body, &all))
}

/// The text of the string or number at `at`; nothing where there is neither.
fn token(body: &[u8], at: usize, byte: u8) -> Range<usize> {
    match byte {
        b'"' => at + 1..string_end(body, at + 1, b'"'),
        b'0'..=b'9' => {
            let rest = body[at..].iter();
            let digits = rest.take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'.');
            at..at + digits.count()
        }
        _ => at..at,
    }
}

/// Whether a string is the name of a member, and none that was made of a secret: those have more than letters.
fn is_word_of_the_api(body: &[u8], text: &[u8], end: usize) -> bool {
    let behind = body.get(end + 1..).unwrap_or_default();
    let mut behind = behind.iter().filter(|byte| !byte.is_ascii_whitespace());
    let is_name = behind.next() == Some(&b':');
    is_name
        && text
            .iter()
            .all(|byte| byte.is_ascii_alphabetic() || b"_-".contains(byte))
}
