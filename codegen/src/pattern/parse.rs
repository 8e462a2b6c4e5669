//! From a pattern's text to its tree.

mod brackets;
mod quantifier;

use super::class::CharSet;
use super::escape::malformed;
use super::{MAX_PROGRAMS, PatternError};

/// Groups within groups: more than anyone writes, and less than the stack holds.
const MAX_DEPTH: usize = 100;

/// What a pattern says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Set(CharSet),
    Start,
    End,
    WordBoundary(bool),
    /// The lookahead at this index of [`Tree::looks`], or what it must not find.
    Ahead(usize, bool),
    Concat(Vec<Node>),
    Alternatives(Vec<Node>),
    /// `None` is no limit.
    Repeat(Box<Node>, u32, Option<u32>),
}

/// A pattern and the bodies of its lookaheads, inner before outer.
pub(super) struct Tree {
    pub(super) body: Node,
    pub(super) looks: Vec<Node>,
}

pub(super) struct Parser<'s> {
    source: &'s str,
    at: usize,
    depth: usize,
    looks: Vec<Node>,
}

pub(super) fn parse(source: &str) -> Result<Tree, PatternError> {
    let mut parser = Parser {
        source,
        at: 0,
        depth: 0,
        looks: Vec::new(),
    };
    let body = parser.alternatives()?;
    if parser.at < source.len() {
        return Err(malformed(
            parser.at,
            r"a `)` that closes no group; write `\)` for the character",
        ));
    }
    Ok(Tree {
        body,
        looks: parser.looks,
    })
}

impl Parser<'_> {
    /// Up to the end or a `)`, which stays.
    fn alternatives(&mut self) -> Result<Node, PatternError> {
        let first = self.sequence()?;
        if self.peek() != Some('|') {
            return Ok(first);
        }
        let mut all = vec![first];
        while self.eat("|") {
            all.push(self.sequence()?);
        }
        Ok(Node::Alternatives(all))
    }

    fn sequence(&mut self) -> Result<Node, PatternError> {
        let mut terms = Vec::new();
        while self.peek().is_some_and(|next| !matches!(next, '|' | ')')) {
            terms.push(self.term()?);
        }
        Ok(if terms.len() == 1 {
            terms.remove(0)
        } else {
            Node::Concat(terms)
        })
    }

    fn term(&mut self) -> Result<Node, PatternError> {
        if let Some(assertion) = self.assertion()? {
            return match self.peek() {
                Some('*' | '+' | '?' | '{') => {
                    Err(malformed(self.at, "an assertion can't be repeated"))
                }
                _ => Ok(assertion),
            };
        }
        let atom = self.atom()?;
        self.quantified(atom)
    }

    fn assertion(&mut self) -> Result<Option<Node>, PatternError> {
        let at = self.at;
        Ok(Some(if self.eat("^") {
            Node::Start
        } else if self.eat("$") {
            Node::End
        } else if self.eat(r"\b") {
            Node::WordBoundary(true)
        } else if self.eat(r"\B") {
            Node::WordBoundary(false)
        } else if self.eat("(?=") {
            self.ahead(at, true)?
        } else if self.eat("(?!") {
            self.ahead(at, false)?
        } else {
            return Ok(None);
        }))
    }

    fn ahead(&mut self, at: usize, wanted: bool) -> Result<Node, PatternError> {
        let body = self.group(at)?;
        if self.looks.len() + 1 == MAX_PROGRAMS {
            return Err(PatternError::TooLarge {
                what: "more than 15 lookaheads",
            });
        }
        self.looks.push(body);
        Ok(Node::Ahead(self.looks.len() - 1, wanted))
    }

    fn atom(&mut self) -> Result<Node, PatternError> {
        let at = self.at;
        let set = match self.bump() {
            Some('(') => {
                self.group_kind(at)?;
                return self.group(at);
            }
            Some('[') => self.class(at)?,
            Some('.') => CharSet::dot(),
            Some('\\') => self.escape(at)?.into_set(),
            Some('*' | '+' | '?') => {
                return Err(malformed(at, "a quantifier with nothing to repeat"));
            }
            Some('{') => {
                return Err(malformed(
                    at,
                    r"a `{` that begins no quantifier; write `\{` for the character",
                ));
            }
            Some(char) => CharSet::one(char),
            None => return Err(malformed(at, "something is missing")),
        };
        Ok(Node::Set(set))
    }

    /// The rest of a group that was opened at `at`.
    fn group(&mut self, at: usize) -> Result<Node, PatternError> {
        if self.depth == MAX_DEPTH {
            return Err(PatternError::TooLarge {
                what: "groups nested more than 100 deep",
            });
        }
        self.depth += 1;
        let body = self.alternatives()?;
        self.depth -= 1;
        if self.eat(")") {
            Ok(body)
        } else {
            Err(malformed(at, "a group that is never closed"))
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let char = self.peek()?;
        self.at += char.len_utf8();
        Some(char)
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.source[self.at..].starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }
}
