//! Strings and their escapes.

use crate::json::reader::{Read, Reader, span};
use crate::json::slips;

impl Reader<'_> {
    /// The string whose opening quote stands here, its escapes undone.
    pub(super) fn string(&mut self, quote: u8) -> Read<Box<str>> {
        let opening = self.at;
        self.at += 1;
        self.plain(quote);
        if self.peek() == Some(quote) {
            let text = &self.text[opening + 1..self.at];
            self.at += 1;
            return Ok(text.into());
        }
        self.pieces(opening, quote)
    }

    pub(super) fn single_quoted(&mut self) -> Read<Box<str>> {
        let opening = self.at;
        let text = self.string(b'\'')?;
        self.slip(slips::single_quotes(self.since(opening)))?;
        Ok(text)
    }

    /// Goes to the next byte that does not stand for itself.
    fn plain(&mut self, quote: u8) {
        let mut at = self.at;
        while at < self.bytes.len() {
            let byte = self.bytes[at];
            if byte == quote || byte == b'\\' || byte < 0x20 {
                break;
            }
            at += 1;
        }
        self.at = at;
    }

    /// The string that is more than plain text; the reader stands behind its first plain piece.
    fn pieces(&mut self, opening: usize, quote: u8) -> Read<Box<str>> {
        let mut text = self.text[opening + 1..self.at].to_owned();
        loop {
            match self.peek() {
                Some(byte) if byte == quote => break,
                Some(b'\\') => text.extend(self.escape(quote)?),
                Some(b'\n' | b'\r') => {
                    return self.fail(slips::line_end_in_string(self.here(), opening));
                }
                Some(byte) => {
                    self.slip(slips::control_character(self.here(), byte))?;
                    self.at += 1;
                }
                None => return self.fail(slips::unclosed_string(opening)),
            }
            let start = self.at;
            self.plain(quote);
            text.push_str(&self.text[start..self.at]);
        }
        self.at += 1;
        Ok(text.into())
    }

    /// The escape whose backslash stands here; `None` for a slip that was noted, or will be.
    fn escape(&mut self, quote: u8) -> Read<Option<char>> {
        let start = self.at;
        self.at += 1;
        let character = match self.peek() {
            Some(b'u') => return self.unicode_escape(start),
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(byte) if byte == quote => char::from(byte),
            // What stands here is a slip of its own.
            Some(..0x20) | None => return Ok(None),
            Some(_) => {
                self.at += self.character().map_or(0, char::len_utf8);
                self.slip(slips::unknown_escape(self.since(start)))?;
                return Ok(None);
            }
        };
        self.at += 1;
        Ok(Some(character))
    }

    /// One or two `\u` escapes; the reader stands at the first `u`.
    fn unicode_escape(&mut self, start: usize) -> Read<Option<char>> {
        let Some(unit) = self.hex(start + 2) else {
            self.at = start + 2;
            while self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                self.at += 1;
            }
            self.slip(slips::short_escape(self.since(start)))?;
            return Ok(None);
        };
        self.at = start + 6;
        if let Some(character) = char::from_u32(unit) {
            return Ok(Some(character));
        }
        if unit < 0xdc00
            && self.bytes[self.at..].starts_with(b"\\u")
            && let Some(low @ 0xdc00..0xe000) = self.hex(self.at + 2)
        {
            self.at += 6;
            let code = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
            return Ok(char::from_u32(code));
        }
        self.slip(slips::lone_surrogate(span(start, start + 6)))?;
        Ok(None)
    }

    /// Four hexadecimal digits.
    fn hex(&self, at: usize) -> Option<u32> {
        let mut unit = 0;
        for byte in self.bytes.get(at..at + 4)? {
            unit = unit * 16 + char::from(*byte).to_digit(16)?;
        }
        Some(unit)
    }
}
