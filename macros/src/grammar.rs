//! What the arguments of all macros are made of: names, `=`, literals, commas.
//! A grammar this small needs no parser library, which every downstream would have to build.

use std::iter::Peekable;

use bindery_spec::nearest;
use proc_macro::token_stream::IntoIter;
use proc_macro::{Delimiter, Ident, Literal, Span, TokenTree};

/// A complaint about the macro's own input.
#[derive(Debug)]
pub(crate) struct ArgError {
    pub(crate) span: Span,
    pub(crate) message: String,
}

pub(crate) type Tokens = Peekable<IntoIter>;

/// The `=` behind a name.
pub(crate) fn equals(tokens: &mut Tokens, name: &Ident) -> Result<(), ArgError> {
    match tokens.next() {
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => Ok(()),
        other => Err(error(
            span(other.as_ref(), name),
            format!("expected `=` after `{name}`"),
        )),
    }
}

/// The comma behind an argument, or the end.
pub(crate) fn comma(tokens: &mut Tokens) -> Result<(), ArgError> {
    match tokens.next() {
        None => Ok(()),
        Some(TokenTree::Punct(punct)) if punct.as_char() == ',' => Ok(()),
        Some(other) => Err(error(other.span(), "expected `,` between arguments")),
    }
}

/// A string literal; `takes` says what it is for.
pub(crate) fn string(
    tokens: &mut Tokens,
    name: &Ident,
    takes: &str,
) -> Result<(Literal, String), ArgError> {
    let token = tokens.next();
    let wrong = || {
        error(
            span(token.as_ref(), name),
            format!("`{name}` takes {takes}"),
        )
    };
    // A literal that comes through `macro_rules!` may stand in a group without delimiters.
    let literal = match &token {
        Some(TokenTree::Literal(literal)) => literal.clone(),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            match group.stream().into_iter().next() {
                Some(TokenTree::Literal(literal)) => literal,
                _ => return Err(wrong()),
            }
        }
        _ => return Err(wrong()),
    };
    let value = string_value(&literal.to_string()).ok_or_else(wrong)?;
    Ok((literal, value))
}

/// A string literal, or a list of them in square brackets.
pub(crate) fn strings(
    tokens: &mut Tokens,
    name: &Ident,
    takes: &str,
) -> Result<Vec<(Literal, String)>, ArgError> {
    let list = match tokens.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => group.stream(),
        _ => return Ok(vec![string(tokens, name, takes)?]),
    };
    tokens.next();
    let mut inner = list.into_iter().peekable();
    let mut strings = Vec::new();
    while inner.peek().is_some() {
        strings.push(string(&mut inner, name, takes)?);
        comma(&mut inner)?;
    }
    Ok(strings)
}

/// The value of a string literal, as far as paths and names need it: plain and raw strings, `\\` and `\"` escapes.
fn string_value(source: &str) -> Option<String> {
    if let Some(raw) = source.strip_prefix('r') {
        let quoted = raw.trim_matches('#');
        return Some(quoted.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let inner = source.strip_prefix('"')?.strip_suffix('"')?;
    let mut value = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next()? {
                escaped @ ('\\' | '"' | '\'') => value.push(escaped),
                _ => return None,
            },
            c => value.push(c),
        }
    }
    Some(value)
}

/// A message about a name that is none of those known.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("unknown {what} `{name}`: did you mean `{near}`?"),
        None => format!("unknown {what} `{name}`: known are {}", known.join(", ")),
    }
}

/// Where a token stands, or else the name before it.
pub(crate) fn span(token: Option<&TokenTree>, otherwise: &Ident) -> Span {
    token.map_or_else(|| otherwise.span(), TokenTree::span)
}

/// A complaint.
pub(crate) fn error(span: Span, message: impl Into<String>) -> ArgError {
    ArgError {
        span,
        message: message.into(),
    }
}
