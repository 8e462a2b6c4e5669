//! Random numbers for what need not be secret: the request number each signed call carries, and jitter.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A source of random numbers. Give the client another one to make its calls repeatable.
pub trait Random: Send + Sync + 'static {
    /// A number from the whole range.
    fn u32(&self) -> u32;
}

impl<T: Random + ?Sized> Random for Arc<T> {
    fn u32(&self) -> u32 {
        (**self).u32()
    }
}

/// Numbers from the standard library's hasher, which the operating system seeds.
///
/// They are evenly spread and differ from process to process. They are not meant to be unguessable: make no key or
/// token of them.
#[derive(Debug, Default)]
pub struct StdRandom {
    seed: RandomState,
    drawn: AtomicU64,
}

impl StdRandom {
    /// A freshly seeded source.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Random for StdRandom {
    fn u32(&self) -> u32 {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed);
        // Half of the hash: 32 bits always fit.
        u32::try_from(self.seed.hash_one(count) >> 32).unwrap_or_default()
    }
}
