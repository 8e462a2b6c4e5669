//! Comparing what was sent with what came back, message by message.
//! A difference names its message by number and never tells what it says.

use std::collections::HashMap;
use std::fmt;

use bindery::OrJson;

use crate::im::{HistoryElement, HistoryMessage, ImportElement, ImportedMessage, MessageState};

/// How what came back differs from what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which message.
    pub message: Number,
    /// In what it differs.
    pub what: What,
}

/// The number of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// The random number it was sent with.
    Random(Option<u32>),
    /// The sequence number it was stored with.
    Seq(u64),
}

/// In what a message differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// It was sent and is not there.
    Missing,
    /// It is there that many times.
    Repeated(usize),
    /// It is there and was never sent.
    Unexpected,
    /// It comes before the message that was sent ahead of it.
    Order,
    /// Only its place is left: it has expired, or was deleted or recalled.
    Gone,
    /// Another sender.
    Sender,
    /// Another time.
    Time,
    /// An element differs, is missing or is one too many: the first such, from 0.
    Element(usize),
}

/// Compares the messages sent with those stored, both oldest first.
pub fn compare(sent: &[ImportedMessage], stored: &[HistoryMessage]) -> Vec<Difference> {
    let mut places = HashMap::<_, Vec<usize>>::new();
    for (place, message) in stored.iter().enumerate() {
        places.entry(message.msg_random).or_default().push(place);
    }
    let mut differences = Vec::new();
    let mut previous = None;
    for message in sent {
        let found = places.remove(&message.random).unwrap_or_default();
        let what = match found[..] {
            [] => Some(What::Missing),
            [place] if previous.replace(place) > Some(place) => Some(What::Order),
            [place] => difference(message, &stored[place]),
            _ => Some(What::Repeated(found.len())),
        };
        differences.extend(what.map(|what| Difference {
            message: Number::Random(message.random),
            what,
        }));
    }
    let mut unexpected: Vec<_> = places
        .into_values()
        .flatten()
        .map(|place| stored[place].msg_seq)
        .collect();
    unexpected.sort_unstable();
    differences.extend(unexpected.into_iter().map(|seq| Difference {
        message: Number::Seq(seq),
        what: What::Unexpected,
    }));
    differences
}

fn difference(sent: &ImportedMessage, stored: &HistoryMessage) -> Option<What> {
    if stored.is_place_msg != MessageState::Normal {
        return Some(What::Gone);
    }
    if stored.from_account.as_ref() != Some(&sent.from_account) {
        return Some(What::Sender);
    }
    if stored.msg_time_stamp != Some(sent.send_time) {
        return Some(What::Time);
    }
    let stored = stored
        .msg_body
        .as_ref()
        .and_then(OrJson::known)
        .map_or(&[][..], Vec::as_slice);
    different_element(&sent.msg_body, stored).map(What::Element)
}

fn different_element(sent: &[ImportElement], stored: &[HistoryElement]) -> Option<usize> {
    let equal = sent
        .iter()
        .zip(stored)
        .take_while(|(sent, stored)| is_equal(sent, stored))
        .count();
    (equal < sent.len() || equal < stored.len()).then_some(equal)
}

fn is_equal(sent: &ImportElement, stored: &HistoryElement) -> bool {
    match (sent, stored) {
        (ImportElement::Text(sent), HistoryElement::Text(stored)) => sent == stored,
        (ImportElement::Face(sent), HistoryElement::Face(stored)) => sent == stored,
        (ImportElement::Location(sent), HistoryElement::Location(stored)) => sent == stored,
        (ImportElement::Custom(sent), HistoryElement::Custom(stored)) => sent == stored,
        _ => false,
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.what)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Random(Some(random)) => write!(f, "the message with random number {random}"),
            Number::Random(None) => f.write_str("a message without random number"),
            Number::Seq(seq) => write!(f, "the message with sequence number {seq}"),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Missing => f.write_str("is missing"),
            What::Repeated(times) => write!(f, "is there {times} times"),
            What::Unexpected => f.write_str("was never sent"),
            What::Order => f.write_str("is out of order"),
            What::Gone => f.write_str("has expired, or was deleted or recalled"),
            What::Sender => f.write_str("has another sender"),
            What::Time => f.write_str("has another time"),
            What::Element(index) => write!(f, "differs in element {index}"),
        }
    }
}
