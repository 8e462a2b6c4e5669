//! Reading the members of an object into slots. Generated impls hand over names and slots; what is done with them is compiled once,
//! here, and not for every type again.

use std::collections::BTreeMap;

use super::{Decode, DecodeError, Kind, Reader};

/// Where the value of one member goes.
pub trait Slot {
    /// Reads the value.
    fn read(&mut self, r: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Reads the value, `null` as none.
    fn read_or_null(&mut self, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.read(r)
    }

    /// Whether nothing has been read.
    fn is_empty(&self) -> bool {
        false
    }
}

impl<T: Decode> Slot for Option<T> {
    fn read(&mut self, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        r.field(self)
    }

    fn read_or_null(&mut self, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        r.optional(self)
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

/// A member whose value is always the same, here as plain text.
#[derive(Debug)]
pub struct Constant(pub &'static str);

impl Slot for Constant {
    fn read(&mut self, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        r.constant(self.0)
    }
}

/// A member that is known and not kept.
#[derive(Debug)]
pub struct PassedOver;

impl Slot for PassedOver {
    fn read(&mut self, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        r.skip()
    }
}

/// Where members go that have no slot of their own.
pub trait Rest {
    /// Reads the value of the member `name`.
    fn read(&mut self, name: &str, r: &mut Reader<'_>) -> Result<(), DecodeError>;
}

impl<T: Decode> Rest for Option<BTreeMap<String, T>> {
    fn read(&mut self, name: &str, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        r.member(name, self)
    }
}

/// Nothing keeps them.
struct Unknown;

impl Rest for Unknown {
    fn read(&mut self, _: &str, r: &mut Reader<'_>) -> Result<(), DecodeError> {
        r.unknown()
    }
}

/// A member's name and its slot.
pub type Member<'s> = (&'static str, &'s mut dyn Slot);

/// Members of one sort, and the one that is likely to come next: most texts have them in the document's order.
struct Members<'m, 's> {
    all: &'m mut [Member<'s>],
    next: usize,
    searched: bool,
}

impl<'s> Members<'_, 's> {
    /// The member whose name comes next in the text, where it is the next one here too. Its name is passed.
    fn next(&mut self, r: &mut Reader<'_>) -> Option<&mut Member<'s>> {
        let member = self.all.get_mut(self.next)?;
        if !r.passes_name(member.0) {
            return None;
        }
        self.next += 1;
        Some(member)
    }

    /// Whether all came one after the other, and so none is missing.
    fn in_order(&self) -> bool {
        !self.searched && self.next == self.all.len()
    }

    /// The slot of `name`, wherever it stands.
    fn find(&mut self, name: &str) -> Option<&mut (dyn Slot + 's)> {
        self.searched = true;
        let at = self.all.iter().position(|(it, _)| *it == name)?;
        self.next = at + 1;
        Some(&mut *self.all[at].1)
    }
}

impl Reader<'_> {
    /// Reads an object. Of duplicate members the last wins. A required one that is absent is an error, and so is `null`,
    /// unless the type has room for it.
    pub fn members(
        &mut self,
        required: &mut [Member<'_>],
        optional: &mut [Member<'_>],
    ) -> Result<(), DecodeError> {
        self.members_and_rest(required, optional, &mut Unknown)
    }

    /// The same, where members that have no slot are kept.
    pub fn members_and_rest(
        &mut self,
        required: &mut [Member<'_>],
        optional: &mut [Member<'_>],
        rest: &mut dyn Rest,
    ) -> Result<(), DecodeError> {
        let mut needed = Members {
            all: required,
            next: 0,
            searched: false,
        };
        let mut others = Members {
            all: optional,
            next: 0,
            searched: false,
        };
        self.open(Kind::Object)?;
        let mut more = !self.close(b'}');
        while more {
            self.before_name()?;
            if let Some((name, slot)) = needed.next(self) {
                self.value_of(name, |r| slot.read(r))?;
            } else if let Some((name, slot)) = others.next(self) {
                self.value_of(name, |r| slot.read_or_null(r))?;
            } else {
                let name = self.string()?;
                self.value_of(&name, |r| {
                    if let Some(slot) = needed.find(&name) {
                        slot.read(r)
                    } else if let Some(slot) = others.find(&name) {
                        slot.read_or_null(r)
                    } else {
                        rest.read(&name, r)
                    }
                })?;
            }
            more = self.more(b'}')?;
        }
        if needed.in_order() {
            return Ok(());
        }
        match needed.all.iter().find(|(_, slot)| slot.is_empty()) {
            Some((name, _)) => Err(DecodeError::missing(name)),
            None => Ok(()),
        }
    }
}
