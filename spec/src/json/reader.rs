//! The reader: where it stands in the text, what it has found, and the values that hold no others.

use crate::finding::Finding;
use crate::json::nested::Open;
use crate::json::slips::{self, Slip};
use crate::span::Span;
use crate::value::{Kind, Value};

/// The most slips one run reports; a text with more is probably not meant to be JSON.
const MOST_SLIPS: usize = 20;

/// The reading has ended early; the slips say why.
pub(super) struct Stop;

pub(super) type Read<T> = Result<T, Stop>;

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    /// The next byte; always at the beginning of a character.
    pub(super) at: usize,
    /// The arrays and objects around this place, the innermost last.
    pub(super) open: Vec<Open>,
    pub(super) slips: Vec<Slip>,
    /// Keys that stand twice: no matter of syntax.
    pub(super) repeated: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            open: Vec::new(),
            slips: Vec::new(),
            repeated: Vec::new(),
        }
    }

    /// The whole text: one value and nothing beside it.
    pub(super) fn document(&mut self) -> Read<Value> {
        self.gap()?;
        if self.at == self.bytes.len() {
            return self.fail(slips::empty());
        }
        let root = self.value()?;
        self.gap()?;
        match self.peek() {
            None => Ok(root),
            Some(close @ (b']' | b'}')) => self.fail(slips::closes_nothing(self.here(), close)),
            Some(_) => self.fail(slips::after_the_end(self.here())),
        }
    }

    /// The value that begins here.
    pub(super) fn value(&mut self) -> Read<Value> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'"') => Kind::String(self.string(b'"')?),
            Some(b'{') => self.object()?,
            Some(b'[') => self.array()?,
            Some(b'0'..=b'9' | b'-' | b'+' | b'.') => self.number()?,
            Some(b'\'') => Kind::String(self.single_quoted()?),
            None => return self.unclosed(),
            Some(_) => self.word()?,
        };
        let span = self.since(start);
        Ok(Value { span, kind })
    }

    pub(super) fn peek(&self) -> Option<u8> {
        // Cheaper than `get` where nothing is optimised, and this runs for nearly every token.
        if self.at < self.bytes.len() {
            Some(self.bytes[self.at])
        } else {
            None
        }
    }

    /// The character that begins here.
    pub(super) fn character(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// The place of the character that begins here.
    pub(super) fn here(&self) -> Span {
        let length = self.character().map_or(0, char::len_utf8);
        span(self.at, self.at + length)
    }

    /// The place of everything from `start` to here.
    pub(super) fn since(&self, start: usize) -> Span {
        span(start, self.at)
    }

    /// Notes a slip that can be read over.
    pub(super) fn slip(&mut self, slip: Slip) -> Read<()> {
        if self.slips.len() + 1 == MOST_SLIPS {
            return self.fail(slip.last_of(MOST_SLIPS));
        }
        self.slips.push(slip);
        Ok(())
    }

    /// Notes a slip behind which nothing is certain.
    pub(super) fn fail<T>(&mut self, slip: Slip) -> Read<T> {
        self.slips.push(slip);
        Err(Stop)
    }
}

/// Loses nothing: both readers refuse texts whose length is no `u32`.
pub(crate) fn span(start: usize, end: usize) -> Span {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}
