//! Takes secrets out of what goes into errors, in every spelling a service may echo them.

mod find;
mod json;
mod layer;
mod members;

use std::error::Error;
use std::ops::Range;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use self::find::{Needles, apart};
use crate::error::TransportError;
use crate::json::DecodeError;
use crate::secret::Secret;

const REDACTED: &str = "[redacted]";

/// About so much of a body goes into an error.
const PREFIX_BYTES: usize = 512;

/// So much of it is looked at for that: what is left of a secret that was cut off is found as well.
const LOOKED_AT: usize = 8 * PREFIX_BYTES;

/// The secrets of one call, all attempts together. No `Debug`, on purpose.
///
/// They are spelled only when there is a text to look at: most calls have none.
#[derive(Clone)]
pub(super) struct Scrub {
    secrets: Vec<Secret>,
    /// The names of members that are secret wherever they stand in an answer.
    members: &'static [&'static str],
}

impl Scrub {
    pub(super) fn new(members: &'static [&'static str]) -> Self {
        Self {
            secrets: Vec::new(),
            members,
        }
    }

    pub(super) fn add(&mut self, secrets: &[Secret]) {
        self.secrets.extend_from_slice(secrets);
    }

    pub(super) fn text(&self, text: &str) -> String {
        let found = self.find(text.as_bytes());
        lossy(&redacted(text.as_bytes(), &found))
    }

    /// The beginning of a body, scrubbed before it is cut.
    pub(super) fn prefix(&self, body: &[u8]) -> String {
        let whole = body.len() <= LOOKED_AT;
        let body = &body[..body.len().min(LOOKED_AT)];
        let mut found = self.find(body);
        found.extend(members::find(body, self.members));
        let mut text = lossy(&redacted(body, &apart(found, body)));
        if text.len() > PREFIX_BYTES || !whole {
            let mut end = PREFIX_BYTES.min(text.len());
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            text.push('…');
        }
        text
    }

    /// A body that an error is read from. The caller knows what was taken out: it was part of the request.
    pub(super) fn body(&self, body: &Bytes) -> Bytes {
        let needles = self.needles();
        let without = (!needles.is_empty()).then(|| json::without(&needles, body));
        without.flatten().map_or_else(|| body.clone(), Bytes::from)
    }

    /// Headers whose values show no secret, and are not shown by `Debug`: services set secrets of their own.
    pub(super) fn headers(&self, headers: &HeaderMap) -> HeaderMap {
        let mut scrubbed = headers.clone();
        for value in scrubbed.values_mut() {
            let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
            let shown = self.text(&text);
            if shown != text {
                let plain = HeaderValue::from_str(&shown);
                *value = plain.unwrap_or(HeaderValue::from_static(REDACTED));
            }
            value.set_sensitive(true);
        }
        scrubbed
    }

    /// The error itself where it shows no secret, else its scrubbed text.
    pub(super) fn decode_error(&self, error: DecodeError) -> DecodeError {
        let text = error.to_string();
        if self.find(text.as_bytes()).is_empty() {
            error
        } else {
            DecodeError::not_allowed(self.text(&text))
        }
    }

    /// The error itself where neither it nor a cause shows a secret, else its kind and the scrubbed texts.
    pub(super) fn transport_error(&self, error: TransportError) -> TransportError {
        let mut shown = format!("{error:?}");
        let mut words = Vec::new();
        let mut cause = error.source();
        while let Some(source) = cause {
            words.push(source.to_string());
            cause = source.source();
        }
        let words = words.join(": ");
        shown.push_str(&words);
        if self.find(shown.as_bytes()).is_empty() {
            error
        } else {
            TransportError::new(error.kind()).with_source(self.text(&words))
        }
    }

    fn needles(&self) -> Needles {
        Needles::of(self.secrets.iter())
    }

    fn find(&self, text: &[u8]) -> Vec<Range<usize>> {
        apart(self.needles().find(text, false), text)
    }
}

fn redacted(text: &[u8], found: &[Range<usize>]) -> Vec<u8> {
    let found: Vec<_> = found.iter().map(|it| (it.clone(), REDACTED)).collect();
    replaced(text, &found)
}

/// The text with something else in some places, which ascend.
fn replaced(text: &[u8], places: &[(Range<usize>, &str)]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    for (place, with) in places {
        out.extend_from_slice(&text[at..place.start]);
        out.extend_from_slice(with.as_bytes());
        at = place.end;
    }
    out.extend_from_slice(&text[at..]);
    out
}

fn lossy(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}
