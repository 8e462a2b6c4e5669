//! Generated text with the caller's own tokens in it.

use proc_macro::{Group, Ident, Span, TokenStream, TokenTree};

/// The tokens of `text`: at `spans`, and with the caller's where `lookup` has some for a name.
pub(crate) fn splice(
    text: &str,
    spans: Spans,
    lookup: &dyn Fn(&str) -> Option<TokenStream>,
) -> TokenStream {
    let tokens: TokenStream = text.parse().unwrap_or_default();
    stream(tokens, spans, lookup)
}

/// Where text is said to stand: from the first to the last token of what it is about. An expression that begins with `&`
/// or a path into the runtime, and ends with a name or a parenthesis, then covers all of it in a message.
#[derive(Clone, Copy)]
pub(crate) struct Spans {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Spans {
    pub(crate) fn call_site() -> Self {
        Spans {
            first: Span::call_site(),
            last: Span::call_site(),
        }
    }
}

fn stream(
    tokens: TokenStream,
    spans: Spans,
    lookup: &dyn Fn(&str) -> Option<TokenStream>,
) -> TokenStream {
    let at = |span: Span| span.resolved_at(Span::call_site());
    let mut output = TokenStream::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                match lookup(&name) {
                    Some(own) if own.is_empty() && name == "__api" => {
                        // Nothing for a path to begin with: its `::` goes too.
                        tokens.by_ref().take(2).for_each(drop);
                    }
                    Some(own) => output.extend(own),
                    None => {
                        let begins = name == "__rt";
                        let span = if begins { spans.first } else { spans.last };
                        output.extend([TokenTree::Ident(Ident::new(&name, at(span)))]);
                    }
                }
            }
            TokenTree::Group(group) => {
                let inner = stream(group.stream(), spans, lookup);
                let mut group = Group::new(group.delimiter(), inner);
                group.set_span(at(spans.last));
                output.extend([TokenTree::Group(group)]);
            }
            mut other => {
                other.set_span(at(spans.first));
                output.extend([other]);
            }
        }
    }
    output
}
