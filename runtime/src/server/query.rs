//! Parsing queries and percent-encoding, as clients of this crate write them.

use std::error::Error;
use std::fmt;

/// A query or path that is not percent-encoded UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MalformedQuery;

impl fmt::Display for MalformedQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the path or query is not percent-encoded UTF-8")
    }
}

impl Error for MalformedQuery {}

/// The pairs of a query, decoded, in their order. A `+` is a plus, and a name without `=` has the empty value.
///
/// ```
/// use bindery::server::parse_query;
/// let pairs = parse_query("to=a%26b&note=1+1&fast")?;
/// let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
/// assert_eq!(pairs, [("to", "a&b"), ("note", "1+1"), ("fast", "")]);
/// # Ok::<(), bindery::server::MalformedQuery>(())
/// ```
pub fn parse_query(query: &str) -> Result<Vec<(String, String)>, MalformedQuery> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let decoded = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Ok((decode(name)?, decode(value)?))
    });
    decoded.collect()
}

pub(super) fn decode(text: &str) -> Result<String, MalformedQuery> {
    crate::url::decode(text).ok_or(MalformedQuery)
}
