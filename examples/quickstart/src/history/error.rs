//! What is wrong with a history, and in which line.

use std::{error, fmt, io};

use bindery::TextError;

/// A history that cannot be read.
#[derive(Debug)]
pub struct HistoryError {
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a line.
#[derive(Debug)]
#[non_exhaustive]
pub enum Fault {
    /// It cannot be read, or is not UTF-8.
    Read(io::Error),
    /// It is not the JSON of a message.
    Json(serde_json::Error),
    /// The group or the sender breaks the rules of its type.
    Text(TextError),
    /// The message has no elements.
    NoElements,
    /// Another message of the group has the same random number.
    Repeated {
        /// The line of that message.
        first: usize,
    },
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str("the history: ")?,
            line => write!(f, "the history, line {line}: ")?,
        }
        match &self.fault {
            Fault::Read(error) => error.fmt(f),
            Fault::Json(error) => write_json_error(error, f),
            Fault::Text(error) => error.fmt(f),
            Fault::NoElements => f.write_str("`body` needs at least one element"),
            Fault::Repeated { first } => {
                write!(
                    f,
                    "the group has a message with this `random` in line {first} already; give each its own"
                )
            }
        }
    }
}

/// `serde_json` sees one line at a time and counts it as line 1, so only its column means something here.
fn write_json_error(error: &serde_json::Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = error.to_string();
    let message = text
        .rsplit_once(" at line ")
        .map_or(&*text, |(message, _)| message);
    write!(f, "column {}: {message}", error.column())
}

impl error::Error for HistoryError {}
