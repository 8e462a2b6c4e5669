//! Everything the sandbox knows, shared by all connections behind one lock.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use bindery::sign::UserSigKey;

use crate::clock::Clock;
use crate::faults::Faults;
use crate::groups::Groups;
use crate::rates::Rates;
use crate::switches::Switches;

pub(crate) struct Shared {
    pub(crate) switches: Switches,
    pub(crate) faults: Faults,
    pub(crate) apps: BTreeMap<u32, App>,
    clock: Box<dyn Clock>,
    rates: Mutex<Rates>,
}

pub(crate) struct App {
    pub(crate) key: UserSigKey,
    pub(crate) admins: Vec<String>,
    groups: Mutex<Groups>,
}

impl App {
    pub(crate) fn new(key: UserSigKey, admins: Vec<String>) -> Self {
        Self {
            key,
            admins,
            groups: Mutex::default(),
        }
    }

    /// Runs `with` on the groups while nobody else sees them.
    pub(crate) fn groups<T>(&self, with: impl FnOnce(&mut Groups) -> T) -> T {
        with(&mut self.groups.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Shared {
    pub(crate) fn new(switches: Switches, clock: Box<dyn Clock>, apps: BTreeMap<u32, App>) -> Self {
        Self {
            switches,
            faults: Faults::default(),
            apps,
            clock,
            rates: Mutex::default(),
        }
    }

    pub(crate) fn now(&self) -> SystemTime {
        self.clock.now()
    }

    pub(crate) fn rates<T>(&self, with: impl FnOnce(&mut Rates) -> T) -> T {
        with(&mut self.rates.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
