//! Parameters of a call as typed values. Each is one text; what it means is the type's `Decode`.

use std::borrow::Cow;

use super::Call;
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

    /// A parameter whose type is a list, the items written as JSON strings or bare.
    #[doc(hidden)]
    pub fn list<T: Decode>(
        &self,
        place: Place,
        name: &str,
        style: Style,
        text: bool,
    ) -> Result<Option<T>, DecodeError> {
        let items: Vec<&str> = match style {
            Style::Repeated => {
                let pairs = self.query.iter().filter(|(found, _)| found == name);
                pairs.map(|(_, value)| value.as_str()).collect()
            }
            Style::Joined(between) => match self.at(place, name) {
                Some(joined) => joined.split(between).collect(),
                None => Vec::new(),
            },
        };
        if items.is_empty() {
            return Ok(None);
        }
        let items = items.into_iter().map(|item| {
            if text {
                String::from_utf8_lossy(&json::encode(item)).into_owned()
            } else {
                item.to_owned()
            }
        });
        let array = format!("[{}]", items.collect::<Vec<_>>().join(","));
        let decoded = json::decode(array.as_bytes()).map(Some);
        decoded.map_err(|error| error.at(name).at(place.folder()))
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
        let text = match place {
            Place::Cookie => {
                let decoded = self.cookie(name).map(crate::url::decode);
                decoded.flatten().map(Cow::Owned)
            }
            place => self.at(place, name).map(Cow::Borrowed),
        };
        text.map(|text| decode(&text))
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
