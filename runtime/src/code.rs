//! Error codes as the service gives them, and what the spec knows about each.
//! Tables only: how a call reacts to a code is `client::retry`'s business.

use std::borrow::Cow;
use std::fmt;

use crate::json::{Decode, DecodeError, Encode, Kind, Reader, Writer};

/// An error code: an integer or a string, kept as it came.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A numeric code such as `10010`.
    Int(i64),
    /// A code in words such as `channel_not_found`.
    Str(Cow<'static, str>),
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Code::Int(code) => write!(f, "{code}"),
            Code::Str(code) => f.write_str(code),
        }
    }
}

impl From<i64> for Code {
    fn from(code: i64) -> Self {
        Code::Int(code)
    }
}

impl From<&'static str> for Code {
    fn from(code: &'static str) -> Self {
        Code::Str(Cow::Borrowed(code))
    }
}

impl Code {
    /// The code in the form the document uses: an integer in quotes is that integer where the document has integers.
    pub(crate) fn like(self, model: &Code) -> Self {
        match (&self, model) {
            (Code::Str(text), Code::Int(_)) => text.parse().map_or(self, Code::Int),
            _ => self,
        }
    }
}

impl Code {
    /// Whether both are one in writing: an integer and that integer in quotes are.
    pub(crate) fn reads_like(&self, other: &Code) -> bool {
        match (self, other) {
            (Code::Int(number), Code::Str(text)) | (Code::Str(text), Code::Int(number)) => {
                *text == number.to_string()
            }
            _ => self == other,
        }
    }
}

impl Encode for Code {
    fn encode(&self, w: &mut Writer) {
        match self {
            Code::Int(code) => w.i64(*code),
            Code::Str(code) => w.string(code),
        }
    }
}

impl Decode for Code {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match r.peek()? {
            Kind::String => Ok(Code::Str(Cow::Owned(r.string()?.into_owned()))),
            _ => r.i64().map(Code::Int),
        }
    }
}

/// What a caller may do after an error code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// Repeating the same call gives the same answer.
    Never,
    /// Wait, then repeat.
    Backoff,
    /// Wait, repeat, and call less often from then on.
    SlowDown,
    /// Make a new signature, then repeat once.
    Resign,
    /// The code alone does not tell; read the message.
    Unclear,
}

/// Whether the service did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Done {
    /// It did not: nothing has changed.
    No,
    /// Nobody here can tell: look before sending again.
    Unknown,
}

/// One documented code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeRow {
    /// The code.
    pub code: Code,
    /// Its name in the spec, which is also the name of its enum variant.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What to do about it; empty where the spec gives no advice.
    pub reaction: &'static str,
    /// Whether to repeat the call.
    pub retry: Retry,
    /// Whether the call may have had an effect.
    pub done: Done,
}

impl CodeRow {
    /// A code, its name, its meaning, the advice, and what follows for callers.
    pub const fn new(
        code: Code,
        name: &'static str,
        meaning: &'static str,
        reaction: &'static str,
        retry: Retry,
        done: Done,
    ) -> Self {
        CodeRow {
            code,
            name,
            meaning,
            reaction,
            retry,
            done,
        }
    }
}

/// A family of codes, which any operation of its API may be answered with.
#[derive(Debug)]
pub struct CodeFamily {
    /// Its codes.
    pub rows: &'static [CodeRow],
    /// The first and the last of the codes that belong to it.
    pub range: Option<(i64, i64)>,
    /// What holds for the codes of the range that have no row, where the document says so.
    pub rest: Option<(Retry, Done)>,
}

impl CodeFamily {
    /// The row of `code`, unless several families have one: then nobody can say which is meant.
    pub fn row(families: &'static [CodeFamily], code: &Code) -> Option<&'static CodeRow> {
        let mut rows = families
            .iter()
            .flat_map(|family| family.rows)
            .filter(|row| row.code == *code);
        let first = rows.next()?;
        rows.next().is_none().then_some(first)
    }

    /// What holds for `code` by the ranges that it is in, unless they disagree.
    pub(crate) fn rest(families: &[CodeFamily], code: &Code) -> Option<(Retry, Done)> {
        let Code::Int(code) = code else { return None };
        let within = |(first, last): (i64, i64)| (first..=last).contains(code);
        let mut said = families
            .iter()
            .filter(|family| family.range.is_some_and(within))
            .filter_map(|family| family.rest);
        let first = said.next()?;
        said.all(|it| it == first).then_some(first)
    }
}

/// Whether to repeat a call that failed with the code of `row`.
pub fn code_retry(row: Option<&CodeRow>) -> Retry {
    row.map_or(Retry::Unclear, |row| row.retry)
}

/// Shows an error as the document describes it, or else as it is.
pub fn show_code(
    row: Option<&CodeRow>,
    error: &dyn fmt::Debug,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match row {
        Some(row) => write!(f, "{} {}: {}", row.code, row.name, row.meaning),
        None => error.fmt(f),
    }
}

/// What every generated enum of codes can say of itself, without a trait in scope.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_enum {
    ($name:ident, $trait:path) => {
        impl $name {
            /// What the document says of this error; `None` for one it does not list, or that has no code.
            pub fn row(&self) -> ::core::option::Option<&'static $crate::CodeRow> {
                <Self as $trait>::row(self)
            }

            /// Whether to repeat the call.
            pub fn retry(&self) -> $crate::Retry {
                $crate::__private::code_retry(self.row())
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::show_code(self.row(), self, f)
            }
        }

        impl ::core::error::Error for $name {}
    };
}
