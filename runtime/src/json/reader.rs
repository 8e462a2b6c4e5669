//! The pull reader: structure and scalars of one kind. Strings, numbers and skipping have files of their own.

use super::scan::is_space;
use super::{Decode, DecodeError, DecodeErrorKind, Json};

/// Objects and arrays may be nested this deep.
const MAX_DEPTH: u8 = 128;

/// The kind of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// Pull reader over one JSON text.
///
/// Each method reads the next value and stands behind it afterwards. After an error the place is unspecified: to try one
/// reading and then another, try on a clone (cheap, the text is borrowed). Nesting deeper than 128 is an error.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) depth: u8,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `bytes`, which must be UTF-8 without a byte order mark.
    pub fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::over(text)),
            Err(e) => Err(DecodeError::new(
                DecodeErrorKind::Encoding,
                Some(e.valid_up_to()),
                "expected UTF-8, found an invalid byte",
            )),
        }
    }

    pub(super) fn over(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// Reads an object: calls `member` with each member's name, the reader standing at its value.
    ///
    /// A value that `member` does not read is skipped. An error of `member` comes back with the name in front of its
    /// path. Names come in the order of the text, duplicates included.
    pub fn object(
        &mut self,
        member: &mut dyn FnMut(&mut Reader<'a>, &str) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.open(Kind::Object)?;
        let mut more = !self.close(b'}');
        while more {
            let name = self.member_name()?;
            let start = self.space();
            member(self, &name)
                .and_then(|()| self.skip_unread(start))
                .map_err(|e| e.or_offset(start).at(&name))?;
            more = self.more(b'}')?;
        }
        Ok(())
    }

    /// Reads an array: calls `item` for each item, the reader standing at it.
    ///
    /// An item that `item` does not read is skipped. An error of `item` comes back with the index in front of its path.
    pub fn array(
        &mut self,
        item: &mut dyn FnMut(&mut Reader<'a>) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.open(Kind::Array)?;
        let mut more = !self.close(b']');
        let mut index = 0;
        while more {
            let start = self.space();
            item(self)
                .and_then(|()| self.skip_unread(start))
                .map_err(|e| e.or_offset(start).in_index(index))?;
            index += 1;
            more = self.more(b']')?;
        }
        Ok(())
    }

    /// Reads a value into `slot`; of duplicate members the last wins.
    pub fn field<T: Decode>(&mut self, slot: &mut Option<T>) -> Result<(), DecodeError> {
        *slot = Some(T::decode(self)?);
        Ok(())
    }

    /// Reads a value into `slot`, `null` as none; of duplicate members the last wins.
    pub fn optional<T: Decode>(&mut self, slot: &mut Option<T>) -> Result<(), DecodeError> {
        *slot = Option::decode(self)?;
        Ok(())
    }

    /// Passes one value and keeps its text as it came.
    pub fn raw(&mut self) -> Result<Json, DecodeError> {
        let start = self.space();
        self.skip()?;
        Ok(Json::validated(&self.text[start..self.at]))
    }

    /// The kind of the value that comes next, judged by its first byte. An error at the end of the text, or where no
    /// value can start.
    pub fn peek(&self) -> Result<Kind, DecodeError> {
        let mut ahead = self.clone();
        ahead.space();
        ahead.kind().ok_or_else(|| ahead.unexpected("a value"))
    }

    /// A reader standing at the value of the first member called `name` of the object that comes next; `None` when it
    /// has no such member. Nothing is consumed, and what follows that member is not looked at.
    pub fn peek_member(&self, name: &str) -> Result<Option<Reader<'a>>, DecodeError> {
        let mut ahead = self.clone();
        ahead.open(Kind::Object)?;
        let mut more = !ahead.close(b'}');
        while more {
            if ahead.member_name()? == name {
                return Ok(Some(ahead));
            }
            ahead.skip()?;
            more = ahead.more(b'}')?;
        }
        Ok(None)
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        self.space();
        if self.eat("true") {
            Ok(true)
        } else if self.eat("false") {
            Ok(false)
        } else {
            Err(self.unexpected("true or false"))
        }
    }

    /// Reads `null`.
    pub fn null(&mut self) -> Result<(), DecodeError> {
        self.space();
        if self.eat("null") {
            Ok(())
        } else {
            Err(self.unexpected("null"))
        }
    }

    /// Makes sure that nothing but white space is left.
    pub fn end(&mut self) -> Result<(), DecodeError> {
        self.space();
        match self.byte() {
            None => Ok(()),
            Some(_) => Err(self.syntax("expected the end of the text, found more")),
        }
    }

    fn skip_unread(&mut self, start: usize) -> Result<(), DecodeError> {
        if self.at == start {
            self.skip()
        } else {
            Ok(())
        }
    }

    pub(super) fn open(&mut self, kind: Kind) -> Result<(), DecodeError> {
        self.space();
        if self.kind() != Some(kind) {
            return Err(self.unexpected(kind.name()));
        }
        if self.depth == MAX_DEPTH {
            let message = "objects and arrays are nested deeper than 128 levels";
            return Err(DecodeError::new(
                DecodeErrorKind::TooDeep,
                Some(self.at),
                message,
            ));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Passes the bracket `end` if it comes next.
    pub(super) fn close(&mut self, end: u8) -> bool {
        self.space();
        let closed = self.byte() == Some(end);
        if closed {
            self.at += 1;
            self.depth -= 1;
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

    fn member_name(&mut self) -> Result<std::borrow::Cow<'a, str>, DecodeError> {
        self.before_name()?;
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    pub(super) fn before_name(&mut self) -> Result<(), DecodeError> {
        self.space();
        match self.byte() {
            Some(b'"') => Ok(()),
            _ => Err(self.syntax("expected a member name in double quotes")),
        }
    }

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

    pub(super) fn eat(&mut self, literal: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(literal.as_bytes());
        if found {
            self.at += literal.len();
        }
        found
    }

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
            _ => (DecodeErrorKind::Syntax, "what starts no JSON value"),
        };
        let message = format!("expected {expected}, found {found}");
        DecodeError::new(kind, Some(self.at), message)
    }
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Bool => "true or false",
            Kind::Number => "a number",
            Kind::String => "a string",
            Kind::Array => "an array",
            Kind::Object => "an object",
        }
    }
}

/// Shows the place, not the text: it may hold secrets.
impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader")
            .field("at", &self.at)
            .field("len", &self.text.len())
            .finish_non_exhaustive()
    }
}
