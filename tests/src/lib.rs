//! What the tests that cross crates share. Nothing here is published.

pub mod clock;
pub mod listen;
pub mod script;
mod trusting;
pub mod words;

/// The README's examples compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
