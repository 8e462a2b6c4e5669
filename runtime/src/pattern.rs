//! Regular expressions as constant programs, matched by a `const fn`.
//! The generator compiles a spec's `pattern` into such a program; nothing here parses one, nor allocates.

mod search;
mod threads;

/// The longest program: all its steps, those of its lookaheads among them.
const MAX_STEPS: usize = 1024;
/// The most programs in one pattern: its lookaheads and itself.
const MAX_PROGRAMS: usize = 16;

/// Steps of most patterns; fewer to set up than [`MAX_STEPS`].
const FEW_STEPS: usize = 64;

/// One step of a program. A program reads a text backwards, from its end to its start, so that what a lookahead asks about
/// is already read when it asks.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Takes one character of these inclusive ranges, then goes on with the next step.
    One(&'static [(char, char)]),
    /// Takes up to so many characters of these ranges, none included, then goes on. `u32::MAX` is no limit.
    Run(&'static [(char, char)], u32),
    /// Goes on with the next step and with the named one.
    Fork(u16),
    /// Goes on with the named step.
    Jump(u16),
    /// Goes on at the start of the text only.
    Start,
    /// Goes on at the end of the text only.
    End,
    /// Goes on where there is (`true`) or is no (`false`) boundary of an ASCII word.
    WordBoundary(bool),
    /// Goes on where the text that follows does (`true`) or doesn't (`false`) begin with a match of an earlier program.
    Ahead(u8, bool),
    /// The program matches.
    Accept,
}

/// A compiled `pattern`.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// The pattern as the spec has it, for messages.
    pub source: &'static str,
    starts: &'static [u16],
    steps: &'static [Step],
}

impl Pattern {
    /// A pattern of one program or more. Each begins at its entry of `starts` and ends with [`Step::Accept`], asks only
    /// about programs before it, and the last one is the pattern itself.
    ///
    /// # Panics
    ///
    /// When the programs break these rules, which in a constant is a compile error.
    pub const fn new(source: &'static str, starts: &'static [u16], steps: &'static [Step]) -> Self {
        assert!(steps.len() <= MAX_STEPS, "a pattern of too many steps");
        assert!(
            !starts.is_empty() && starts.len() <= MAX_PROGRAMS,
            "a pattern of no program or too many"
        );
        assert!(starts[0] == 0, "steps before the first program");
        let pattern = Pattern {
            source,
            starts,
            steps,
        };
        let mut program = 0;
        while program < starts.len() {
            pattern.check(program);
            program += 1;
        }
        pattern
    }

    const fn check(&self, program: usize) {
        let (first, end) = (self.starts[program] as usize, self.end(program));
        assert!(
            first < end && end <= self.steps.len(),
            "a program out of order"
        );
        assert!(
            matches!(self.steps[end - 1], Step::Accept),
            "a program without an end"
        );
        let mut at = first;
        while at < end {
            match self.steps[at] {
                Step::Fork(to) | Step::Jump(to) => {
                    assert!(
                        first <= to as usize && (to as usize) < end,
                        "a jump out of its program"
                    );
                }
                Step::Ahead(asked, _) => assert!(
                    (asked as usize) < program,
                    "a lookahead that is not yet known"
                ),
                _ => {}
            }
            at += 1;
        }
    }

    const fn end(&self, program: usize) -> usize {
        if program + 1 < self.starts.len() {
            self.starts[program + 1] as usize
        } else {
            self.steps.len()
        }
    }

    /// Whether some part of `text` matches, as JSON Schema has it. A character is a Unicode scalar value.
    ///
    /// Reads the text once, in time proportional to its length whatever the pattern, and holds nothing on the heap.
    pub const fn matches(&self, text: &str) -> bool {
        if self.steps.len() <= FEW_STEPS {
            search::search::<FEW_STEPS>(self, text.as_bytes())
        } else {
            search::search::<MAX_STEPS>(self, text.as_bytes())
        }
    }
}
