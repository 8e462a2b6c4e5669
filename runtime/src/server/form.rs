//! Reading bodies as HTML forms send them, back into the JSON that the types of a request are read from.

use super::query::decode;
use super::shape::{self, Entry, Shape};
use crate::json::DecodeError;

/// The JSON of a form of this shape.
pub fn form(body: &[u8], shape: &Shape) -> Result<Vec<u8>, DecodeError> {
    let malformed = || DecodeError::not_allowed("expected a form of percent-encoded UTF-8");
    let body = std::str::from_utf8(body).map_err(|_| malformed())?;
    let mut entries = Vec::new();
    for pair in body.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let text = |text: &str| decode(&text.replace('+', " ")).map_err(|_| malformed());
        entries.push(Entry::member(text(name)?, text(value)?));
    }
    shape::json(shape, &entries)
}
