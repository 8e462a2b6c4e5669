//! JSON Pointers (RFC 6901), plain and as the vocabulary extends them. Looks nothing up itself.

use std::fmt;

use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

/// A JSON Pointer of the vocabulary, relative to a request, reply or item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The unescaped tokens. A `*` stands for every item of an array, where the vocabulary allows it.
    pub tokens: Vec<String>,
    /// The string in the document.
    pub span: Span,
}

/// What a pointer may be in its place.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Names a member somewhere below.
    Member,
    /// May be empty: the value itself.
    SelfOrMember,
    /// May go through every item of an array with `*`.
    Each,
}

impl Pointer {
    /// Reads the pointer from a string of the document; complains and answers `None` where it is none.
    pub(crate) fn read(
        value: &Value,
        what: &str,
        shape: Shape,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let Some(text) = value.as_str() else {
            findings.push(Finding::wrong_type(
                what,
                "a JSON Pointer such as `/Name`",
                value,
            ));
            return None;
        };
        match Self::parse(text, value.span, shape) {
            Ok(pointer) => Some(pointer),
            Err(label) => {
                let message = format!("{what} is not a usable JSON Pointer");
                findings.push(Finding::error("bad-pointer", value.span, message).label(label));
                None
            }
        }
    }

    fn parse(text: &str, span: Span, shape: Shape) -> Result<Self, String> {
        let Some(tokens) = tokens(text) else {
            return Err(if text.starts_with('/') {
                "`~` must be written `~0`, and `/` inside a name `~1`".to_owned()
            } else {
                format!("begins with `/`: did you mean `/{text}`?")
            });
        };
        if tokens.is_empty() && !matches!(shape, Shape::SelfOrMember) {
            return Err("the empty pointer names no member".to_owned());
        }
        if !matches!(shape, Shape::Each) && tokens.iter().any(|token| token == "*") {
            return Err("`*` is not allowed here: one value is meant".to_owned());
        }
        Ok(Self { tokens, span })
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in &self.tokens {
            write!(f, "/{}", escape(token))?;
        }
        Ok(())
    }
}

/// The unescaped tokens of a JSON Pointer; `None` where it is malformed.
pub fn tokens(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    pointer
        .strip_prefix('/')?
        .split('/')
        .map(unescape)
        .collect()
}

/// The index an array token means: digits without a leading zero.
pub fn array_index(token: &str) -> Option<usize> {
    let digits = token.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = token == "0" || !token.starts_with('0');
    if digits && canonical {
        token.parse().ok()
    } else {
        None
    }
}

/// Writes a key as a token of a JSON Pointer: `a/b` as `a~1b`.
pub fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

fn unescape(token: &str) -> Option<String> {
    let mut pieces = token.split('~');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if let Some(rest) = piece.strip_prefix('0') {
            text.push('~');
            text.push_str(rest);
        } else {
            text.push('/');
            text.push_str(piece.strip_prefix('1')?);
        }
    }
    Some(text)
}
