//! Strongly typed bindings for the Tencent Cloud IM server API.

#[rustfmt::skip]
mod im;

pub use im::*;
