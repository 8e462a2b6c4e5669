//! Texts in single or double quotes, with the escapes of JSON.

use super::Fault;
use super::parse::Parser;

impl Parser<'_> {
    /// The text whose opening quote is here.
    pub(super) fn string(&mut self) -> Result<String, Fault> {
        let start = self.at;
        let Some(quote) = self.peek() else {
            return Err(self.fault("expected a quote"));
        };
        self.at += 1;
        let mut text = String::new();
        loop {
            text.push_str(self.run(|c| c != quote && c != '\\'));
            if self.peek() == Some(quote) {
                self.at += 1;
                return Ok(text);
            }
            if self.peek().is_none() {
                self.at = start;
                return Err(self.fault(format!("the closing {quote} is missing")));
            }
            text.push(self.escape(quote)?);
        }
    }

    fn escape(&mut self, quote: char) -> Result<char, Fault> {
        let start = self.at;
        self.at += 1;
        let escaped = self.peek();
        self.at += escaped.map_or(0, char::len_utf8);
        let meant = match escaped {
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{c}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('u') => self.unicode(),
            Some(c) if c == quote || matches!(c, '/' | '\\') => Some(c),
            _ => None,
        };
        meant.ok_or_else(|| {
            let length = self.at - start;
            self.at = start;
            self.fault_of(length, "no escape that JSON has")
        })
    }

    /// The character behind `\u`, which may be a pair of them.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if let Some(c) = char::from_u32(first.into()) {
            return Some(c);
        }
        if !self.took("\\u") {
            return None;
        }
        let second = self.hex()?;
        char::decode_utf16([first, second]).next()?.ok()
    }

    fn hex(&mut self) -> Option<u16> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u16::from_str_radix(digits, 16).ok()
    }
}
