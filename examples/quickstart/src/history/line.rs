//! One line, as JSON and as what the bindings send.

use bindery::{List, UnixSeconds};
use serde::Deserialize;

use super::Fault;
use crate::im::{
    CustomContent, FaceContent, ImportElement, ImportedMessage, LocationContent, TextContent,
    UserId,
};

/// A message and its group.
pub(super) struct Line {
    pub(super) group: String,
    pub(super) message: ImportedMessage,
}

impl Line {
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let Record {
            group,
            from,
            time,
            random,
            body,
        } = serde_json::from_str(text).map_err(Fault::Json)?;
        let body: Vec<_> = body.into_iter().map(Element::into_import).collect();
        let message = ImportedMessage::builder()
            .from_account(UserId::new(from).map_err(Fault::Text)?)
            .send_time(UnixSeconds::from_secs(time))
            .msg_body(List::try_from(body).map_err(|_| Fault::NoElements)?)
            .random(random)
            .build();
        Ok(Line { group, message })
    }
}

// Unknown members are refused: what this crate does not know of it would not move.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    group: String,
    from: String,
    time: i64,
    random: u32,
    body: Vec<Element>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Element {
    Text(String),
    Face(Face),
    Location(Location),
    Custom(Custom),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Face {
    index: i64,
    data: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Location {
    desc: String,
    latitude: f64,
    longitude: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Custom {
    data: String,
    desc: String,
    ext: String,
}

impl Element {
    fn into_import(self) -> ImportElement {
        match self {
            Element::Text(text) => TextContent::new(text).into(),
            Element::Face(Face { index, data }) => {
                FaceContent::new().index(index).data(data).into()
            }
            Element::Location(Location {
                desc,
                latitude,
                longitude,
            }) => LocationContent::new()
                .desc(desc)
                .latitude(latitude)
                .longitude(longitude)
                .into(),
            Element::Custom(Custom { data, desc, ext }) => {
                CustomContent::new().data(data).desc(desc).ext(ext).into()
            }
        }
    }
}
