//! A downstream crate.

fn main() {}
