//! Whether a compiled pattern matches a text: for the command, which holds examples against patterns. As the runtime does it, every way
//! that a program can go is followed at once, backwards through the text.

use super::Compiled;
use super::program::Step;

/// The steps that are next at one place, each with the characters that a run has taken.
struct Threads {
    next: Vec<usize>,
    taken: Vec<Option<u32>>,
}

impl Threads {
    fn new(steps: usize) -> Self {
        Threads {
            next: Vec::new(),
            taken: vec![None; steps],
        }
    }

    /// Of two runs at one step, the one that has taken less can do all that the other can.
    fn add(&mut self, step: usize, taken: u32) {
        match &mut self.taken[step] {
            Some(before) => *before = taken.min(*before),
            empty => {
                *empty = Some(taken);
                self.next.push(step);
            }
        }
    }

    fn clear(&mut self) {
        for step in self.next.drain(..) {
            self.taken[step] = None;
        }
    }
}

impl Compiled {
    /// Whether some part of a text matches. Takes time in proportion to the length of both.
    ///
    /// ```
    /// let id = bindery_codegen::pattern::compile("^[a-z]{1,8}$")?;
    /// assert!(id.matches("parcel") && !id.matches("a parcel"));
    /// # Ok::<(), bindery_codegen::pattern::PatternError>(())
    /// ```
    pub fn matches(&self, text: &str) -> bool {
        let mut now = Threads::new(self.steps.len());
        let mut before = Threads::new(self.steps.len());
        let (mut after, mut rest) = (None, text);
        loop {
            let char = rest.chars().next_back();
            if self.close(&mut now, char, after) {
                return true;
            }
            let Some(char) = char else {
                return false;
            };
            for &step in &now.next {
                let taken = now.taken[step].unwrap_or_default();
                match &self.steps[step] {
                    Step::One(set) if contains(set.ranges(), char) => before.add(step + 1, 0),
                    Step::Run(set, most) if taken < *most && contains(set.ranges(), char) => {
                        let all = *most == u32::MAX;
                        before.add(step, if all { 0 } else { taken + 1 });
                    }
                    _ => {}
                }
            }
            now.clear();
            std::mem::swap(&mut now, &mut before);
            after = Some(char);
            rest = &rest[..rest.len() - char.len_utf8()];
        }
    }

    /// Begins every program between two characters, and follows the steps that take none; whether the pattern itself matches.
    fn close(&self, now: &mut Threads, before: Option<char>, after: Option<char>) -> bool {
        let mut found = vec![false; self.starts.len()];
        for program in 0..self.starts.len() {
            now.add(self.starts[program], 0);
            let end = self.starts.get(program + 1).copied();
            let own = self.starts[program]..end.unwrap_or(self.steps.len());
            let mut at = 0;
            while let Some(&step) = now.next.get(at) {
                at += 1;
                if !own.contains(&step) {
                    continue;
                }
                let passes = match self.steps[step] {
                    Step::One(_) => false,
                    Step::Run(..) => true,
                    Step::Fork(to) => {
                        now.add(to, 0);
                        true
                    }
                    Step::Jump(to) => {
                        now.add(to, 0);
                        false
                    }
                    Step::Accept => {
                        found[program] = true;
                        false
                    }
                    Step::Start => before.is_none(),
                    Step::End => after.is_none(),
                    Step::WordBoundary(wanted) => (is_word(before) != is_word(after)) == wanted,
                    Step::Ahead(look, wanted) => found[look] == wanted,
                };
                if passes {
                    now.add(step + 1, 0);
                }
            }
        }
        found.last() == Some(&true)
    }
}

fn contains(ranges: &[(char, char)], char: char) -> bool {
    ranges
        .iter()
        .any(|(low, high)| (low..=high).contains(&&char))
}

fn is_word(char: Option<char>) -> bool {
    char.is_some_and(|char| char.is_ascii_alphanumeric() || char == '_')
}
