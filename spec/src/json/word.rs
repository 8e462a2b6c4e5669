//! Words: `true`, `false`, `null`, and those that JSON does not have.

use crate::json::reader::{Read, Reader};
use crate::json::slips::{self, Slip};
use crate::span::Span;
use crate::value::Kind;

impl Reader<'_> {
    /// The word that begins here.
    pub(super) fn word(&mut self) -> Read<Kind> {
        let start = self.at;
        self.at = self.word_end();
        match &self.text[start..self.at] {
            "true" => Ok(Kind::Bool(true)),
            "false" => Ok(Kind::Bool(false)),
            "null" => Ok(Kind::Null),
            "" => self.unexpected("a value"),
            word => self.unknown_word(start, word),
        }
    }

    /// Where the word that begins here ends.
    pub(super) fn word_end(&self) -> usize {
        let rest = &self.text[self.at..];
        let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.'));
        self.at + rest.find(is_end).unwrap_or(rest.len())
    }

    /// Read over only where it stands alone: a sentence without quotes is one slip, not one a word.
    fn unknown_word(&mut self, start: usize, word: &str) -> Read<Kind> {
        let slip = explain(self.since(start), word);
        self.gap()?;
        if let Some(b',' | b']' | b'}') | None = self.peek() {
            self.slip(slip)?;
            return Ok(Kind::Null);
        }
        self.fail(slip)
    }

    /// The character that stands here begins nothing.
    pub(super) fn unexpected<T>(&mut self, what: &str) -> Read<T> {
        let character = self.character().unwrap_or_default();
        self.fail(slips::unexpected(self.here(), character, what))
    }
}

fn explain(at: Span, word: &str) -> Slip {
    let meant = match word {
        "True" | "TRUE" => "true",
        "False" | "FALSE" => "false",
        "None" | "undefined" | "nil" | "Null" | "NULL" => "null",
        "NaN" | "Infinity" => {
            return Slip::new(at, "a number that is not finite", "JSON has none of these");
        }
        _ => return Slip::new(at, "a word without quotes", "text stands in double quotes"),
    };
    Slip::new(
        at,
        format!("JSON has no `{word}`"),
        format!("write `{meant}`"),
    )
}
