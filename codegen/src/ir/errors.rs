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
    /// Families of which it lists single rows, as indices of the API's code families.
    pub(crate) picked: Vec<usize>,
    /// Statuses that the document describes, but for those whose body is a text.
    pub(crate) statuses: Vec<Status>,
    /// Statuses whose body is no JSON, within a range of others: first and last of each.
    pub(crate) texts: Vec<(u16, u16)>,
}

#[derive(Debug)]
pub(crate) struct FamilyRef {
    pub(crate) variant: String,
    pub(crate) set: String,
    pub(crate) docs: String,
    pub(crate) range: Option<(i64, i64)>,
}

/// A family as it is asked for codes that an operation does not list.
#[derive(Debug)]
pub(crate) struct CodeFamily {
    pub(crate) rows: FamilyRows,
    pub(crate) range: Option<(i64, i64)>,
    /// Of the codes of the range without a row: the variant of the runtime's `Retry`, and whether the outcome is unknown.
    pub(crate) rest: Option<(&'static str, bool)>,
}

/// Where the rows of a family stand.
#[derive(Debug)]
pub(crate) enum FamilyRows {
    /// In the enum of that name.
    Enum(String),
    /// In a table of that name.
    Table(String, Vec<ErrorRow>),
}

impl FamilyRows {
    /// An expression of the rows.
    pub(crate) fn expression(&self) -> String {
        match self {
            FamilyRows::Enum(name) => format!("{name}::ROWS"),
            FamilyRows::Table(name, _) => format!("&{name}"),
        }
    }
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
    /// `None` for one without a body.
    pub(crate) ty: Option<Type>,
    /// What its JSON is called.
    pub(crate) json_type: String,
}
