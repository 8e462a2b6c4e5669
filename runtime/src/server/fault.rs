//! Requests that no handler gets to see.

use std::fmt;

use super::RouteError;
use crate::json::DecodeError;

/// Why a request never reached a handler.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Fault {
    /// It is for no operation.
    Route(RouteError),
    /// A path, query or header parameter cannot be read.
    Parameter(DecodeError),
    /// The body cannot be read.
    Body(DecodeError),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Route(error) => error.fmt(f),
            Self::Parameter(error) | Self::Body(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Fault {}
