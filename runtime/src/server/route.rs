//! Which operation a request is for.

use std::error::Error;
use std::fmt;

use http::Method;

use super::query::decode;
use super::request::{Call, Request};
use super::{MalformedQuery, parse_query};
use crate::operation::Meta;

/// One operation's method and path template, ready to be matched.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    operation: &'static Meta,
}

/// Why a request is for no operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RouteError {
    /// No operation has this path.
    NoSuchPath,
    /// Operations have this path, but none with this method.
    NoSuchMethod,
    /// The path or query is not percent-encoded UTF-8.
    Malformed,
}

impl Route {
    /// The route of an operation.
    pub const fn new(operation: &'static Meta) -> Self {
        Self { operation }
    }

    /// The operation.
    pub const fn operation(&self) -> &'static Meta {
        self.operation
    }

    /// Whether the method fits.
    pub fn takes(&self, method: &Method) -> bool {
        self.operation.method == method.as_str()
    }

    /// The path parameters, decoded, where `path` fits the template segment by segment.
    ///
    /// A template segment may have text around its parameter, as `{id}.json` has. A parameter is never empty.
    pub fn parameters(
        &self,
        path: &str,
    ) -> Option<Result<Vec<(&'static str, String)>, MalformedQuery>> {
        let decoded = self.raw_parameters(path)?.into_iter();
        let decoded = decoded.map(|(name, raw)| Ok((name, decode(raw)?)));
        Some(decoded.collect())
    }

    /// The same as they came.
    fn raw_parameters(self, path: &str) -> Option<Vec<(&'static str, &str)>> {
        let mut found = Vec::new();
        let mut segments = path.split('/');
        for template in self.operation.path.split('/') {
            match_segment(template, segments.next()?, &mut found)?;
        }
        segments.next().is_none().then_some(found)
    }

    fn literal_segments(self) -> usize {
        self.operation
            .path
            .split('/')
            .filter(|segment| !segment.contains('{'))
            .count()
    }
}

/// Finds the operation of a request, and decodes path and query. Where two templates fit, the one with more literal
/// segments is meant, as the `OpenAPI` specification has it.
pub fn route(routes: &[Route], request: &Request) -> Result<Call, RouteError> {
    let fits = |route: &&Route| route.parameters(&request.path).is_some();
    let mut fitting: Vec<&Route> = routes.iter().filter(fits).collect();
    if fitting.is_empty() {
        return Err(RouteError::NoSuchPath);
    }
    fitting.retain(|route| route.takes(&request.method));
    let route = fitting
        .into_iter()
        .max_by_key(|route| route.literal_segments())
        .ok_or(RouteError::NoSuchMethod)?;
    let raw = route
        .raw_parameters(&request.path)
        .ok_or(RouteError::NoSuchPath)?;
    let decoded = raw.iter().map(|(name, raw)| Ok((*name, decode(raw)?)));
    Ok(Call {
        operation: route.operation,
        path: decoded.collect::<Result<_, MalformedQuery>>()?,
        query: parse_query(&request.query)?,
        headers: request.headers.clone(),
        raw_path: raw
            .into_iter()
            .map(|(name, raw)| (name, raw.to_owned()))
            .collect(),
        raw_query: request.query.clone(),
    })
}

/// Matches `before{name}after`, or text without a parameter.
fn match_segment<'a>(
    template: &'static str,
    segment: &'a str,
    found: &mut Vec<(&'static str, &'a str)>,
) -> Option<()> {
    let parameter = template.split_once('{').and_then(|(before, rest)| {
        let (name, after) = rest.split_once('}')?;
        Some((before, name, after))
    });
    let Some((before, name, after)) = parameter else {
        return (template == segment).then_some(());
    };
    let value = segment.strip_prefix(before)?.strip_suffix(after)?;
    found.push((name, value));
    (!value.is_empty()).then_some(())
}

impl From<MalformedQuery> for RouteError {
    fn from(_: MalformedQuery) -> Self {
        Self::Malformed
    }
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchPath => f.write_str("no operation has this path"),
            Self::NoSuchMethod => f.write_str("no operation of this path takes this method"),
            Self::Malformed => MalformedQuery.fmt(f),
        }
    }
}

impl Error for RouteError {}
