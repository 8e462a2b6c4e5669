//! How often: `?`, `*`, `+`, `{n}`, `{n,}`, `{n,m}`, and their lazy forms, which match the same texts.

use super::{Node, Parser};
use crate::pattern::PatternError;
use crate::pattern::escape::malformed;

impl Parser<'_> {
    pub(super) fn quantified(&mut self, atom: Node) -> Result<Node, PatternError> {
        let at = self.at;
        let (min, max) = if self.eat("*") {
            (0, None)
        } else if self.eat("+") {
            (1, None)
        } else if self.eat("?") {
            (0, Some(1))
        } else if self.peek() == Some('{') {
            self.counts()?
        } else {
            return Ok(atom);
        };
        if max.is_some_and(|max| max < min) {
            return Err(malformed(
                at,
                "a quantifier whose most is less than its least",
            ));
        }
        self.eat("?");
        Ok(Node::Repeat(Box::new(atom), min, max))
    }

    fn counts(&mut self) -> Result<(u32, Option<u32>), PatternError> {
        let at = self.at;
        let wrong = malformed(
            at,
            r"a `{` that begins no quantifier; write `\{` for the character",
        );
        self.eat("{");
        let Some(min) = self.number() else {
            return Err(wrong);
        };
        let max = if self.eat(",") {
            self.number()
        } else {
            Some(min)
        };
        if self.eat("}") {
            Ok((min, max))
        } else {
            Err(wrong)
        }
    }

    /// A number too big to count to is as good as the biggest.
    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|next| next.to_digit(10)) {
            self.bump();
            number = Some(
                number
                    .unwrap_or(0u32)
                    .saturating_mul(10)
                    .saturating_add(digit),
            );
        }
        number
    }
}
