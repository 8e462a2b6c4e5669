//! What follows a backslash, in a class or outside.

use super::PatternError;
use super::class::CharSet;
use super::parse::Parser;

/// A character, or a set that can't be the end of a range.
pub(super) enum Member {
    Char(char),
    Set(CharSet),
}

impl Member {
    pub(super) fn into_set(self) -> CharSet {
        match self {
            Member::Char(char) => CharSet::one(char),
            Member::Set(set) => set,
        }
    }
}

impl Parser<'_> {
    /// The rest of an escape whose backslash, at `at`, is read.
    pub(super) fn escape(&mut self, at: usize) -> Result<Member, PatternError> {
        let Some(char) = self.bump() else {
            return Err(malformed(
                at,
                r"nothing follows the `\`; write `\\` for a backslash",
            ));
        };
        if let Some(set) = CharSet::shorthand(char) {
            return Ok(Member::Set(set));
        }
        let char = match char {
            't' => '\t',
            'n' => '\n',
            'v' => '\u{b}',
            'f' => '\u{c}',
            'r' => '\r',
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => '\0',
            '0' => return Err(malformed(at, r"an octal escape; write `\xHH`")),
            '1'..='9' | 'k' => return Err(unsupported(at, "a back-reference")),
            'p' | 'P' => return Err(unsupported(at, "a Unicode property")),
            'c' => self.control(at)?,
            'x' => self
                .hex(2)
                .and_then(char::from_u32)
                .ok_or(malformed(at, r"`\x` takes two hexadecimal digits"))?,
            'u' => self.unicode(at)?,
            ' ' => ' ',
            other if other.is_ascii_punctuation() => other,
            _ => return Err(malformed(at, "an unknown escape")),
        };
        Ok(Member::Char(char))
    }

    fn control(&mut self, at: usize) -> Result<char, PatternError> {
        match self.bump() {
            Some(letter) if letter.is_ascii_alphabetic() => Ok(char::from(letter as u8 & 0x1F)),
            _ => Err(malformed(at, r"`\c` takes a letter")),
        }
    }

    fn unicode(&mut self, at: usize) -> Result<char, PatternError> {
        let code = if self.eat("{") {
            self.braced()
        } else {
            self.units()
        };
        let code = code.ok_or(malformed(
            at,
            r"`\u` takes four hexadecimal digits, or a code point in braces",
        ))?;
        match char::from_u32(code) {
            Some(char) => Ok(char),
            None if code > 0x10_FFFF => Err(malformed(at, "there is no such code point")),
            None => Err(unsupported(at, "a lone surrogate, which no text holds")),
        }
    }

    /// A UTF-16 unit, and with the first half of a pair also the second.
    fn units(&mut self) -> Option<u32> {
        let unit = self.hex(4)?;
        if !matches!(unit, 0xD800..=0xDBFF) || !self.eat(r"\u") {
            return Some(unit);
        }
        match self.hex(4) {
            Some(low @ 0xDC00..=0xDFFF) => {
                Some(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            }
            _ => Some(unit),
        }
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        (0..digits).try_fold(0, |value, _| Some(value * 16 + self.bump()?.to_digit(16)?))
    }

    fn braced(&mut self) -> Option<u32> {
        let mut value = self.bump()?.to_digit(16)?;
        while !self.eat("}") {
            value = value
                .saturating_mul(16)
                .saturating_add(self.bump()?.to_digit(16)?);
        }
        Some(value)
    }
}

pub(super) fn malformed(at: usize, problem: &'static str) -> PatternError {
    PatternError::Malformed { at, problem }
}

pub(super) fn unsupported(at: usize, construct: &'static str) -> PatternError {
    PatternError::Unsupported { at, construct }
}
