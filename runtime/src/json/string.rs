//! Reading strings: borrowed where nothing is escaped.

use std::borrow::Cow;

use super::scan::plain_len;
use super::{DecodeError, DecodeErrorKind, Reader};

impl<'a> Reader<'a> {
    /// Reads a string, borrowed from the text unless it holds escapes.
    ///
    /// A `\u` escape of a surrogate without its partner is an error, since no Rust string can hold it;
    /// [`skip`](Reader::skip) and [`raw`](Reader::raw) take it.
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.space();
        if self.byte() != Some(b'"') {
            return Err(self.unexpected("a string"));
        }
        self.at += 1;
        let plain = self.plain();
        if self.byte() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(plain));
        }
        self.unescape(plain.to_owned()).map(Cow::Owned)
    }

    /// Passes a string whose opening quote comes next; lone surrogates may stand in it.
    pub(super) fn skip_string(&mut self) -> Result<(), DecodeError> {
        self.at += 1;
        loop {
            self.plain();
            if !self.escape_follows()? {
                return Ok(());
            }
            self.escape()?;
        }
    }

    /// Reads on behind `text`, the part in front of the first escape.
    fn unescape(&mut self, mut text: String) -> Result<String, DecodeError> {
        while self.escape_follows()? {
            let start = self.at;
            let unit = self.escape()?;
            text.push(self.character(unit, start)?);
            text.push_str(self.plain());
        }
        Ok(text)
    }

    fn plain(&mut self) -> &'a str {
        let start = self.at;
        self.at += plain_len(&self.text.as_bytes()[start..]);
        &self.text[start..self.at]
    }

    /// Behind plain text: true at an escape, false having passed the closing quote.
    fn escape_follows(&mut self) -> Result<bool, DecodeError> {
        match self.byte() {
            Some(b'\\') => Ok(true),
            Some(b'"') => {
                self.at += 1;
                Ok(false)
            }
            Some(_) => Err(self.syntax("expected control characters in a string to be escaped")),
            None => Err(self.syntax("expected a closing quote, found the end of the text")),
        }
    }

    /// Passes one escape and gives its UTF-16 unit.
    fn escape(&mut self) -> Result<u16, DecodeError> {
        let rest = &self.text.as_bytes()[self.at + 1..];
        let unit = match rest.first() {
            Some(b'b') => 0x08,
            Some(b'f') => 0x0c,
            Some(b'n') => 0x0a,
            Some(b'r') => 0x0d,
            Some(b't') => 0x09,
            Some(&mark @ (b'"' | b'\\' | b'/')) => u16::from(mark),
            Some(b'u') => match rest.get(1..5).and_then(hex) {
                Some(unit) => {
                    self.at += 4;
                    unit
                }
                None => return Err(self.syntax("expected four hexadecimal digits after `\\u`")),
            },
            _ => return Err(self.syntax("expected an escape that JSON knows")),
        };
        self.at += 2;
        Ok(unit)
    }

    /// The character that `unit` starts; of a surrogate pair the second escape is passed too.
    fn character(&mut self, unit: u16, start: usize) -> Result<char, DecodeError> {
        let pair = if matches!(unit, 0xD800..=0xDBFF) && self.follows("\\u") {
            [unit, self.escape()?]
        } else {
            [unit, 0]
        };
        match char::decode_utf16(pair).next() {
            Some(Ok(c)) => Ok(c),
            _ => Err(DecodeError::new(
                DecodeErrorKind::Encoding,
                Some(start),
                "expected a whole character, found an escape of a lone surrogate",
            )),
        }
    }

    fn follows(&self, literal: &str) -> bool {
        self.text[self.at..].starts_with(literal)
    }
}

fn hex(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0u16, |unit, &digit| {
        let value = char::from(digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(value).ok()?)
    })
}
