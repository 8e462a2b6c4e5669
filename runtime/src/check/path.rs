//! Where a value stands in a request.

use std::fmt;

use super::token;
use crate::server::Place;

/// One step on the way to a value of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Segment {
    /// The path parameter of that name.
    PathParameter(String),
    /// The query parameter of that name.
    QueryParameter(String),
    /// The header of that name.
    Header(String),
    /// The cookie of that name.
    Cookie(String),
    /// The member of that name.
    Member(String),
    /// The item at that index.
    Index(usize),
}

impl Segment {
    /// The parameter of that name.
    pub(crate) fn parameter(place: Place, name: &str) -> Self {
        let name = name.to_owned();
        match place {
            Place::Path => Segment::PathParameter(name),
            Place::Query => Segment::QueryParameter(name),
            Place::Header => Segment::Header(name),
            Place::Cookie => Segment::Cookie(name),
        }
    }

    /// The steps that a name of generated code stands for: tokens of a JSON Pointer, or a parameter and its place.
    pub(super) fn of(name: &str, at_root: bool, steps: &mut Vec<Segment>) {
        if name.is_empty() {
            return;
        }
        if let Some((place, parameter)) = name.split_once('/').filter(|_| at_root) {
            let parameter = plain(parameter);
            steps.push(match place {
                "path" => Segment::PathParameter(parameter),
                "query" => Segment::QueryParameter(parameter),
                "header" => Segment::Header(parameter),
                _ => Segment::Cookie(parameter),
            });
            return;
        }
        let members = name.split('/');
        steps.extend(members.map(|member| Segment::Member(plain(member))));
    }
}

/// A token of a JSON Pointer as a name.
fn plain(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// As in a pointer.
impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (place, name) = match self {
            Segment::Index(index) => return write!(f, "/{index}"),
            Segment::Member(name) => ("", name),
            Segment::PathParameter(name) => ("/path", name),
            Segment::QueryParameter(name) => ("/query", name),
            Segment::Header(name) => ("/header", name),
            Segment::Cookie(name) => ("/cookie", name),
        };
        write!(f, "{place}/{}", token(name))
    }
}
