//! Numbers: kept as they were written, once they are written as JSON has it.

use crate::json::reader::{Read, Reader};
use crate::json::slips::Slip;
use crate::value::Kind;

type Words = (&'static str, &'static str);

const NO_NUMBER: Words = ("this is not a number", "text stands in double quotes");
const NOT_FINITE: Words = ("a number that is not finite", "JSON has none of these");
const NOT_DECIMAL: Words = (
    "a number that is not decimal",
    "write it with the digits 0 to 9",
);
const PLUS: Words = ("a number with a plus sign", "leave `+` out");
const UNDERSCORE: Words = ("a number with underscores", "leave `_` out");
const LEADING_ZERO: Words = (
    "a number with a leading zero",
    "leave it out, or write text in double quotes",
);
const BARE_POINT: Words = ("a decimal point without digits around it", "put `0` there");
const NO_EXPONENT: Words = ("an exponent without digits", "digits are missing after `e`");

impl Reader<'_> {
    /// The number that begins here. One that is written wrong is a slip to read over, for its end is plain.
    pub(super) fn number(&mut self) -> Read<Kind> {
        let start = self.at;
        while self.at < self.bytes.len() && is_part(self.bytes[self.at]) {
            self.at += 1;
        }
        let text = &self.text[start..self.at];
        if !is_number(text.as_bytes()) {
            let (message, label) = explain(text);
            self.slip(Slip::new(self.since(start), message, label))?;
        }
        Ok(Kind::Number(text.into()))
    }
}

/// Whatever people write in numbers, so that the whole of a wrong one is shown.
fn is_part(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'_' | b'a'..=b'z' | b'A'..=b'Z')
}

fn is_number(text: &[u8]) -> bool {
    let start = usize::from(text.first() == Some(&b'-'));
    let mut at = match text.get(start) {
        Some(b'0') => start + 1,
        _ => digits(text, start),
    };
    let mut complete = at > start;
    if text.get(at) == Some(&b'.') {
        let fraction = at + 1;
        at = digits(text, fraction);
        complete &= at > fraction;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        let sign = usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
        let exponent = at + 1 + sign;
        at = digits(text, exponent);
        complete &= at > exponent;
    }
    complete && at == text.len()
}

/// Where the digits that begin at `at` end.
fn digits(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at].is_ascii_digit() {
        at += 1;
    }
    at
}

/// What the author of something that begins like a number probably did. The first that mends it counts.
fn explain(text: &str) -> Words {
    let (unsigned, plus) = match text.strip_prefix('+') {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('-').unwrap_or(text), false),
    };
    let is_good = |text: &str| !text.starts_with('-') && is_number(text.as_bytes());
    if matches!(unsigned, "Infinity" | "NaN" | "inf" | "nan") {
        NOT_FINITE
    } else if plus && is_good(unsigned) {
        PLUS
    } else if is_hexadecimal(unsigned) {
        NOT_DECIMAL
    } else if unsigned.starts_with('0') && is_good(without_zeros(unsigned)) {
        LEADING_ZERO
    } else if is_good(&unsigned.replace('_', "")) {
        UNDERSCORE
    } else if is_good(&with_zeros_at_point(unsigned)) {
        BARE_POINT
    } else if !unsigned.is_empty() && is_good(&format!("{unsigned}0")) {
        NO_EXPONENT
    } else {
        NO_NUMBER
    }
}

fn is_hexadecimal(text: &str) -> bool {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn without_zeros(text: &str) -> &str {
    let rest = text.trim_start_matches('0');
    let cut = text.len() - rest.len();
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        rest
    } else {
        &text[cut - 1..]
    }
}

fn with_zeros_at_point(text: &str) -> String {
    text.replacen('.', "0.0", 1)
}
