//! Path templates as every stage must read them: what of a key of `paths` is the path, and what is a query. Whether a template
//! is as it should be is the check's affair.

use std::fmt::Write;

use crate::reference::percent_decode;

/// A key of `paths`, ready to be sent.
///
/// ```
/// use bindery_spec::template::{Filling, Template};
///
/// let template = Template::of("/par cels/{id}?full=1&by={user}#top");
/// assert_eq!(template.path, "/par%20cels/{id}");
/// assert_eq!(template.placeholders().collect::<Vec<_>>(), ["id"]);
/// assert_eq!(template.query[0].filling, Filling::Fixed("1".to_owned()));
/// assert_eq!(template.query[1].filling, Filling::Parameter("user"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template<'p> {
    /// The path: it begins with `/` and is percent-encoded, but for its placeholders.
    pub path: String,
    /// The pairs behind a `?`.
    pub query: Vec<Pair<'p>>,
}

/// A pair of the query in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<'p> {
    /// Its name as it was written, braces left out.
    pub written: &'p str,
    /// Its name, decoded.
    pub name: String,
    /// What its value is.
    pub filling: Filling<'p>,
}

/// The value of a [`Pair`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filling<'p> {
    /// The same in every request, decoded.
    Fixed(String),
    /// That of this parameter.
    Parameter(&'p str),
    /// Made of several things, among them these parameters.
    Mixed(Vec<&'p str>),
}

impl<'p> Template<'p> {
    /// Reads a key of `paths`. What follows a `#` only tells the operations of a document apart, and reaches no service.
    pub fn of(key: &'p str) -> Self {
        let sent = key.split('#').next().unwrap_or_default();
        let (path, query) = sent.split_once('?').unwrap_or((sent, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Template {
            path: encoded(path),
            query: pairs.map(Pair::of).collect(),
        }
    }

    /// The names in the braces of the path.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        placeholders(&self.path)
    }
}

impl<'p> Pair<'p> {
    fn of(text: &'p str) -> Self {
        let (name, value) = text.split_once('=').unwrap_or((text, ""));
        let (named, held) = (placeholders(name), placeholders(value));
        let held: Vec<_> = held.collect();
        let filling = match (named.last(), &*held) {
            (Some(parameter), _) => Filling::Parameter(parameter),
            (None, []) => Filling::Fixed(decoded(value)),
            (None, [only]) if value.len() == only.len() + 2 => Filling::Parameter(only),
            (None, _) => Filling::Mixed(held),
        };
        let written = name.trim_matches(['{', '}']);
        Pair {
            written,
            name: decoded(written),
            filling,
        }
    }
}

/// The names in the braces of a text.
pub(crate) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('{').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('}'))
        .map(|(name, _)| name)
}

fn decoded(text: &str) -> String {
    percent_decode(text).unwrap_or_else(|| text.to_owned())
}

/// The path with all encoded that the URL standard encodes in one, placeholders left as they are.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 1);
    if !path.starts_with('/') {
        out.push('/');
    }
    let mut inside = false;
    for (at, c) in path.char_indices() {
        let opens = c == '{' && is_placeholder(&path[at + 1..]);
        let closes = c == '}' && inside;
        inside = opens || inside && !closes;
        if inside || closes || !is_encoded(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Whether what follows a `{` is a name and its `}`.
fn is_placeholder(rest: &str) -> bool {
    let end = rest.find(['{', '}']);
    end.is_some_and(|end| rest.as_bytes()[end] == b'}')
}

/// Whether a path holds the character in percent-encoding only. A `\` would be read as a `/`.
fn is_encoded(c: char) -> bool {
    !c.is_ascii() || c <= ' ' || c == '\x7f' || "\"<>^`\\{}".contains(c)
}
