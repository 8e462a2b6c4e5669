//! Documents in, Rust text out: what `generate` promises, seen from outside.

mod extensions;
mod fixtures;
mod schemas;
mod secrets;
mod selection;
mod support;
