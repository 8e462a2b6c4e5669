//! The proc-macro front door: finds the spec and its overlays, calls the generator, reports. Everything that needs a real span is here,
//! and nothing else.
//!
//! Use it as `bindery::bindings!`; this crate's macros take the runtime's path as their first token.

mod args;
mod derive;
mod document;
mod expand;
mod findings;
mod grammar;
mod locate;
mod report;
mod respan;

use proc_macro::TokenStream;

/// The other half of `bindery::bindings!`, which documents both.
#[proc_macro]
pub fn bindings(input: TokenStream) -> TokenStream {
    expand::expand(input)
}

/// Sends a struct of your own as a request, or as a part of one. `bindery::Request` documents it.
#[proc_macro_derive(Request, attributes(bindery))]
pub fn request(input: TokenStream) -> TokenStream {
    derive::expand(input, bindery_codegen::derive_request)
}

/// Reads a struct of your own from a reply, or from a part of one. `bindery::Response` documents it.
#[proc_macro_derive(Response, attributes(bindery))]
pub fn response(input: TokenStream) -> TokenStream {
    derive::expand(input, bindery_codegen::derive_response)
}
