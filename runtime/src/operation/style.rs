//! How a value is written into a parameter: the styles of `OpenAPI`. They work on the value's JSON, so that they are compiled
//! once, and whatever can be a body can be a parameter.

use std::borrow::Cow;
use std::fmt::Write;

use crate::form;
use crate::json::{DecodeError, Kind, Reader};
use crate::url::{encode, encode_reserved};

/// A style, exploded or not.
///
/// Items and members are percent-encoded one by one, so that what stands between them is told from what they hold; only items
/// with spaces or `|` cannot be delimited by just these. An empty list is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// One word, as it is.
    Plain,
    /// Pairs of the query.
    Form {
        /// One for each item or member.
        explode: bool,
        /// Whether characters that URLs reserve stay as they are, but for those of the query itself.
        reserved: bool,
    },
    /// With commas between.
    Simple {
        /// Members as `name=value`.
        explode: bool,
    },
    /// Behind a dot.
    Label {
        /// A dot for each item, members as `name=value`.
        explode: bool,
    },
    /// Behind a semicolon and the name.
    Matrix {
        /// A semicolon for each.
        explode: bool,
    },
    /// With this between.
    Delimited(char),
    /// A pair of the query for each word, its name the path to it in brackets.
    DeepObject,
    /// JSON.
    Json,
}

impl Style {
    /// The pairs of a query, the values percent-encoded.
    pub(super) fn pairs(self, name: &'static str, json: &[u8]) -> Vec<(Cow<'static, str>, String)> {
        let pen = match self {
            Style::Form { reserved: true, .. } => encode_reserved,
            _ => encode,
        };
        let pairs = match self {
            Style::DeepObject => deep(name, json),
            Style::Form { explode: true, .. } => Flat::of(json).pairs(name),
            _ => {
                let text = self.text(name, json, &pen);
                return text
                    .map(|text| (Cow::Borrowed(name), text))
                    .into_iter()
                    .collect();
            }
        };
        let encoded = pairs.into_iter().map(|(name, value)| (name, pen(&value)));
        encoded.collect()
    }

    /// The text of a path or cookie, or the value of a single pair; `None` for an empty list or object.
    pub(super) fn text(
        self,
        name: &str,
        json: &[u8],
        pen: &dyn Fn(&str) -> String,
    ) -> Option<String> {
        if self == Style::Json {
            return Some(pen(&String::from_utf8_lossy(json)));
        }
        let flat = Flat::of(json);
        if flat.is_empty() {
            return None;
        }
        let name = encode(name);
        Some(match self {
            Style::Label { explode: true } => format!(".{}", flat.joined(true, ".", pen)),
            Style::Label { explode: false } => format!(".{}", flat.joined(false, ",", pen)),
            Style::Matrix { explode: true } => {
                let each = flat.pairs(&name).into_iter();
                each.map(|(name, value)| matrix(&name, &pen(&value)))
                    .collect()
            }
            Style::Matrix { explode: false } => matrix(&name, &flat.joined(false, ",", pen)),
            Style::Simple { explode } => flat.joined(explode, ",", pen),
            Style::Delimited(between) => flat.joined(false, &encode(&between.to_string()), pen),
            Style::Plain | Style::Form { .. } | Style::DeepObject | Style::Json => {
                flat.joined(false, ",", pen)
            }
        })
    }

    /// The text of a header, which is not percent-encoded but where items or members have to be told apart.
    pub(super) fn header(self, name: &str, json: &[u8]) -> Option<String> {
        match self {
            Style::Plain => self.text(name, json, &str::to_owned),
            Style::Json => Some(ascii(&String::from_utf8_lossy(json))),
            _ => self.text(name, json, &|text| text.replace('%', "%25")),
        }
    }
}

/// A value of at most two levels, in words. What is deeper is a word of JSON.
enum Flat {
    One(String),
    List(Vec<String>),
    /// A member that is a list of words is there once for each.
    Object(Vec<(String, String)>),
}

impl Flat {
    fn of(json: &[u8]) -> Self {
        let read = Reader::new(json).and_then(|mut r| Self::read(&mut r));
        // Only what is nested deeper than a reader goes cannot be read.
        read.unwrap_or_else(|_| Flat::One(String::from_utf8_lossy(json).into_owned()))
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(match r.peek()? {
            Kind::Array => Flat::List(words(r)?),
            Kind::Object => {
                let mut members = Vec::new();
                r.object(&mut |r, name| {
                    let values = if r.peek()? == Kind::Array && form::is_flat(r) {
                        words(r)?
                    } else {
                        vec![form::text(r)?]
                    };
                    members.extend(values.into_iter().map(|value| (name.to_owned(), value)));
                    Ok(())
                })?;
                Flat::Object(members)
            }
            _ => Flat::One(form::text(r)?),
        })
    }

    fn is_empty(&self) -> bool {
        match self {
            Flat::One(_) => false,
            Flat::List(items) => items.is_empty(),
            Flat::Object(members) => members.is_empty(),
        }
    }

    /// Pairs of names and values: a list's items have the name of the whole.
    fn pairs(self, name: &str) -> Vec<(Cow<'_, str>, String)> {
        match self {
            Flat::One(text) => vec![(Cow::Borrowed(name), text)],
            Flat::List(items) => items
                .into_iter()
                .map(|it| (Cow::Borrowed(name), it))
                .collect(),
            Flat::Object(members) => {
                let members = members.into_iter();
                members
                    .map(|(name, value)| (Cow::Owned(name), value))
                    .collect()
            }
        }
    }

    /// All in one text, `between` standing between items, or names and values.
    fn joined(&self, explode: bool, between: &str, pen: &dyn Fn(&str) -> String) -> String {
        let word = |text: &str| match between {
            "," => pen(text).replace(',', "%2C"),
            "." => pen(text).replace('.', "%2E"),
            _ => pen(text),
        };
        let words: Vec<_> = match self {
            Flat::One(text) => return pen(text),
            Flat::List(items) => items.iter().map(|item| word(item)).collect(),
            Flat::Object(members) => {
                let members = members.iter().map(|(name, value)| {
                    let (name, value) = (word(name), word(value));
                    if explode {
                        format!("{}={value}", name.replace('=', "%3D"))
                    } else {
                        format!("{name}{between}{value}")
                    }
                });
                members.collect()
            }
        };
        words.join(between)
    }
}

fn words(r: &mut Reader<'_>) -> Result<Vec<String>, DecodeError> {
    let mut words = Vec::new();
    r.array(&mut |r| {
        words.push(form::text(r)?);
        Ok(())
    })?;
    Ok(words)
}

fn matrix(name: &str, value: &str) -> String {
    if value.is_empty() {
        format!(";{name}")
    } else {
        format!(";{name}={value}")
    }
}

/// Every word of a value, its name the path to it: members and indices in brackets.
fn deep(name: &'static str, json: &[u8]) -> Vec<(Cow<'static, str>, String)> {
    let mut pairs = Vec::new();
    let read = Reader::new(json).and_then(|mut r| branch(&mut r, name, &mut pairs));
    if read.is_err() {
        return vec![(name.into(), String::from_utf8_lossy(json).into_owned())];
    }
    pairs
}

fn branch(
    r: &mut Reader<'_>,
    path: &str,
    pairs: &mut Vec<(Cow<'static, str>, String)>,
) -> Result<(), DecodeError> {
    let mut index = 0;
    match r.peek()? {
        Kind::Object => r.object(&mut |r, name| branch(r, &format!("{path}[{name}]"), pairs)),
        Kind::Array => r.array(&mut |r| {
            index += 1;
            branch(r, &format!("{path}[{}]", index - 1), pairs)
        }),
        _ => {
            pairs.push((Cow::Owned(path.to_owned()), form::text(r)?));
            Ok(())
        }
    }
}

/// JSON with nothing in it that headers do not carry.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() && c != '\u{7f}' {
            text.push(c);
        } else {
            // Only strings hold such characters.
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}
