//! Parameters as every stage must read them: where their schema is, and how their value is written.

use std::borrow::Cow;

use crate::media_type;
use crate::value::Value;

/// How the value of a parameter is written: the styles of `OpenAPI`, exploded or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One word or number, as it is.
    Plain,
    /// `form`: pairs of the query, one for each item or member, or all in one.
    Form {
        /// One pair for each.
        explode: bool,
        /// Whether characters that URLs reserve stay as they are.
        reserved: bool,
    },
    /// `simple`: with commas between.
    Simple {
        /// Members as `name=value`.
        explode: bool,
    },
    /// `label`: behind a dot.
    Label {
        /// A dot for each item, members as `name=value`.
        explode: bool,
    },
    /// `matrix`: behind a semicolon and the name.
    Matrix {
        /// A semicolon for each.
        explode: bool,
    },
    /// `spaceDelimited`, `pipeDelimited`: with this between.
    Delimited(char),
    /// `deepObject`: a pair of the query for each value, its name the path to it in brackets.
    DeepObject,
    /// A text of JSON: `content` in place of `schema`.
    Json,
}

/// What a style may have to write, from what fits every style to what few can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// One word or number.
    Scalar,
    /// A list of those.
    List,
    /// An object of those.
    Object,
    /// An object whose members may be lists as well.
    ObjectOfLists,
    /// Anything else.
    Any,
}

/// What tells parameters apart: place and name. A header is the same whatever its case.
pub fn key<'p>(place: &'p str, name: &'p str) -> (&'p str, Cow<'p, str>) {
    let name = match place {
        "header" => Cow::Owned(name.to_ascii_lowercase()),
        _ => Cow::Borrowed(name),
    };
    (place, name)
}

/// The schema of a parameter: its own, or that of its `content`.
pub fn schema(parameter: &Value) -> Option<&Value> {
    parameter.get("schema").or_else(|| {
        let content = parameter.get("content")?.as_object()?;
        content.first()?.value.get("schema")
    })
}

/// How a parameter is written that holds that much; `None` where nobody has said how that is done.
///
/// ```
/// use bindery_spec::{Document, parameter::{Holds, Style, style}};
///
/// let text = r#"{ "openapi": "3.1.0", "x": { "name": "tag", "in": "query", "explode": false, "schema": true } }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let parameter = document.root.get("x").unwrap();
/// assert_eq!(style(parameter, Holds::List), Some(Style::Form { explode: false, reserved: false }));
/// assert_eq!(style(parameter, Holds::Any), None);
/// ```
pub fn style(parameter: &Value, holds: Holds) -> Option<Style> {
    let place = parameter.get("in")?.as_str()?;
    if parameter.get("schema").is_none() {
        let content = parameter.get("content")?.as_object()?;
        return media_type::is_json(&content.first()?.key).then_some(Style::Json);
    }
    let written = named(parameter, place);
    if holds == Holds::Scalar {
        return Some(match written {
            Some(
                style @ (Style::Label { .. }
                | Style::Matrix { .. }
                | Style::Form { reserved: true, .. }),
            ) => style,
            _ => Style::Plain,
        });
    }
    let most = match written? {
        // In a cookie, nobody has said what would stand between the pairs.
        Style::Form { explode: true, .. } if place == "cookie" => Holds::Scalar,
        Style::Form { explode: true, .. } => Holds::ObjectOfLists,
        Style::DeepObject | Style::Json => Holds::Any,
        _ => Holds::Object,
    };
    let written = match written {
        // Lists are the same either way.
        Some(Style::Simple { .. }) if holds == Holds::List => {
            Some(Style::Simple { explode: false })
        }
        written => written,
    };
    written.filter(|_| holds <= most)
}

/// The style that `style` and `explode` name, or what `OpenAPI` says where they are absent.
fn named(parameter: &Value, place: &str) -> Option<Style> {
    let default = match place {
        "query" | "cookie" => "form",
        _ => "simple",
    };
    let style = parameter.get("style").and_then(Value::as_str);
    let style = style.unwrap_or(default);
    let flag = |key| parameter.get(key).and_then(Value::as_bool);
    let explode = flag("explode").unwrap_or(style == "form");
    let reserved = place == "query" && flag("allowReserved") == Some(true);
    Some(match (place, style) {
        ("query" | "cookie", "form") => Style::Form { explode, reserved },
        // Exploded, there is nothing left to delimit.
        ("query", "spaceDelimited" | "pipeDelimited") if explode => {
            Style::Form { explode, reserved }
        }
        ("query", "spaceDelimited") => Style::Delimited(' '),
        ("query", "pipeDelimited") => Style::Delimited('|'),
        ("query", "deepObject") => Style::DeepObject,
        ("path" | "header", "simple") => Style::Simple { explode },
        ("path", "label") => Style::Label { explode },
        ("path", "matrix") => Style::Matrix { explode },
        _ => return None,
    })
}
