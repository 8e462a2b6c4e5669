//! Counts calls as they leave, repeats included.

use std::sync::atomic::{AtomicUsize, Ordering};

use bindery::{Attempt, Observer};

/// An observer that counts.
#[derive(Debug, Default)]
pub struct Calls(AtomicUsize);

impl Calls {
    /// How many calls were made so far.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl Observer for Calls {
    fn attempt(&self, _: &Attempt<'_>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}
