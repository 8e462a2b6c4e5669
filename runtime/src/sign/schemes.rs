//! Credentials of several schemes, of which each call takes what its operation accepts.

use std::fmt;

use super::{SignError, Signed, Signer};

/// Credentials by the names that a document gives to its schemes.
///
/// A call is signed with the first alternative of its operation that is held in full; without one it goes out unsigned where the
/// operation accepts that, or is refused.
#[derive(Default)]
pub struct Schemes(Vec<(&'static str, Box<dyn Signer>)>);

impl Schemes {
    /// The same with credentials for one more scheme.
    #[must_use]
    pub fn with(mut self, name: &'static str, signer: impl Signer + 'static) -> Self {
        self.0.push((name, Box::new(signer)));
        self
    }

    /// These and others; of two for one scheme the first counts.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    fn get(&self, name: &str) -> Option<&dyn Signer> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map(|(_, signer)| &**signer)
    }

    /// The signers of the first alternative held in full.
    fn chosen(&self, accepts: &[&[&str]]) -> Option<Vec<&dyn Signer>> {
        let held =
            |all: &&&[&str]| !all.is_empty() && all.iter().all(|name| self.get(name).is_some());
        let unsigned = || accepts.iter().find(|all| all.is_empty());
        let names = accepts.iter().find(held).or_else(unsigned)?;
        Some(names.iter().filter_map(|name| self.get(name)).collect())
    }
}

impl Signer for Schemes {
    fn sign(&self, parts: &mut Signed, now: u64, random: u32) -> Result<(), SignError> {
        let accepted = parts.accepts;
        let signers = self
            .chosen(accepted)
            .ok_or(SignError::NotHeld { accepted })?;
        let mut signers = signers.into_iter();
        signers.try_for_each(|signer| signer.sign(parts, now, random))
    }

    fn has_credentials(&self) -> bool {
        self.0.iter().any(|(_, signer)| signer.has_credentials())
    }

    fn renew(&self, parts: &Signed) -> bool {
        // All of them: what went together is refused together.
        let signers = self.chosen(parts.accepts).unwrap_or_default();
        let renewed: Vec<_> = signers.iter().map(|signer| signer.renew(parts)).collect();
        renewed.contains(&true)
    }
}

/// Shows which schemes there are credentials for, never the credentials.
impl fmt::Debug for Schemes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.0.iter().map(|(name, _)| name);
        f.debug_list().entries(names).finish()
    }
}
