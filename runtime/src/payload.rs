//! What a request sends: bytes as a whole, or the sources whose bytes follow one another.

use bytes::{Bytes, BytesMut};

use crate::source::Source;

/// The body of one request, for all of its attempts.
#[derive(Debug, Clone)]
pub(crate) enum Payload {
    Whole(Bytes),
    Streamed(Vec<Source>),
}

impl Payload {
    /// Whether no second attempt can be made.
    pub(crate) fn is_once(&self) -> bool {
        match self {
            Payload::Whole(_) => false,
            Payload::Streamed(sources) => sources.iter().any(Source::is_once),
        }
    }

    pub(crate) fn is_streamed(&self) -> bool {
        matches!(self, Payload::Streamed(_))
    }
}

impl From<Source> for Payload {
    fn from(source: Source) -> Self {
        match source.bytes() {
            Some(bytes) => Payload::Whole(bytes.clone()),
            None => Payload::Streamed(vec![source]),
        }
    }
}

/// Puts a payload together. What is in memory grows as one piece until a source comes that is not.
#[derive(Default)]
pub(crate) struct Assembly {
    sources: Vec<Source>,
    tail: BytesMut,
}

impl Assembly {
    pub(crate) fn text(&mut self, text: &str) {
        self.tail.extend_from_slice(text.as_bytes());
    }

    pub(crate) fn source(&mut self, source: &Source) {
        if let Some(bytes) = source.bytes() {
            self.tail.extend_from_slice(bytes);
        } else {
            self.sources.push(self.tail.split().into());
            self.sources.push(source.clone());
        }
    }

    pub(crate) fn finish(mut self) -> Payload {
        if self.sources.is_empty() {
            return Payload::Whole(self.tail.freeze());
        }
        self.sources.push(self.tail.into());
        Payload::Streamed(self.sources)
    }
}
