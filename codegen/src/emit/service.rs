//! The server side: a trait with one method an operation, and the function that routes a request to it.

use super::Emit;

impl Emit<'_> {
    pub(super) fn service(&mut self) {
        let _ = &self.api;
    }
}
