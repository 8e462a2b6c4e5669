//! Paths in attributes. They are passed on: all that matters is that what follows them can still be read.

use proc_macro::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};

use super::item::is_punct;
use crate::grammar::{ArgError, Tokens, error};

/// A path, up to the next comma.
pub(super) fn plain(tokens: &mut Tokens, name: &Ident) -> Result<TokenStream, ArgError> {
    let mut path = Vec::new();
    let mut depth = 0_usize;
    while let Some(token) = tokens.peek() {
        match token {
            token if depth == 0 && is_punct(token, ',') => break,
            token if is_punct(token, '<') => depth += 1,
            token if is_punct(token, '>') => depth = depth.saturating_sub(1),
            _ => {}
        }
        path.extend(tokens.next());
    }
    match fault(&path, name.span()) {
        None => Ok(path.into_iter().collect()),
        Some(at) => {
            let message = match path.first() {
                Some(TokenTree::Literal(_)) => format!("`{name}` takes a path, without quotes"),
                _ => format!("`{name}` takes a path"),
            };
            Err(error(at, message))
        }
    }
}

/// A path in quotes.
pub(super) fn quoted(literal: &Literal, text: &str) -> Result<TokenStream, ArgError> {
    let tokens = text.parse::<TokenStream>().unwrap_or_default();
    let path: Vec<_> = tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(literal.span());
            token
        })
        .collect();
    match fault(&path, literal.span()) {
        None => Ok(path.into_iter().collect()),
        Some(at) => Err(error(at, "not a path")),
    }
}

/// Where a path is at fault: at the first token that does not belong, or what one is missing behind; of nothing `otherwise`.
fn fault(path: &[TokenTree], otherwise: Span) -> Option<Span> {
    let mut depth = 0_usize;
    let mut wants_name = true;
    let mut tokens = path.iter();
    while let Some(token) = tokens.next() {
        let fits = match token {
            token if is_punct(token, '<') => {
                depth += 1;
                true
            }
            token if depth > 0 && is_punct(token, '>') => {
                depth -= 1;
                wants_name = false;
                true
            }
            _ if depth > 0 => true,
            TokenTree::Ident(_) => std::mem::take(&mut wants_name),
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                std::mem::take(&mut wants_name)
            }
            TokenTree::Punct(first) if first.as_char() == ':' => {
                wants_name = true;
                first.spacing() == Spacing::Joint && tokens.next().is_some()
            }
            _ => false,
        };
        if !fits {
            return Some(token.span());
        }
    }
    (wants_name || depth > 0).then(|| path.last().map_or(otherwise, TokenTree::span))
}
