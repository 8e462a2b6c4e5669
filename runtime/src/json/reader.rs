//! The pull reader: objects, arrays, looking ahead. Strings, numbers and skipping have files of their own.

use std::collections::BTreeMap;

use super::token::stack;
use super::trial::Trial;
use super::{Decode, DecodeError, DecodeErrorKind, Json, Kind};
use crate::file::FilePart;

/// Pull reader over one JSON text.
///
/// Each method reads the next value and stands behind it afterwards. After an error the place is unspecified: to try one
/// reading and then another, try on a clone (cheap, the text is borrowed). Nesting deeper than 128 is an error, and so is
/// nesting that takes too much of the stack.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) depth: u8,
    /// Where the stack stood at the start.
    pub(super) stack: usize,
    pub(super) trial: Trial,
    /// The files that numbers stand for where files are read.
    pub(super) files: Option<&'a [FilePart]>,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `bytes`, which must be UTF-8. A byte order mark, which RFC 8259 forbids to write and allows to
    /// ignore, is passed over.
    pub fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let mark = usize::from(text.starts_with('\u{feff}')) * '\u{feff}'.len_utf8();
                let mut reader = Self::over(text);
                reader.at = mark;
                Ok(reader)
            }
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
            stack: stack(),
            trial: Trial::default(),
            files: None,
        }
    }

    /// Reads an object: calls `member` with each member's name, the reader standing at its value.
    ///
    /// A value that `member` does not read is skipped. An error of `member` comes back with the name in front of its
    /// path. Names come unescaped and in the order of the text, duplicates included; one with a lone surrogate is an
    /// error.
    pub fn object(
        &mut self,
        member: &mut dyn FnMut(&mut Reader<'a>, &str) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.open(Kind::Object)?;
        let mut more = !self.close(b'}');
        while more {
            self.before_name()?;
            let name = self.string()?;
            self.value_of(&name, |r| member(r, &name))?;
            more = self.more(b'}')?;
        }
        Ok(())
    }

    /// Behind the name of a member: its value, read by `read` or skipped.
    #[inline]
    pub(super) fn value_of(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.colon()?;
        let start = self.space();
        read(self)
            .and_then(|()| self.skip_unread(start))
            .map_err(|e| e.or_offset(start).at(name))
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

    /// Reads a value into `map` under the name `member`; of duplicate members the last wins.
    pub fn member<T: Decode>(
        &mut self,
        member: &str,
        map: &mut Option<BTreeMap<String, T>>,
    ) -> Result<(), DecodeError> {
        let value = T::decode(self)?;
        map.get_or_insert_default().insert(member.to_owned(), value);
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
            ahead.before_name()?;
            let found = ahead.passes_name(name) || ahead.string()? == name;
            ahead.colon()?;
            if found {
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
