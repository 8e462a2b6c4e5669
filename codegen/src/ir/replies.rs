//! Replies told apart by their status.

use super::{Api, Operation, Shape, Type};

/// Successes of one operation that hold different things.
#[derive(Debug)]
pub(crate) struct Replies {
    /// Exact statuses first; the last may be for all others.
    pub(crate) successes: Vec<Success>,
    /// Whether other statuses than these may come.
    pub(crate) other: bool,
}

/// A success.
#[derive(Debug)]
pub(crate) struct Success {
    pub(crate) name: String,
    pub(crate) docs: String,
    /// First and last status.
    pub(crate) range: (u16, u16),
    /// What it holds; `None` for nothing.
    pub(crate) ty: Option<Type>,
    /// The media type, where that is no JSON.
    pub(crate) media_type: Option<String>,
    /// What its JSON is called.
    pub(crate) json_type: String,
}

impl Api {
    /// The reply of an operation, where its status tells what it holds.
    pub(crate) fn replies(&self, operation: &Operation) -> Option<&Replies> {
        let Some(Type::Named(id)) = &operation.reply else {
            return None;
        };
        match &self.types[id.0].shape {
            Shape::Replies(replies) => Some(replies),
            _ => None,
        }
    }
}
