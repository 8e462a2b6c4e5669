//! The proc-macro front door: finds the spec, calls the generator, reports. Everything that needs a real span is here,
//! and nothing else.
//!
//! Use it as `bindery::bindings!`; this crate's macros take the runtime's path as their first token.

mod args;
mod expand;
mod locate;
mod report;
mod respan;

use proc_macro::TokenStream;

/// The other half of `bindery::bindings!`, which documents both.
#[proc_macro]
pub fn bindings(input: TokenStream) -> TokenStream {
    expand::expand(input)
}
