//! The steps a search is at, at one place of the text: a set that is cheap to add to, walk and clear.

use super::{MAX_PROGRAMS, Pattern};

/// A sparse set of steps. Each program's steps stand together from the program's own start on, so that programs can be
/// walked one after the other; walking while adding sees what was added.
pub(super) struct Threads<const N: usize> {
    steps: [u16; N],
    /// Where in `steps` each step stands. Stale unless `steps` agrees.
    slots: [u16; N],
    /// The characters a `Run` has taken, by step.
    taken: [u32; N],
    ends: [u16; MAX_PROGRAMS],
}

impl<const N: usize> Threads<N> {
    pub(super) const fn new() -> Self {
        Threads {
            steps: [0; N],
            slots: [0; N],
            taken: [0; N],
            ends: [0; MAX_PROGRAMS],
        }
    }

    pub(super) const fn clear(&mut self, pattern: &Pattern) {
        let mut program = 0;
        while program < pattern.starts.len() {
            self.ends[program] = pattern.starts[program];
            program += 1;
        }
    }

    /// Adds a step. Of two runs at one step, the one that has taken less can do all that the other can.
    pub(super) const fn add(&mut self, program: usize, step: u16, taken: u32) {
        let (index, end) = (step as usize, self.ends[program]);
        let slot = self.slots[index];
        if slot < end && self.steps[slot as usize] == step {
            if taken < self.taken[index] {
                self.taken[index] = taken;
            }
            return;
        }
        self.steps[end as usize] = step;
        self.slots[index] = end;
        self.taken[index] = taken;
        self.ends[program] = end + 1;
    }

    /// One past the last slot of a program; the first is the program's start.
    pub(super) const fn end(&self, program: usize) -> usize {
        self.ends[program] as usize
    }

    pub(super) const fn step(&self, slot: usize) -> u16 {
        self.steps[slot]
    }

    pub(super) const fn taken(&self, step: u16) -> u32 {
        self.taken[step as usize]
    }
}
