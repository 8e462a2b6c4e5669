//! What stands in `[…]`, and what kind of group a `(` opens.

use super::Parser;
use crate::pattern::PatternError;
use crate::pattern::class::CharSet;
use crate::pattern::escape::{Member, malformed, unsupported};

impl Parser<'_> {
    /// The rest of a class that was opened at `at`.
    pub(super) fn class(&mut self, at: usize) -> Result<CharSet, PatternError> {
        let negated = self.eat("^");
        let mut ranges = Vec::new();
        while !self.eat("]") {
            self.class_range(at, &mut ranges)?;
        }
        let set = CharSet::new(ranges);
        Ok(if negated { set.complement() } else { set })
    }

    fn class_range(
        &mut self,
        class: usize,
        ranges: &mut Vec<(char, char)>,
    ) -> Result<(), PatternError> {
        let at = self.at;
        let low = self.member(class)?;
        if !self.eat("-") {
            ranges.extend_from_slice(low.into_set().ranges());
            return Ok(());
        }
        if self.peek() == Some(']') {
            ranges.extend_from_slice(low.into_set().ranges());
            ranges.push(('-', '-'));
            return Ok(());
        }
        match (low, self.member(class)?) {
            (Member::Char(low), Member::Char(high)) if low <= high => ranges.push((low, high)),
            (Member::Char(_), Member::Char(_)) => {
                return Err(malformed(at, "a range whose ends are in the wrong order"));
            }
            (low, high) => {
                ranges.extend_from_slice(low.into_set().ranges());
                ranges.push(('-', '-'));
                ranges.extend_from_slice(high.into_set().ranges());
            }
        }
        Ok(())
    }

    fn member(&mut self, class: usize) -> Result<Member, PatternError> {
        let at = self.at;
        match self.bump() {
            Some('\\') if self.eat("b") => Ok(Member::Char('\u{8}')),
            Some('\\') => self.escape(at),
            Some(char) => Ok(Member::Char(char)),
            None => Err(malformed(class, "a class that is never closed")),
        }
    }

    /// What may follow a `(`, lookaheads aside. Whether a group captures, and under which name, changes no match.
    pub(super) fn group_kind(&mut self, at: usize) -> Result<(), PatternError> {
        if !self.eat("?") || self.eat(":") {
            return Ok(());
        }
        if self.eat("<=") || self.eat("<!") {
            return Err(unsupported(at, "a lookbehind"));
        }
        if self.eat("<") {
            return self.group_name(at);
        }
        match self.peek() {
            Some('i' | 'm' | 's' | '-') => Err(unsupported(at, "flags for a group")),
            _ => Err(malformed(at, "an unknown kind of group")),
        }
    }

    fn group_name(&mut self, at: usize) -> Result<(), PatternError> {
        let start = self.at;
        loop {
            match self.bump() {
                Some('>') if self.at > start + 1 => return Ok(()),
                Some(char) if is_name(char, self.at == start + char.len_utf8()) => {}
                _ => {
                    return Err(malformed(
                        at,
                        "a group's name is a word between `<` and `>`",
                    ));
                }
            }
        }
    }
}

fn is_name(char: char, first: bool) -> bool {
    matches!(char, '$' | '_')
        || if first {
            char.is_alphabetic()
        } else {
            char.is_alphanumeric()
        }
}
