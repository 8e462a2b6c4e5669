//! Spans of generated items, so that editors lead from an operation's name in the macro call to its items and back.
//! Only the tokens that name items are touched: rebuilding every token costs as much as generating it.

use proc_macro::{Span, TokenStream, TokenTree};

/// Gives every top-level item's name the span that `of` finds for it.
pub(crate) fn name_items(source: TokenStream, of: impl Fn(&str) -> Span) -> TokenStream {
    let mut after_keyword = false;
    let tokens = source.into_iter().map(|mut token| {
        if let TokenTree::Ident(ident) = &mut token {
            let name = ident.to_string();
            if after_keyword {
                ident.set_span(of(&name).resolved_at(Span::call_site()));
            }
            after_keyword = matches!(&*name, "struct" | "enum" | "type" | "mod" | "trait");
        } else {
            after_keyword = false;
        }
        token
    });
    tokens.collect()
}
