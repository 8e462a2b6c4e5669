//! Enums of error codes, and what the document says of each code.

use super::{Literal, Type};

/// An enum of error codes: of an operation, of its items, or of a family.
#[derive(Debug)]
pub(crate) struct ErrorSet {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) rows: Vec<ErrorRow>,
    /// Names of families, and the range of codes that belongs to each.
    pub(crate) families: Vec<FamilyRef>,
    /// Statuses with a body of their own.
    pub(crate) statuses: Vec<Status>,
    /// Statuses whose body is no JSON, within a range whose body is: first and last of each.
    pub(crate) texts: Vec<(u16, u16)>,
}

#[derive(Debug)]
pub(crate) struct FamilyRef {
    pub(crate) variant: String,
    pub(crate) set: String,
    pub(crate) docs: String,
    pub(crate) range: Option<(i64, i64)>,
}

#[derive(Debug, Clone)]
pub(crate) struct ErrorRow {
    pub(crate) name: String,
    pub(crate) code: Literal,
    pub(crate) meaning: String,
    pub(crate) reaction: String,
    pub(crate) notes: String,
    /// The variant of the runtime's `Retry`.
    pub(crate) retry: &'static str,
    pub(crate) unknown_outcome: bool,
}

#[derive(Debug)]
pub(crate) struct Status {
    pub(crate) variant: String,
    pub(crate) docs: String,
    /// First and last status.
    pub(crate) range: (u16, u16),
    pub(crate) ty: Type,
}
