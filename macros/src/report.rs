//! What the compiler is told: errors at a token, and the file that the crate must be rebuilt with.

use std::path::Path;

use bindery_spec::plain;
use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// `::core::compile_error!{"message"}`, all of it at `span`.
pub(crate) fn compile_error(span: Span, message: &str) -> TokenStream {
    let punct = |c, spacing| {
        let mut punct = Punct::new(c, spacing);
        punct.set_span(span);
        TokenTree::Punct(punct)
    };
    let ident = |name| TokenTree::Ident(Ident::new(name, span));
    // Words of a document must not steer the terminal.
    let mut literal = Literal::string(&plain::lines(message));
    literal.set_span(span);
    let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(literal).into());
    group.set_span(span);
    TokenStream::from_iter([
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        ident("core"),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        ident("compile_error"),
        punct('!', Spacing::Alone),
        TokenTree::Group(group),
    ])
}

/// An empty type in place of one that could not be generated.
pub(crate) fn stub(name: &str, span: Span) -> TokenStream {
    let source = format!("#[doc(hidden)] #[allow(dead_code)] pub struct {name};");
    let tokens: TokenStream = source.parse().unwrap_or_default();
    let at_call = span.resolved_at(Span::call_site());
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(at_call);
            token
        })
        .collect()
}

/// A constant that makes cargo rebuild the crate when the file changes. Nothing of it lands in the binary.
pub(crate) fn rebuild_with(file: &Path) -> TokenStream {
    let source = format!(
        "const _: &[::core::primitive::u8] = ::core::include_bytes!({:?});",
        file.display().to_string()
    );
    source.parse().unwrap_or_default()
}
