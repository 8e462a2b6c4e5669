//! From an API spec to Rust source: representation, names, text.

pub mod pattern;
