//! Numbers that cannot repeat, for the keys by which services know repeats.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::random::{Random, StdRandom};

/// Gives each number of 32 bits once before it gives any a second time, in an order that differs from process to process.
///
/// Services that drop repeats know them by a number the caller chooses. With one number for two messages the second is
/// dropped, and may still be called a success; with numbers drawn at random two of 10,000 are the same once in 86 times.
/// These are the values of a counter, sent through a permutation whose key is drawn at random, so that they never are the
/// same within one process.
///
/// Keep the number with what it was given to: a call that is made again, after an outcome nobody knows, must carry the same.
///
/// ```
/// let numbers = bindery::Distinct::new();
/// let (one, other) = (numbers.u32(), numbers.u32());
/// assert_ne!(one, other);
/// ```
#[derive(Debug)]
pub struct Distinct {
    keys: [u16; ROUNDS],
    given: AtomicU32,
}

/// Four rounds of a Feistel network already look random to whoever does not know the keys.
const ROUNDS: usize = 4;

impl Distinct {
    /// Numbers in an order of their own.
    pub fn new() -> Self {
        Self::from_random(&StdRandom::new())
    }

    /// Numbers in an order that `random` decides, so that tests can repeat it.
    pub fn from_random(random: &impl Random) -> Self {
        Distinct {
            keys: std::array::from_fn(|_| halves(random.u32()).0),
            given: AtomicU32::new(random.u32()),
        }
    }

    /// The next number. After all 4,294,967,296 they come again.
    pub fn u32(&self) -> u32 {
        // Wraps around.
        permuted(self.given.fetch_add(1, Ordering::Relaxed), self.keys)
    }
}

impl Default for Distinct {
    fn default() -> Self {
        Self::new()
    }
}

/// Each round can be undone, whatever it mixes in, so no two numbers come to the same.
fn permuted(number: u32, keys: [u16; ROUNDS]) -> u32 {
    let (mut left, mut right) = halves(number);
    for key in keys {
        (left, right) = (right, left ^ mixed(right, key));
    }
    u32::from(left) << 16 | u32::from(right)
}

fn mixed(half: u16, key: u16) -> u16 {
    let product = u32::from(half ^ key)
        .wrapping_add(1)
        .wrapping_mul(0x9E37_79B1);
    let (high, low) = halves(product ^ product >> 15);
    high ^ low
}

fn halves(number: u32) -> (u16, u16) {
    let [a, b, c, d] = number.to_be_bytes();
    (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]))
}
