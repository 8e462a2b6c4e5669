//! Calls that prove nothing.

use super::{SignError, Signed, Signer};

/// Adds nothing: for services that ask for no credentials.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoAuth;

impl Signer for NoAuth {
    fn sign(&self, _: &mut Signed, _: u64, _: u32) -> Result<(), SignError> {
        Ok(())
    }

    fn has_credentials(&self) -> bool {
        false
    }
}
