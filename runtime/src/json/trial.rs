//! Reading a value as one of several types: what an attempt may take, and what it left over. Knows no type.

use std::ops::ControlFlow;

use super::{DecodeError, Reader};

/// How a reader reads while it is being found out what a value is.
#[derive(Clone, Copy, Default)]
pub(super) struct Trial {
    /// The value may be of another type: constants must be what they are.
    open: bool,
    /// Only values that the document lists are taken.
    strict: bool,
    /// Bytes of members that no field was there for: what lies deep weighs as much as what it takes up.
    left_over: usize,
    /// Bytes read in vain.
    wasted: usize,
}

/// How often a text may be read over before choices within choices are given up.
const READ_OVER: usize = 512;

/// Short texts may be read over more often.
const ALWAYS: usize = 1 << 16;

impl<'a> Reader<'a> {
    /// Passes a member that no field is there for.
    pub fn unknown(&mut self) -> Result<(), DecodeError> {
        let start = self.space();
        self.skip()?;
        self.trial.left_over += self.at - start;
        Ok(())
    }

    /// Passes a member whose value is always the same. Another value tells that this is another type, where there is a choice.
    pub fn constant(&mut self, plain: &str) -> Result<(), DecodeError> {
        if !self.trial.open {
            return self.skip();
        }
        let found = self.raw()?;
        let same = match found.decode::<String>() {
            Ok(text) => text == plain,
            Err(_) => found.as_str() == plain,
        };
        if same {
            Ok(())
        } else {
            Err(DecodeError::not_allowed("not the one value there is"))
        }
    }

    /// Keeps a value that the document does not list: not while another type may be the right one.
    pub fn unlisted<T>(&self, value: T) -> Result<T, DecodeError> {
        if self.trial.strict {
            Err(DecodeError::not_allowed(
                "a value that the document does not list",
            ))
        } else {
            Ok(value)
        }
    }

    /// Whether this is an attempt that takes only what the document lists.
    pub(crate) fn is_strict(&self) -> bool {
        self.trial.strict
    }

    /// Reads a value as the type that fits it best: of those that take it as documented the one that leaves the least
    /// over, or else of those that take it at all. The error is that of the attempt that came furthest.
    pub(crate) fn choose<T>(
        &mut self,
        types: usize,
        read: &mut dyn FnMut(usize, &mut Reader<'a>) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let mut best = Best::default();
        for strict in [true, false] {
            if !strict && (self.trial.strict || best.found.is_some()) {
                break;
            }
            for ty in 0..types {
                if self.attempt(strict, &mut best, |r| read(ty, r)).is_break() {
                    break;
                }
            }
        }
        let Some((value, after)) = best.found else {
            let nothing = || DecodeError::not_allowed("there is nothing to choose from");
            return Err(best.nearest.map_or_else(nothing, |(error, _)| error));
        };
        let before = self.trial;
        let wasted = self.trial.wasted;
        *self = after;
        self.trial.open = before.open;
        self.trial.strict = before.strict;
        self.trial.left_over += before.left_over;
        self.trial.wasted = wasted;
        Ok(value)
    }

    fn attempt<T>(
        &mut self,
        strict: bool,
        best: &mut Best<'a, T>,
        read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
    ) -> ControlFlow<()> {
        if self.trial.wasted > ALWAYS.max(self.text.len().saturating_mul(READ_OVER)) {
            let tired = || DecodeError::not_allowed("too many choices within choices");
            best.nearest.get_or_insert_with(|| (tired(), 0));
            return ControlFlow::Break(());
        }
        let mut reader = self.clone();
        reader.trial.open = true;
        reader.trial.strict = strict;
        reader.trial.left_over = 0;
        let result = read(&mut reader);
        self.trial.wasted = reader.trial.wasted + (reader.at - self.at.min(reader.at));
        match result {
            Ok(value) => best.take(value, reader),
            Err(error) => best.miss(error, reader.at),
        }
    }
}

/// What the attempts came to so far.
struct Best<'a, T> {
    found: Option<(T, Reader<'a>)>,
    nearest: Option<(DecodeError, usize)>,
}

impl<T> Default for Best<'_, T> {
    fn default() -> Self {
        Best {
            found: None,
            nearest: None,
        }
    }
}

impl<'a, T> Best<'a, T> {
    /// Breaks where no other attempt can do better.
    fn take(&mut self, value: T, reader: Reader<'a>) -> ControlFlow<()> {
        let left_over = reader.trial.left_over;
        let before = self
            .found
            .as_ref()
            .map(|(_, reader)| reader.trial.left_over);
        if before.is_none_or(|before| left_over < before) {
            self.found = Some((value, reader));
        }
        if left_over == 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn miss(&mut self, error: DecodeError, at: usize) -> ControlFlow<()> {
        if self
            .nearest
            .as_ref()
            .is_none_or(|(_, furthest)| at > *furthest)
        {
            self.nearest = Some((error, at));
        }
        ControlFlow::Continue(())
    }
}
