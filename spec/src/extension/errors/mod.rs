//! `x-bindery-errors`: families of codes under `components`, and what one operation may answer.

mod entry;
mod family;
mod row;

pub use entry::{FamilyRow, OperationError, OperationErrors};
pub use family::{ErrorFamilies, ErrorFamily, Unlisted};
pub use row::{ErrorRow, RetryClass};

pub(in crate::extension) use entry::read_entries;
