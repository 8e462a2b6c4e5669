//! A query's segments: names, brackets and what stands in them.

use super::{Fault, Segment, Selector};

/// The most filters and parentheses within each other.
const DEEPEST: usize = 32;

/// The segments of a query that begins with `$`.
pub(in crate::overlay) fn parse(text: &str) -> Result<Vec<Segment>, Fault> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    if !parser.took("$") {
        return Err(parser.fault("a JSONPath begins with `$`"));
    }
    let segments = parser.segments()?;
    if parser.at < text.len() {
        return Err(parser.fault("expected `.` or `[`"));
    }
    Ok(segments)
}

pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    /// The next byte; always at the beginning of a character.
    pub(super) at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    /// As many segments as follow.
    pub(super) fn segments(&mut self) -> Result<Vec<Segment>, Fault> {
        let mut segments = Vec::new();
        loop {
            let before = self.at;
            self.blanks();
            let start = self.at;
            if !matches!(self.peek(), Some('.' | '[')) {
                self.at = before;
                return Ok(segments);
            }
            let descends = self.took("..");
            let selectors = if self.took("[") {
                self.brackets()?
            } else if descends || self.took(".") {
                vec![self.shorthand()?]
            } else {
                Vec::new()
            };
            let end = self.at;
            segments.push(Segment {
                descends,
                selectors,
                start,
                end,
            });
        }
    }

    /// What follows a dot.
    fn shorthand(&mut self) -> Result<Selector, Fault> {
        if self.took("*") {
            return Ok(Selector::Every);
        }
        let name = self.word();
        if name.is_empty() {
            return Err(self.fault("expected a name or `*`"));
        }
        Ok(Selector::Name(name.to_owned()))
    }

    /// The selectors in brackets whose first is open.
    fn brackets(&mut self) -> Result<Vec<Selector>, Fault> {
        let mut selectors = Vec::new();
        loop {
            self.blanks();
            selectors.push(self.selector()?);
            self.blanks();
            if self.took("]") {
                return Ok(selectors);
            }
            if self.peek() == Some(':') {
                return Err(self.unsupported("a slice", 1));
            }
            if !self.took(",") {
                return Err(self.fault("expected `]`"));
            }
        }
    }

    fn selector(&mut self) -> Result<Selector, Fault> {
        match self.peek() {
            Some('*') => {
                self.at += 1;
                Ok(Selector::Every)
            }
            Some('\'' | '"') => Ok(Selector::Name(self.string()?)),
            Some('?') => {
                self.at += 1;
                Ok(Selector::Filter(self.deeper(Self::filter)?))
            }
            Some(':') => Err(self.unsupported("a slice", 1)),
            Some('-' | '0'..='9') => self.index(),
            Some(_) => {
                let word = self.ahead(Self::word);
                Err(match word {
                    "" => self.fault("expected a name in quotes, an index, `*` or `?`"),
                    word => self.fault_of(word.len(), format!("write it in quotes: `'{word}'`")),
                })
            }
            None => Err(self.fault("expected a name in quotes, an index, `*` or `?`")),
        }
    }

    fn index(&mut self) -> Result<Selector, Fault> {
        let digits = self.ahead(|parser| {
            parser.took("-");
            parser.run(|c| c.is_ascii_digit())
        });
        let canonical = digits == "0" || !digits.trim_start_matches('-').starts_with('0');
        match digits.parse() {
            Ok(index) if canonical => {
                self.at += digits.len();
                Ok(Selector::Index(index))
            }
            _ => Err(self.fault_of(digits.len(), "expected an index such as `0` or `-1`")),
        }
    }

    /// Reads something that may hold itself.
    pub(super) fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.depth == DEEPEST {
            return Err(self.unsupported("a filter nested this deep", 1));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// A name that needs no quotes; may be empty.
    pub(super) fn word(&mut self) -> &'a str {
        let first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
        if !self.peek().is_some_and(first) {
            return "";
        }
        self.run(|c| first(c) || c.is_ascii_digit() || c == '-')
    }

    /// The characters from here for which `of` holds, taken.
    pub(super) fn run(&mut self, of: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c| !of(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// The text that `read` takes, not taken.
    pub(super) fn ahead<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> &'a str {
        let start = self.at;
        read(self);
        let end = std::mem::replace(&mut self.at, start);
        &self.text[start..end]
    }

    pub(super) fn blanks(&mut self) {
        self.run(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    pub(super) fn took(&mut self, text: &str) -> bool {
        let found = self.text[self.at..].starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// A fault of the character here.
    pub(super) fn fault(&self, what: impl Into<String>) -> Fault {
        self.fault_of(self.peek().map_or(0, char::len_utf8), what)
    }

    /// A fault of that many bytes from here.
    pub(super) fn fault_of(&self, length: usize, what: impl Into<String>) -> Fault {
        Fault {
            what: what.into(),
            unsupported: false,
            start: self.at,
            end: self.at + length,
        }
    }

    /// Something of that many bytes from here that `JSONPath` has and this reader has not.
    pub(super) fn unsupported(&self, what: impl Into<String>, length: usize) -> Fault {
        Fault {
            unsupported: true,
            ..self.fault_of(length, what)
        }
    }
}
