//! Which call rates a client keeps to.

use std::collections::BTreeMap;

use super::build_error::BuildError;
use crate::operation::{Meta, RateLimit};

/// Which call rates a client keeps to: as it stands, the documented ones.
///
/// Rates hold for one client and its clones. Where several processes call for one app, give each its share.
///
/// ```
/// use bindery::{RateLimit, Rates};
/// use std::time::Duration;
///
/// let half = Rates::documented().percent(50);
/// let raised = Rates::documented()
///     .operation("send_parcel", RateLimit { calls: 500, per: Duration::from_secs(1) })
///     .unlimited("track_parcel");
/// # let _ = (half, raised);
/// ```
#[derive(Debug, Clone)]
pub struct Rates {
    on: bool,
    percent: u32,
    own: BTreeMap<String, Option<RateLimit>>,
}

impl Rates {
    /// The rates the spec documents. Operations without one are not delayed.
    pub fn documented() -> Self {
        Self {
            on: true,
            percent: 100,
            own: BTreeMap::new(),
        }
    }

    /// No limits.
    pub fn off() -> Self {
        Self {
            on: false,
            ..Self::documented()
        }
    }

    /// That share of every rate, in percent; at least one call per period stays.
    #[must_use]
    pub fn percent(mut self, percent: u32) -> Self {
        self.percent = percent;
        self
    }

    /// Another rate for the operation of that id, be it documented or not. It is taken whole, whatever the percentage.
    #[must_use]
    pub fn operation(mut self, id: impl Into<String>, limit: RateLimit) -> Self {
        self.own.insert(id.into(), Some(limit));
        self
    }

    /// No limit for the operation of that id.
    #[must_use]
    pub fn unlimited(mut self, id: impl Into<String>) -> Self {
        self.own.insert(id.into(), None);
        self
    }

    /// The rate of an operation, and the share of it in percent.
    pub(super) fn of(&self, operation: &Meta) -> Option<(RateLimit, u32)> {
        match self.own.get(operation.id) {
            Some(own) => own.map(|limit| (limit, 100)),
            None if self.on => operation.limit.map(|limit| (limit, self.percent)),
            None => None,
        }
    }

    /// Refuses rates that let no call through.
    pub(super) fn check(&self) -> Result<(), BuildError> {
        if self.percent == 0 {
            return Err(BuildError::Rate { operation: None });
        }
        let closed = |limit: &Option<RateLimit>| limit.is_some_and(|limit| limit.calls == 0);
        match self.own.iter().find(|(_, limit)| closed(limit)) {
            None => Ok(()),
            Some((id, _)) => Err(BuildError::Rate {
                operation: Some(id.clone()),
            }),
        }
    }
}

impl Default for Rates {
    fn default() -> Self {
        Self::documented()
    }
}
