//! Objects: keys and members.

use crate::json::reader::{Read, Reader};
use crate::json::repeated::repeated_keys;
use crate::json::slips;
use crate::value::{Kind, Member, Value};

impl Reader<'_> {
    /// The object that begins here.
    pub(super) fn object(&mut self) -> Read<Kind> {
        let mut members = Vec::new();
        let mut more = self.enter(b'}')?;
        while more {
            members.push(self.member()?);
            more = self.proceed()?;
        }
        repeated_keys(&members, &mut self.repeated);
        Ok(Kind::Object(members))
    }

    fn member(&mut self) -> Read<Member> {
        let start = self.at;
        let key = match self.peek() {
            Some(b'"') => self.string(b'"')?,
            Some(b'\'') => self.single_quoted()?,
            _ => self.bare_key()?,
        };
        let key_span = self.since(start);
        self.gap()?;
        let value = match self.peek() {
            Some(b':') => self.member_value()?,
            Some(b',' | b'}') => self.absent(slips::no_value(key_span))?,
            None => return self.unclosed(),
            Some(_) => return self.fail(slips::no_colon(self.here(), key_span)),
        };
        Ok(Member {
            key,
            key_span,
            value,
        })
    }

    fn member_value(&mut self) -> Read<Value> {
        let colon = self.here();
        self.at += 1;
        self.gap()?;
        match self.peek() {
            Some(b',' | b'}') => self.absent(slips::no_value_after_colon(colon)),
            _ => self.value(),
        }
    }

    /// Reads over a value that is not there.
    fn absent(&mut self, slip: slips::Slip) -> Read<Value> {
        self.slip(slip)?;
        let span = self.since(self.at);
        Ok(Value {
            span,
            kind: Kind::Null,
        })
    }

    /// A word that stands where a key belongs, if a colon follows.
    fn bare_key(&mut self) -> Read<Box<str>> {
        let start = self.at;
        self.at = self.word_end();
        if self.at == start {
            return self.unexpected("a key");
        }
        let key = self.text[start..self.at].into();
        let slip = slips::bare_key(self.since(start));
        self.gap()?;
        if self.peek() != Some(b':') {
            return self.fail(slip);
        }
        self.slip(slip)?;
        Ok(key)
    }
}
