//! Spans of generated items, so that editors lead from an operation's name in the macro call to its items and back.
//!
//! The compiler places what is parsed from text at the call, and only the names of items are touched: rebuilding every
//! token costs as much as generating it. rust-analyzer counts a token's place from the start of that text, beyond the
//! end of most callers' files, and fails at it; there everything is moved.

use proc_macro::{Group, Span, TokenStream, TokenTree};

/// What a token of the caller's is to an item.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// It names the item: an editor shows the item's docs at it.
    Names(Span),
    /// The item came of it, among others: an editor leads from the item to its start.
    Makes(Span),
}

/// Gives every top-level item's name the place that `of` finds for it, and what has none in the caller's file
/// `otherwise`.
pub(crate) fn name_items(
    source: TokenStream,
    of: impl Fn(&str) -> Place,
    otherwise: Span,
) -> TokenStream {
    let misplaced = !is_at_call(&source);
    let source = if misplaced {
        // A token's own span here would make the editor take it for each of them.
        moved(source, otherwise.start().resolved_at(Span::call_site()))
    } else {
        source
    };
    let mut after_keyword = false;
    let tokens = source.into_iter().map(|mut token| {
        if let TokenTree::Ident(ident) = &mut token {
            let name = ident.to_string();
            if after_keyword {
                let span = match of(&name) {
                    Place::Makes(span) if misplaced => span.start(),
                    Place::Makes(span) | Place::Names(span) => span,
                };
                ident.set_span(span.resolved_at(Span::call_site()));
            }
            after_keyword = matches!(&*name, "struct" | "enum" | "type" | "mod" | "trait");
        } else {
            after_keyword = false;
        }
        token
    });
    tokens.collect()
}

/// Spans can be compared by what they print, and in no other way.
fn is_at_call(source: &TokenStream) -> bool {
    let call = format!("{:?}", Span::call_site());
    let first = source.clone().into_iter().next();
    first.is_none_or(|token| format!("{:?}", token.span()) == call)
}

/// The same tokens, all of them at `span`.
fn moved(source: TokenStream, span: Span) -> TokenStream {
    let tokens = source.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = token {
            token = Group::new(group.delimiter(), moved(group.stream(), span)).into();
        }
        token.set_span(span);
        token
    });
    tokens.collect()
}
