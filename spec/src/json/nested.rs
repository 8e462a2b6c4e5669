//! Arrays, and what they share with objects: brackets, commas, and how deep they may be nested.

use crate::json::reader::{Read, Reader, span};
use crate::json::slips;
use crate::span::Span;
use crate::value::Kind;

/// The most arrays and objects inside one another: many times what specs have, and little enough that reading and
/// checking need no more than 1 MiB of stack where nothing is optimised.
pub(crate) const DEEPEST: usize = 256;

/// An array or object whose end has not been read.
#[derive(Clone, Copy)]
pub(super) struct Open {
    at: usize,
    /// The bracket that closes it.
    pub(super) close: u8,
}

impl Open {
    pub(super) fn what(self) -> &'static str {
        if self.close == b']' {
            "an array"
        } else {
            "an object"
        }
    }

    /// The opening bracket.
    pub(super) fn span(self) -> Span {
        span(self.at, self.at + 1)
    }
}

impl Reader<'_> {
    /// The array that begins here.
    pub(super) fn array(&mut self) -> Read<Kind> {
        let mut items = Vec::new();
        let mut more = self.enter(b']')?;
        while more {
            items.push(self.value()?);
            more = self.proceed()?;
        }
        Ok(Kind::Array(items))
    }

    /// Reads an opening bracket; whether there is anything inside.
    pub(super) fn enter(&mut self, close: u8) -> Read<bool> {
        if self.open.len() == DEEPEST {
            return self.fail(slips::too_deep(self.here(), DEEPEST));
        }
        self.open.push(Open { at: self.at, close });
        self.at += 1;
        self.gap()?;
        self.stray_commas()?;
        Ok(!self.leave()?)
    }

    /// Reads what stands after an item or member; whether there is another one.
    pub(super) fn proceed(&mut self) -> Read<bool> {
        let end = self.at;
        self.gap()?;
        if self.peek() != Some(b',') {
            if self.leave()? {
                return Ok(false);
            }
            self.missing_comma(end)?;
            return Ok(true);
        }
        let comma = self.here();
        self.at += 1;
        self.gap()?;
        self.stray_commas()?;
        if !self.leave()? {
            return Ok(true);
        }
        self.slip(slips::trailing_comma(comma))?;
        Ok(false)
    }

    /// Reads the bracket that closes the innermost array or object, if it stands here.
    fn leave(&mut self) -> Read<bool> {
        let Some(open) = self.open.last().copied() else {
            return Ok(false);
        };
        match self.peek() {
            Some(byte) if byte == open.close => {
                self.at += 1;
                self.open.pop();
                Ok(true)
            }
            Some(close @ (b']' | b'}')) => {
                self.fail(slips::other_bracket(self.here(), close, open))
            }
            Some(_) => Ok(false),
            None => self.unclosed(),
        }
    }

    fn stray_commas(&mut self) -> Read<()> {
        while self.peek() == Some(b',') {
            self.slip(slips::stray_comma(self.here()))?;
            self.at += 1;
            self.gap()?;
        }
        Ok(())
    }

    /// On a line of its own the next value is plain; on the same one, anything may have been meant.
    fn missing_comma(&mut self, end: usize) -> Read<()> {
        if self.at == end && self.bytes[..end].ends_with(b"\"") {
            return self.fail(slips::text_behind_string(self.here()));
        }
        let slip = slips::missing_comma(span(end, end));
        if self.bytes[end..self.at].contains(&b'\n') {
            self.slip(slip)
        } else {
            self.fail(slip)
        }
    }

    /// The text ends although something is open.
    pub(super) fn unclosed<T>(&mut self) -> Read<T> {
        let end = self.text.trim_end().len();
        match self.open.last().copied() {
            Some(open) => self.fail(slips::unclosed(span(end, end), open)),
            None => self.fail(slips::empty()),
        }
    }
}
