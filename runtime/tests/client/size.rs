//! Rules about bytes of JSON: of parts of the body, and of parameters, which may be longer than the body.

use bindery::__private::server::Place;
use bindery::__private::{Check, Checker, DecodeError, Encode, Meta, Parts, Style, Writer};
use bindery::{Error, Operation, OperationOf};

use crate::api::{ParcelError, Parcels, TrackParcel};
use crate::service::Service;

/// A body of 33 bytes and one for each of its marks.
#[derive(Clone, Default)]
struct Label {
    marks: String,
    word: String,
    lines: Lines,
}

#[derive(Clone, Default)]
struct Lines(Vec<String>);

impl Encode for Label {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("marks", &self.marks);
        w.field("stamp", "0123456789");
    }
}

impl Encode for Lines {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("lines", &self.0);
    }
}

impl Check for Lines {
    fn check(&self, c: &mut Checker) {
        c.max_json_bytes("lines", &self.0, 40);
    }
}

impl OperationOf<Parcels> for Label {}

impl Operation for Label {
    type Api = Parcels;
    type Reply = ();
    type Error = ParcelError;
    const META: &'static Meta = TrackParcel::META;

    fn write(&self, parts: &mut Parts) {
        parts.query("word", &self.word);
        if !self.lines.0.is_empty() {
            parts.styled(Place::Query, "lines", Style::Json, &self.lines);
        }
        parts.json(self);
    }

    fn check(&self, c: &mut Checker) {
        c.max_json_bytes("marks", &self.marks, 40);
        c.max_json_bytes("query/word", &self.word, 40);
        c.field("query/lines", &self.lines);
    }

    fn read(self, _: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

async fn refused(label: Label) -> String {
    let service = Service::leaping();
    let error = service.client().send(label).await.unwrap_err();
    let Error::Invalid(violations) = error else {
        panic!("{error}")
    };
    assert!(service.requests().is_empty());
    violations.to_string()
}

#[tokio::test]
async fn a_part_of_the_body_may_have_as_many_bytes_as_allowed() {
    let service = Service::leaping();
    let label = |marks: usize| Label {
        marks: "m".repeat(marks),
        ..Label::default()
    };
    for marks in [0, 10, 38] {
        service.client().send(label(marks)).await.unwrap();
    }
    assert_eq!(
        refused(label(39)).await,
        "/marks: 41 bytes of JSON where at most 40 are allowed"
    );
}

#[tokio::test]
async fn a_parameter_is_not_measured_by_the_body() {
    let word = "w".repeat(39);
    let lines = Lines(vec![word.clone()]);
    let long_word = Label {
        word,
        ..Label::default()
    };
    assert_eq!(
        refused(long_word).await,
        "/query/word: 41 bytes of JSON where at most 40 are allowed"
    );
    let long_line = Label {
        lines,
        ..Label::default()
    };
    assert_eq!(
        refused(long_line).await,
        "/query/lines/lines: 43 bytes of JSON where at most 40 are allowed"
    );
}
