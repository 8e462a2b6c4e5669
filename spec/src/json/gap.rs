//! What may stand between values, and what people put there although it may not.

use crate::json::reader::{Read, Reader};
use crate::json::slips;

impl Reader<'_> {
    /// Goes to the next byte that is part of a value; comments and odd spaces are slips to read over.
    pub(super) fn gap(&mut self) -> Read<()> {
        loop {
            self.spaces();
            let read_over = match self.peek() {
                Some(b'/' | b'#') => self.comment()?,
                Some(0x80..) => self.odd_space()?,
                _ => false,
            };
            if !read_over {
                return Ok(());
            }
        }
    }

    fn spaces(&mut self) {
        let mut at = self.at;
        while at < self.bytes.len() && matches!(self.bytes[at], b' ' | b'\n' | b'\r' | b'\t') {
            at += 1;
        }
        self.at = at;
    }

    fn comment(&mut self) -> Read<bool> {
        let start = self.at;
        let rest = &self.text[start..];
        if rest.starts_with("/*") {
            let Some(length) = rest.find("*/") else {
                self.at += 2;
                return self.fail(slips::unclosed_comment(self.since(start)));
            };
            self.at += length + 2;
        } else if rest.starts_with("//") || rest.starts_with('#') {
            self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
        } else {
            return Ok(false);
        }
        self.slip(slips::comment(self.since(start)))?;
        Ok(true)
    }

    fn odd_space(&mut self) -> Read<bool> {
        match self.character() {
            Some(c) if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') => {
                let here = self.here();
                self.at += c.len_utf8();
                self.slip(slips::odd_space(here, c))?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }
}
