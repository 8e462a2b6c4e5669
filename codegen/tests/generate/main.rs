//! Documents in, Rust text out: what `generate` promises, seen from outside.

mod calls;
mod choices;
mod extensions;
mod files;
mod fixtures;
mod links;
mod names;
mod private;
mod schemas;
mod secrets;
mod selection;
mod support;
