//! Types as tokens: what their names tell. Aliases are not seen through.

use proc_macro::{Delimiter, Group, TokenTree};

use super::item::is_punct;

/// The arguments of a type `Wrapper<…>`, whatever path leads to `Wrapper`.
pub(crate) fn inside(ty: &[TokenTree], wrapper: &str) -> Option<Vec<TokenTree>> {
    let open = ty.iter().position(|token| is_punct(token, '<'))?;
    let (path, rest) = ty.split_at(open);
    let plain = path
        .iter()
        .all(|token| matches!(token, TokenTree::Ident(_)) || is_punct(token, ':'));
    let named = matches!(path.last(), Some(TokenTree::Ident(last)) if last.to_string() == wrapper);
    let (_, rest) = rest.split_first()?;
    let (end, inner) = rest.split_last()?;
    (plain && named && is_punct(end, '>')).then(|| ungrouped(inner.to_vec()))
}

/// What references and boxes lead to; another type itself.
pub(crate) fn content(ty: &[TokenTree]) -> Vec<TokenTree> {
    match referent(ty) {
        Some((referent, _)) => content(&referent),
        None => match inside(ty, "Box") {
            Some(boxed) => content(&boxed),
            None => ty.to_vec(),
        },
    }
}

/// Whether a type is a reference that is not `mut`.
pub(crate) fn is_shared(ty: &[TokenTree]) -> bool {
    matches!(referent(ty), Some((_, false)))
}

/// What a reference refers to, and whether it is `mut`.
fn referent(ty: &[TokenTree]) -> Option<(Vec<TokenTree>, bool)> {
    let (and, rest) = ty.split_first()?;
    let rest = match rest {
        [quote, TokenTree::Ident(_), rest @ ..] if is_punct(quote, '\'') => rest,
        // A lifetime that a macro hands on.
        [TokenTree::Group(group), rest @ ..] if is_lifetime(group) => rest,
        rest => rest,
    };
    let (rest, is_mut) = match rest {
        [TokenTree::Ident(word), rest @ ..] if word.to_string() == "mut" => (rest, true),
        rest => (rest, false),
    };
    is_punct(and, '&').then(|| (ungrouped(rest.to_vec()), is_mut))
}

fn is_lifetime(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    first.is_some_and(|token| is_punct(&token, '\''))
}

/// A type that a macro hands on stands in a group without delimiters.
pub(crate) fn ungrouped(ty: Vec<TokenTree>) -> Vec<TokenTree> {
    match &*ty {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            ungrouped(group.stream().into_iter().collect())
        }
        _ => ty,
    }
}
