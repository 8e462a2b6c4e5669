//! What the tests that cross crates share. Nothing here is published.

pub mod clock;
pub mod listen;
pub mod script;
