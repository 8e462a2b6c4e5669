//! The verdict inside a reply: where it stands and how it is read and written.

mod read;
mod write;

use crate::code::Code;

pub(crate) use read::Said;

/// Where a reply carries its verdict. Each place is a path of member names from the root of the body.
#[derive(Debug)]
pub struct Envelope {
    /// The member that tells success …
    pub success_at: &'static [&'static str],
    /// … and its value then.
    pub success_equals: Scalar,
    /// The error code.
    pub code: &'static [&'static str],
    /// The error message.
    pub message: Option<&'static [&'static str]>,
    /// A status in words: place, value on success, value on failure.
    pub status: Option<(&'static [&'static str], &'static str, &'static str)>,
    /// Further members, kept as details of a refusal.
    pub also: &'static [&'static [&'static str]],
}

/// A value an envelope compares with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Bool(bool),
    /// An integer or a string.
    Code(Code),
}
