//! The reader's place in the text: white space, punctuation, literals, and what to say where something else stands.

use super::scan::is_space;
use super::{DecodeError, DecodeErrorKind, Kind, Reader};

/// Objects and arrays may be nested this deep; a multiple of four, see [`Reader::open`].
const MAX_DEPTH: u8 = 128;

/// How much of the stack, in bytes, reading may take: a level of a type with hundreds of members takes tens of thousands, and threads
/// have two million, if not one.
const MAX_STACK: usize = 768 * 1024;

/// About where the stack stands.
#[inline]
pub(super) fn stack() -> usize {
    let here = 0u8;
    std::ptr::from_ref(&here).addr()
}

impl Reader<'_> {
    /// Passes the opening bracket of an object or array.
    pub(super) fn open(&mut self, kind: Kind) -> Result<(), DecodeError> {
        self.space();
        if self.kind() != Some(kind) {
            return Err(self.unexpected(kind.name()));
        }
        // At every fourth level: at 128 too.
        if self.depth.is_multiple_of(4) {
            self.room()?;
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Whether there is room for four levels more.
    #[inline(never)]
    fn room(&self) -> Result<(), DecodeError> {
        let message = if self.depth >= MAX_DEPTH {
            "expected at most 128 levels of nesting, found more"
        } else if self.stack.abs_diff(stack()) > MAX_STACK {
            "expected values that fit the stack, found large ones nested too deep"
        } else {
            return Ok(());
        };
        Err(DecodeError::new(
            DecodeErrorKind::TooDeep,
            Some(self.at),
            message,
        ))
    }

    /// Passes the bracket `end` if it comes next.
    pub(super) fn close(&mut self, end: u8) -> bool {
        self.space();
        let closed = self.byte() == Some(end);
        if closed {
            self.at += 1;
            // A callback may have put another reader here: never below zero.
            self.depth = self.depth.saturating_sub(1);
        }
        closed
    }

    /// Behind a member or item: whether another one follows.
    pub(super) fn more(&mut self, end: u8) -> Result<bool, DecodeError> {
        if self.close(end) {
            return Ok(false);
        }
        if self.byte() == Some(b',') {
            self.at += 1;
            return Ok(true);
        }
        Err(self.syntax(match end {
            b'}' => "expected `,` or `}`",
            _ => "expected `,` or `]`",
        }))
    }

    /// Makes sure that a member name comes next.
    pub(super) fn before_name(&mut self) -> Result<(), DecodeError> {
        self.space();
        match self.byte() {
            Some(b'"') => Ok(()),
            _ => Err(self.syntax("expected a member name in double quotes")),
        }
    }

    /// Passes the name of a member if it comes next, written as it is.
    #[inline]
    pub(super) fn passes_name(&mut self, name: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let is_it = rest.starts_with(name.as_bytes()) && rest.get(name.len()) == Some(&b'"');
        // In the text these would end the name, begin an escape, or be none of JSON.
        let odd = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
        let passes = is_it && !name.as_bytes().iter().any(odd);
        if passes {
            self.at += name.len() + 2;
        }
        passes
    }

    /// Passes the colon behind a member name.
    pub(super) fn colon(&mut self) -> Result<(), DecodeError> {
        self.space();
        if self.byte() != Some(b':') {
            return Err(self.syntax("expected `:` after the member name"));
        }
        self.at += 1;
        Ok(())
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes white space; where the next token starts.
    pub(super) fn space(&mut self) -> usize {
        while self.byte().is_some_and(is_space) {
            self.at += 1;
        }
        self.at
    }

    /// Passes `literal` if it comes next.
    pub(super) fn eat(&mut self, literal: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(literal.as_bytes());
        if found {
            self.at += literal.len();
        }
        found
    }

    /// The kind of value that the next byte starts.
    pub(super) fn kind(&self) -> Option<Kind> {
        Some(match self.byte()? {
            b'n' => Kind::Null,
            b't' | b'f' => Kind::Bool,
            b'-' | b'0'..=b'9' => Kind::Number,
            b'"' => Kind::String,
            b'[' => Kind::Array,
            b'{' => Kind::Object,
            _ => return None,
        })
    }

    #[cold]
    pub(super) fn syntax(&self, message: &'static str) -> DecodeError {
        DecodeError::new(DecodeErrorKind::Syntax, Some(self.at), message)
    }

    /// The error for what comes next when `expected` should: another kind of value, or no value at all.
    #[cold]
    pub(super) fn unexpected(&self, expected: &str) -> DecodeError {
        let (kind, found) = match self.kind() {
            Some(kind) if kind.name() != expected => (DecodeErrorKind::WrongType, kind.name()),
            _ if self.at == self.text.len() => (DecodeErrorKind::Syntax, "the end of the text"),
            _ => (DecodeErrorKind::Syntax, "something that is not JSON"),
        };
        let message = format!("expected {expected}, found {found}");
        DecodeError::new(kind, Some(self.at), message)
    }
}
