//! Parameters of a call as typed values. Each is one text; what it means is the type's `Decode`.

use std::borrow::Cow;

use super::shape::{self, Entry};
use super::split::{self, Text};
use super::{Call, Shape};
use crate::json::{self, Decode, DecodeError};
use crate::operation::Style;

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// Among the headers.
    Header,
    /// Among the cookies.
    Cookie,
}

impl Call {
    /// A parameter whose type is written as a JSON string.
    #[doc(hidden)]
    pub fn text<T: Decode>(&self, place: Place, name: &str) -> Result<Option<T>, DecodeError> {
        self.read(place, name, |text| json::decode(&json::encode(text)))
    }

    /// A parameter whose type is written as a JSON number or `true`, `false`.
    #[doc(hidden)]
    pub fn bare<T: Decode>(&self, place: Place, name: &str) -> Result<Option<T>, DecodeError> {
        self.read(place, name, |text| json::decode(text.as_bytes()))
    }

    /// A parameter of one type or another, of which some are written as JSON strings: a text only where nothing else takes it.
    #[doc(hidden)]
    pub fn either<T: Decode>(&self, place: Place, name: &str) -> Result<Option<T>, DecodeError> {
        self.read(place, name, |text| {
            json::decode(text.as_bytes()).or_else(|_| json::decode(&json::encode(text)))
        })
    }

    /// A parameter that is more than one word, or not written as it is. A required object may be spread over no pairs at all.
    #[doc(hidden)]
    pub fn styled<T: Decode>(
        &self,
        place: Place,
        name: &str,
        style: Style,
        shape: &Shape,
        required: bool,
    ) -> Result<Option<T>, DecodeError> {
        let json = match style {
            Style::Json => self
                .decoded(place, name)
                .map(|text| text.into_owned().into_bytes()),
            _ => self
                .json(place, name, style, shape, required)
                .map_err(|error| error.at(name).at(place.folder()))?,
        };
        let decoded = json.map(|json| json::decode(&json)).transpose();
        decoded.map_err(|error| error.at(name).at(place.folder()))
    }

    fn json(
        &self,
        place: Place,
        name: &str,
        style: Style,
        shape: &Shape,
        required: bool,
    ) -> Result<Option<Vec<u8>>, DecodeError> {
        let object = matches!(shape, Shape::Object(_) | Shape::Map { .. });
        let entries = match style {
            Style::Form { explode: true, .. } => self.spread(name, shape),
            Style::DeepObject => self.deep(name)?,
            _ => {
                let raw = self.as_it_came(place, name);
                let text = raw.map(|raw| Text {
                    raw,
                    style,
                    name,
                    object,
                    lenient: place == Place::Header,
                });
                text.map(|text| text.entries())
                    .transpose()?
                    .unwrap_or_default()
            }
        };
        let absent = entries.is_empty() && !(object && required);
        (!absent).then(|| shape::json(shape, &entries)).transpose()
    }

    /// The pairs of the query that are items or members of a parameter.
    fn spread(&self, name: &str, shape: &Shape) -> Vec<Entry> {
        let pairs = self.query.iter().filter_map(|(found, value)| {
            let is_member = match shape {
                Shape::Object(members) => members.iter().any(|(member, _)| member == found),
                Shape::Map { but, .. } => {
                    let whole = found.split('[').next().unwrap_or_default();
                    !but.contains(&whole)
                }
                _ => return (found == name).then(|| Entry::item(value.clone())),
            };
            is_member.then(|| Entry::member(found.clone(), value.clone()))
        });
        pairs.collect()
    }

    /// The pairs of the query that are named `name[…]`.
    fn deep(&self, name: &str) -> Result<Vec<Entry>, DecodeError> {
        let pairs = self.query.iter().filter_map(|(found, value)| {
            let path = split::steps(found, name)?;
            Some(path.map(|path| Entry {
                path,
                text: value.clone(),
            }))
        });
        pairs.collect()
    }

    /// A parameter as it came, percent-encoded.
    fn as_it_came(&self, place: Place, name: &str) -> Option<&str> {
        match place {
            Place::Path => {
                let pair = self.raw_path.iter().find(|(found, _)| *found == name);
                pair.map(|(_, raw)| raw.as_str())
            }
            Place::Query => {
                let pairs = self.raw_query.split('&');
                let mut pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
                let pair =
                    pairs.find(|(found, _)| crate::url::decode(found).as_deref() == Some(name));
                pair.map(|(_, raw)| raw)
            }
            Place::Header | Place::Cookie => self.at(place, name),
        }
    }

    fn decoded(&self, place: Place, name: &str) -> Option<Cow<'_, str>> {
        match place {
            Place::Cookie => {
                let decoded = self.cookie(name).map(crate::url::decode);
                decoded.flatten().map(Cow::Owned)
            }
            place => self.at(place, name).map(Cow::Borrowed),
        }
    }

    fn at(&self, place: Place, name: &str) -> Option<&str> {
        match place {
            Place::Path => self.path(name),
            Place::Query => self.query(name),
            Place::Header => self.header(name),
            Place::Cookie => self.cookie(name),
        }
    }

    fn read<T>(
        &self,
        place: Place,
        name: &str,
        decode: impl FnOnce(&str) -> Result<T, DecodeError>,
    ) -> Result<Option<T>, DecodeError> {
        self.decoded(place, name)
            .map(|text| decode(&text))
            .transpose()
            .map_err(|error| error.at(name).at(place.folder()))
    }
}

impl Place {
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
            Place::Cookie => "cookie",
        }
    }
}
