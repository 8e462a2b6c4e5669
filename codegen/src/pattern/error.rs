//! Why a pattern can't be compiled.

use std::error::Error;
use std::fmt;

/// Why a pattern can't be compiled. Positions are byte offsets into the pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternError {
    /// Not a regular expression of ECMA-262.
    Malformed {
        /// Where.
        at: usize,
        /// What is wrong, and the next step where there is one.
        problem: &'static str,
    },
    /// A regular expression, but with a construct that compiled patterns don't have.
    Unsupported {
        /// Where.
        at: usize,
        /// The construct.
        construct: &'static str,
    },
    /// More than a compiled pattern can hold.
    TooLarge {
        /// What there is too much of, and the limit.
        what: &'static str,
    },
}

impl PatternError {
    /// Where in the pattern, as a byte offset. A pattern that is too large is so from its beginning.
    pub fn at(&self) -> usize {
        match *self {
            PatternError::Malformed { at, .. } | PatternError::Unsupported { at, .. } => at,
            PatternError::TooLarge { .. } => 0,
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PatternError::Malformed { at, problem } => {
                write!(f, "malformed pattern at byte {at}: {problem}")
            }
            PatternError::Unsupported { at, construct } => {
                write!(f, "unsupported in a pattern: {construct}, at byte {at}")
            }
            PatternError::TooLarge { what } => write!(f, "pattern too large: {what}"),
        }
    }
}

impl Error for PatternError {}
