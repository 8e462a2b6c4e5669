//! Why a call could not be signed.

use std::error::Error;
use std::fmt;

/// What was wrong with the material of a signature. Holds no part of a key or token.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// The signing key is the empty text.
    EmptyKey,
    /// The identifier is the empty text.
    EmptyIdentifier,
    /// The identifier holds a control character. Identifiers stand on a line of the signed text, so a
    /// line feed in one could imitate the lines that follow.
    ControlCharacter {
        /// The character found.
        found: char,
        /// Where it stands, in UTF-8 bytes from the start.
        at: usize,
    },
    /// A value does not fit the field that holds it.
    TooLarge {
        /// The value, in words.
        what: &'static str,
        /// The largest value or length that fits.
        max: u64,
        /// The value or length given.
        given: u64,
    },
    /// A token or key holds characters that a header cannot carry.
    HeaderValue,
    /// A user name holds a colon, which ends it.
    ColonInUser,
    /// The client holds credentials for none of the alternatives that the operation accepts.
    NotHeld {
        /// The alternatives, each of the schemes that go together.
        accepted: &'static [&'static [&'static str]],
    },
    /// The signature text could not be compressed.
    Compression,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyKey => f.write_str("the signing key is empty; give the key of the app"),
            Self::EmptyIdentifier => {
                f.write_str("the identifier is empty; give the account that calls")
            }
            Self::ControlCharacter { found, at } => write!(
                f,
                "the identifier holds the control character U+{:04X} at byte {at}; remove it",
                u32::from(*found)
            ),
            Self::TooLarge { what, max, given } => {
                write!(f, "{what} is {given}, but at most {max} fits")
            }
            Self::HeaderValue => f.write_str(
                "the token or key holds characters that a header cannot carry; look for line ends at its edges",
            ),
            Self::ColonInUser => f.write_str("the user name holds a colon, which ends it; remove it"),
            Self::NotHeld { accepted } => {
                let all = accepted.iter().map(|all| all.join(" and "));
                let all: Vec<_> = all.collect();
                write!(f, "the operation takes {}; build the client with such credentials", all.join(", or "))
            }
            Self::Compression => f.write_str("the signature could not be compressed"),
        }
    }
}

impl Error for SignError {}
