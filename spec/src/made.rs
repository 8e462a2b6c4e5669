//! Schemas that no text has: what several schemas say of one value, put together when somebody asks. They stay as long as the
//! document does, so that whoever asks again gets the same one.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::span::Span;
use crate::value::Member;

/// Shelves are as long as all before them together, so that none is ever moved.
const SHELVES: usize = 20;

/// How much text may be put together; a hostile document has endlessly many schemas to combine.
const MOST: usize = 64 << 20;

/// What has been put together so far.
#[derive(Debug, Default)]
pub(crate) struct Made {
    shelves: [OnceLock<Box<[OnceLock<Member>]>>; SHELVES],
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// By the key and by where the schemas stand that say something of its value.
    places: HashMap<(Box<str>, Vec<Span>), usize>,
    count: usize,
    size: usize,
}

impl Clone for Made {
    /// Empty: what was put together belongs to the document it was put together from.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Made {
    /// The member with a key that is put together from schemas that stand there; `None` where there are too many of them.
    pub(crate) fn member(
        &self,
        key: &str,
        of: Vec<Span>,
        put: impl FnOnce() -> Member,
    ) -> Option<&Member> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let name = (key.into(), of);
        if let Some(&place) = known.places.get(&name) {
            return self.at(place)?.get();
        }
        let lengths = name.1.iter().map(|span| (span.end - span.start) as usize);
        known.size += lengths.sum::<usize>() + key.len();
        let place = known.count;
        let slot = self.at(place).filter(|_| known.size <= MOST)?;
        known.count += 1;
        known.places.insert(name, place);
        Some(slot.get_or_init(put))
    }

    fn at(&self, place: usize) -> Option<&OnceLock<Member>> {
        let level = (place + 1).ilog2() as usize;
        let length = 1 << level;
        let new = || (0..length).map(|_| OnceLock::new()).collect();
        let slots = self.shelves.get(level)?.get_or_init(new);
        slots.get(place + 1 - length)
    }
}
