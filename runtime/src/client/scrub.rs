//! Takes secrets out of text that goes into errors, in every spelling a service may echo them.

use std::error::Error;

use crate::error::TransportError;
use crate::json::{self, DecodeError};
use crate::secret::Secret;

const REDACTED: &str = "[redacted]";

/// About so much of a body goes into an error.
const PREFIX_BYTES: usize = 512;

/// The secrets of one call, all attempts together. No `Debug`, on purpose.
///
/// They are spelled only when there is a text to look at: most calls have none.
#[derive(Default)]
pub(super) struct Scrub {
    secrets: Vec<Secret>,
}

impl Scrub {
    pub(super) fn add(&mut self, secrets: &[Secret]) {
        self.secrets.extend_from_slice(secrets);
    }

    pub(super) fn text(&self, text: &str) -> String {
        let spellings = self.spellings();
        spellings.iter().fold(text.to_owned(), |text, spelling| {
            text.replace(spelling, REDACTED)
        })
    }

    /// Longer ones first: what remains of a text must not hide from the spelling that covers more of it.
    fn spellings(&self) -> Vec<String> {
        let secrets = self.secrets.iter().map(Secret::expose);
        let secrets = secrets.filter(|secret| !secret.is_empty());
        let mut all: Vec<_> = secrets.flat_map(spellings).collect();
        all.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        all.dedup();
        all
    }

    /// The beginning of a body, scrubbed before it is cut so that no half of a secret stays.
    pub(super) fn prefix(&self, body: &[u8]) -> String {
        let mut text = self.text(&String::from_utf8_lossy(body));
        if text.len() > PREFIX_BYTES {
            let mut end = PREFIX_BYTES;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            text.push('…');
        }
        text
    }

    /// The error itself where it shows no secret, else its scrubbed text.
    pub(super) fn decode_error(&self, error: DecodeError) -> DecodeError {
        let text = error.to_string();
        if self.is_in(&text) {
            DecodeError::not_allowed(self.text(&text))
        } else {
            error
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
        if self.is_in(&shown) {
            TransportError::new(error.kind()).with_source(self.text(&words))
        } else {
            error
        }
    }

    fn is_in(&self, text: &str) -> bool {
        let spellings = self.spellings();
        spellings.iter().any(|spelling| text.contains(spelling))
    }
}

/// As it is, percent-encoded with either case of digits, and inside a JSON string.
fn spellings(secret: &str) -> [String; 5] {
    let encoded = crate::url::encode(secret);
    let quoted = String::from_utf8_lossy(&json::encode(secret)).into_owned();
    let quoted = quoted.trim_matches('"').to_owned();
    [
        secret.to_owned(),
        lower_digits(&encoded),
        encoded,
        quoted.replace('/', "\\/"),
        quoted,
    ]
}

/// `%2A` as `%2a`.
fn lower_digits(encoded: &str) -> String {
    let mut pieces = encoded.split('%');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_at(2.min(piece.len()));
        out.push('%');
        out.push_str(&digits.to_ascii_lowercase());
        out.push_str(rest);
    }
    out
}
