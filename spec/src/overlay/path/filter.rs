//! What stands behind `?`: tests, comparisons and what joins them.

use super::parse::Parser;
use super::{Comparison, Fault, Operand, Segment, Selector, Test};
use crate::value::Kind;

/// The longer first where one begins with another.
const COMPARISONS: [(&str, Comparison); 6] = [
    ("==", Comparison::Equal),
    ("!=", Comparison::Different),
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

const WORDS: [(&str, Kind); 3] = [
    ("true", Kind::Bool(true)),
    ("false", Kind::Bool(false)),
    ("null", Kind::Null),
];

impl Parser<'_> {
    /// Tests joined with `||`.
    pub(super) fn filter(&mut self) -> Result<Test, Fault> {
        let tests = self.joined("||", Self::conjunction)?;
        Ok(one_or(tests, Test::Any))
    }

    fn conjunction(&mut self) -> Result<Test, Fault> {
        let tests = self.joined("&&", Self::test)?;
        Ok(one_or(tests, Test::All))
    }

    fn joined(
        &mut self,
        sign: &str,
        read: fn(&mut Self) -> Result<Test, Fault>,
    ) -> Result<Vec<Test>, Fault> {
        let mut tests = Vec::new();
        loop {
            self.blanks();
            tests.push(read(self)?);
            self.blanks();
            if !self.took(sign) {
                return Ok(tests);
            }
        }
    }

    fn test(&mut self) -> Result<Test, Fault> {
        if self.took("!") {
            self.blanks();
            let test = match self.peek() {
                Some('(') => self.parentheses()?,
                Some('@') => Test::Exists(self.query()?),
                _ => return Err(self.fault("expected `@` or `(` after `!`")),
            };
            return Ok(Test::Not(Box::new(test)));
        }
        if self.peek() == Some('(') {
            return self.parentheses();
        }
        self.comparison()
    }

    fn parentheses(&mut self) -> Result<Test, Fault> {
        self.at += 1;
        let test = self.deeper(Self::filter)?;
        if !self.took(")") {
            return Err(self.fault("expected `)`"));
        }
        Ok(test)
    }

    /// A comparison, or a query alone.
    fn comparison(&mut self) -> Result<Test, Fault> {
        let start = self.at;
        let left = self.operand()?;
        let left_end = self.at;
        self.blanks();
        let sign = COMPARISONS.iter().find(|(sign, _)| self.took(sign));
        let Some((_, comparison)) = sign else {
            self.at = left_end;
            return match left {
                Operand::Query(segments) => Ok(Test::Exists(segments)),
                Operand::Literal(_) => Err(self.fault("expected a comparison such as `==`")),
            };
        };
        singular(&left, start, left_end)?;
        self.blanks();
        let start = self.at;
        let right = self.operand()?;
        singular(&right, start, self.at)?;
        Ok(Test::Compare(left, *comparison, right))
    }

    fn operand(&mut self) -> Result<Operand, Fault> {
        match self.peek() {
            Some('@') => Ok(Operand::Query(self.query()?)),
            Some('$') => Err(self.unsupported("`$` within a filter", 1)),
            Some('\'' | '"') => {
                let text = self.string()?;
                Ok(Operand::Literal(Kind::String(text.into())))
            }
            Some('-' | '0'..='9') => self.number(),
            _ => self.keyword(),
        }
    }

    fn query(&mut self) -> Result<Vec<Segment>, Fault> {
        self.at += 1;
        self.segments()
    }

    fn number(&mut self) -> Result<Operand, Fault> {
        let text = self.ahead(|parser| {
            parser.run(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'))
        });
        if text.parse::<f64>().is_ok_and(f64::is_finite) {
            self.at += text.len();
            return Ok(Operand::Literal(Kind::Number(text.into())));
        }
        Err(self.fault_of(text.len(), "expected a number"))
    }

    fn keyword(&mut self) -> Result<Operand, Fault> {
        let word = self.ahead(Self::word);
        if let Some((_, kind)) = WORDS.iter().find(|(name, _)| *name == word) {
            self.at += word.len();
            return Ok(Operand::Literal(kind.clone()));
        }
        if !word.is_empty() && self.text[self.at + word.len()..].starts_with('(') {
            return Err(self.unsupported(format!("the function `{word}`"), word.len()));
        }
        let what = "expected `@`, a text in quotes, a number, `true`, `false` or `null`";
        Err(self.fault_of(word.len().max(self.peek().map_or(0, char::len_utf8)), what))
    }
}

/// Refuses to compare what may be several values.
fn singular(operand: &Operand, start: usize, end: usize) -> Result<(), Fault> {
    let Operand::Query(segments) = operand else {
        return Ok(());
    };
    let names_one = |segment: &Segment| {
        !segment.descends
            && matches!(
                segment.selectors[..],
                [Selector::Name(_) | Selector::Index(_)]
            )
    };
    if segments.iter().all(names_one) {
        return Ok(());
    }
    let what = "only single values can be compared".to_owned();
    Err(Fault {
        what,
        unsupported: false,
        start,
        end,
    })
}

fn one_or(mut tests: Vec<Test>, join: fn(Vec<Test>) -> Test) -> Test {
    match tests.pop() {
        Some(only) if tests.is_empty() => only,
        Some(last) => {
            tests.push(last);
            join(tests)
        }
        None => join(tests),
    }
}
