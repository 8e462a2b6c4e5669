//! Reading bodies as HTML forms send them, back into the JSON that the types of a request are read from.

use super::query::decode;
use crate::json::{DecodeError, Writer};

/// How the values of a member are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormValue {
    /// One text.
    Text,
    /// One value in JSON: a number, a list, an object.
    Json,
    /// A text for each item.
    Texts,
    /// A value in JSON for each item.
    Jsons,
}

/// The JSON object of a form whose members are known; others are passed over.
pub fn form(body: &[u8], members: &[(&str, FormValue)]) -> Result<Vec<u8>, DecodeError> {
    let malformed = || DecodeError::not_allowed("expected a form of percent-encoded UTF-8");
    let body = std::str::from_utf8(body).map_err(|_| malformed())?;
    let mut pairs = Vec::new();
    for pair in body.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let text = |text: &str| decode(&text.replace('+', " ")).map_err(|_| malformed());
        pairs.push((text(name)?, text(value)?));
    }
    let mut w = Writer::new();
    w.begin_object();
    for (name, kind) in members {
        let mut values = pairs.iter().filter(|(found, _)| found == name);
        match kind {
            FormValue::Text | FormValue::Json => {
                if let Some((_, value)) = values.next_back() {
                    w.name(name);
                    write(&mut w, value, *kind == FormValue::Text)?;
                }
            }
            FormValue::Texts | FormValue::Jsons => {
                let values: Vec<_> = values.collect();
                if !values.is_empty() {
                    w.name(name);
                    w.begin_array();
                    for (_, value) in values {
                        write(&mut w, value, *kind == FormValue::Texts)?;
                    }
                    w.end_array();
                }
            }
        }
    }
    w.end_object();
    Ok(w.into_bytes())
}

fn write(w: &mut Writer, value: &str, text: bool) -> Result<(), DecodeError> {
    if text {
        w.string(value);
    } else {
        w.raw(&crate::json::Json::parse(value)?);
    }
    Ok(())
}
