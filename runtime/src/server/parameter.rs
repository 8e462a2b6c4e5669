//! Parameters of a call as typed values. Each is one text; what it means is the type's `Decode`.

use super::Call;
use crate::json::{self, Decode, DecodeError};

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// Among the headers.
    Header,
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

    fn read<T>(
        &self,
        place: Place,
        name: &str,
        decode: impl FnOnce(&str) -> Result<T, DecodeError>,
    ) -> Result<Option<T>, DecodeError> {
        let (text, folder) = match place {
            Place::Path => (self.path(name), "path"),
            Place::Query => (self.query(name), "query"),
            Place::Header => (self.header(name), "header"),
        };
        text.map(decode)
            .transpose()
            .map_err(|error| error.at(name).at(folder))
    }
}
