//! Where a link takes a value from: a constant, or a runtime expression of `OpenAPI`.

use super::parameters;
use crate::body;
use crate::check::lookup::{self, Found};
use crate::document::Document;
use crate::operation::Operation;
use crate::pointer;
use crate::value::{Kind, Value};

/// Where a value comes from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'d> {
    /// It is this one.
    Constant(&'d Value),
    /// A part of the request that the reply answers.
    Request(Part<'d>),
    /// A part of the reply.
    Reply(Part<'d>),
    /// Something else of the call: `$url`, `$method`, `$statusCode`.
    Call(&'d str),
    /// A text with expressions in braces.
    Text(&'d str),
    /// It begins as an expression does, and is none.
    Malformed(&'d str),
}

/// A part of a request or a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'d> {
    /// The value at this JSON Pointer of the body.
    Body(&'d str),
    /// The parameter or header of this place and name.
    Named(&'d str, &'d str),
}

impl<'d> Source<'d> {
    /// Reads a value of a link.
    pub fn of(value: &'d Value) -> Self {
        match value.as_str() {
            Some(text) if text.starts_with('$') => Self::expression(text),
            Some(text) if text.contains("{$") => Self::Text(text),
            _ => Self::Constant(value),
        }
    }

    fn expression(text: &'d str) -> Self {
        let part = |rest: &'d str| match rest.strip_prefix("body") {
            Some("") => Some(Part::Body("")),
            Some(pointer) => pointer.strip_prefix('#').map(Part::Body),
            None => {
                let (place, name) = rest.split_once('.')?;
                let known = ["path", "query", "header"].contains(&place);
                (known && !name.is_empty()).then_some(Part::Named(place, name))
            }
        };
        let read = match text {
            "$url" | "$method" | "$statusCode" => Some(Self::Call(text)),
            _ => match (
                text.strip_prefix("$request."),
                text.strip_prefix("$response."),
            ) {
                (Some(rest), _) => part(rest).map(Self::Request),
                (_, Some(rest)) => part(rest).map(Self::Reply),
                _ => None,
            },
        };
        read.unwrap_or(Self::Malformed(text))
    }

    /// The words for it, seen from the request.
    pub(super) fn described(&self) -> String {
        match self {
            Self::Constant(value) => constant(value),
            Self::Reply(part) => part.of("the reply"),
            Self::Request(part) => part.of("this request"),
            Self::Call(text) | Self::Text(text) | Self::Malformed(text) => format!("`{text}`"),
        }
    }

    /// Why there never is such a value, as far as the document tells.
    pub(super) fn fault(
        self,
        document: &'d Document,
        from: &Operation<'d>,
        reply: &'d Value,
    ) -> Option<String> {
        match self {
            Self::Constant(_)
            | Self::Call(_)
            | Self::Text(_)
            | Self::Reply(Part::Named("header", _)) => None,
            Self::Malformed(_) => Some("no runtime expression is written like that".to_owned()),
            Self::Reply(Part::Named(place, _)) => Some(format!("a reply has no {place}")),
            Self::Reply(Part::Body(pointer)) => {
                let schema = body::schema(reply);
                in_body(document, Some(reply), schema, pointer, "reply")
            }
            Self::Request(Part::Named(place, name)) => {
                // Others than the documented ones are sent as well: `User-Agent` and the like.
                let known = place == "header"
                    || parameters(document, from).any(|it| it.place == place && it.is_called(name));
                (!known).then(|| format!("`{}` has no {place} parameter `{name}`", from.id))
            }
            Self::Request(Part::Body(pointer)) => {
                let sent = from.value().get("requestBody");
                let sent = sent.and_then(|body| document.resolve(body).ok());
                let schema = sent.and_then(|body| body::sent_schema(document, body));
                in_body(document, sent, schema, pointer, "request")
            }
        }
    }
}

impl Part<'_> {
    fn of(self, whose: &str) -> String {
        match self {
            Self::Body("") => format!("the body of {whose}"),
            Self::Body(pointer) => format!("`{pointer}` in the body of {whose}"),
            Self::Named("header", name) => format!("the header `{name}` of {whose}"),
            Self::Named(_, name) => format!("`{name}` of {whose}"),
        }
    }
}

/// What is too long to be told, or not to be told.
pub(super) const AS_IT_IS: &str = "as the document has it";

fn constant(value: &Value) -> String {
    match &value.kind {
        Kind::String(text) | Kind::Number(text) => format!("`{text}`"),
        Kind::Bool(flag) => format!("`{flag}`"),
        Kind::Null => "`null`".to_owned(),
        Kind::Array(_) | Kind::Object(_) => AS_IT_IS.to_owned(),
    }
}

/// Why a pointer leads nowhere in a body, where its schema is known.
fn in_body<'d>(
    document: &'d Document,
    body: Option<&'d Value>,
    schema: Option<&'d Value>,
    pointer: &str,
    whose: &str,
) -> Option<String> {
    let content = body.and_then(|body| body.get("content"));
    if content
        .and_then(Value::as_object)
        .is_none_or(<[_]>::is_empty)
    {
        return Some(format!("the {whose} has no body"));
    }
    let Some(tokens) = pointer::tokens(pointer) else {
        return Some("no JSON Pointer is written like that".to_owned());
    };
    find(document, schema?, &tokens).map(|missing| format!("the {whose} has no `{missing}` there"))
}

/// The token of a way into a schema that leads to nothing. A number is an index, or else the name of a member.
fn find<'t>(document: &Document, schema: &Value, tokens: &'t [String]) -> Option<&'t str> {
    let is_index = |token: &String| pointer::array_index(token).is_some();
    let item = |token: &String| {
        if is_index(token) {
            "*".to_owned()
        } else {
            token.clone()
        }
    };
    let mut tried: Vec<_> = tokens.iter().map(item).collect();
    loop {
        match lookup::find(document, schema, &tried) {
            Found::Nothing { token, .. } if tried[token] == tokens[token] => {
                return Some(&tokens[token]);
            }
            Found::Nothing { token, .. } => tried[token].clone_from(&tokens[token]),
            Found::Schema(_) | Found::Anything => return None,
        }
    }
}
