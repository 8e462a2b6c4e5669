//! Which Rust type can hold what a reply sends as which.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{AnyJson, ListOf, MapOf, Nullable, Text, TextType, Usually};
use crate::json::{Decode, DecodeError, Json, Kind, Reader};
use crate::time::{UnixMillis, UnixSeconds};
use crate::union::OrJson;

/// A type that can hold every value the API sends as an `S`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold what the API sends as `{S}`",
    label = "the API sends `{S}` here",
    note = "give the field the generated type, one that is at least as wide, or `#[bindery(with = function)]` to convert"
)]
pub trait ReadAs<S>: Sized {
    /// Reads one value.
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError>;
}

/// Reads a member into its slot.
pub fn read<T: ReadAs<S>, S>(r: &mut Reader<'_>, slot: &mut Option<T>) -> Result<(), DecodeError> {
    *slot = Some(T::read_as(r)?);
    Ok(())
}

/// Reads a member into its slot, `null` as none.
pub fn read_optional<T: ReadAs<S>, S>(
    r: &mut Reader<'_>,
    slot: &mut Option<T>,
) -> Result<(), DecodeError> {
    if r.peek()? == Kind::Null {
        *slot = None;
        return r.null();
    }
    read(r, slot)
}

#[diagnostic::do_not_recommend]
impl<T: Decode> ReadAs<T> for T {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        T::decode(r)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Decode> ReadAs<AnyJson> for T {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        T::decode(r)
    }
}

#[diagnostic::do_not_recommend]
impl<S, T: ReadAs<S>> ReadAs<Nullable<S>> for Option<T> {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        if r.peek()? == Kind::Null {
            return r.null().map(|()| None);
        }
        T::read_as(r).map(Some)
    }
}

#[diagnostic::do_not_recommend]
impl<S> ReadAs<Usually<S>> for Json {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        r.raw()
    }
}

#[diagnostic::do_not_recommend]
impl<S, T: ReadAs<S>> ReadAs<Usually<S>> for OrJson<T> {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        OrJson::read_with(r, T::read_as)
    }
}

macro_rules! texts {
    ($($text:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl ReadAs<Text> for $text {
            fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                r.string().map(|text| text.into())
            }
        }

        #[diagnostic::do_not_recommend]
        impl<S: TextType> ReadAs<S> for $text {
            fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                r.string().map(|text| text.into())
            }
        }
    )* };
}
texts!(String Box<str> Arc<str>);

macro_rules! wider {
    ($($wide:ident: $($narrow:ident)*;)*) => { $($(
        #[diagnostic::do_not_recommend]
        impl ReadAs<$narrow> for $wide {
            fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                $narrow::decode(r).map($wide::from)
            }
        }
    )*)* };
}
wider! {
    i16: i8 u8;
    i32: i8 i16 u8 u16;
    i64: i8 i16 i32 u8 u16 u32;
    i128: i8 i16 i32 i64 u8 u16 u32 u64;
    u16: u8;
    u32: u8 u16;
    u64: u8 u16 u32;
    f64: f32 i8 i16 i32 u8 u16 u32;
}

macro_rules! times {
    ($($unix:ident $get:ident $duration:ident;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl ReadAs<$unix> for SystemTime {
            fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                let count = $unix::decode(r)?.$get();
                let distance = Duration::$duration(count.unsigned_abs());
                let time = if count < 0 {
                    UNIX_EPOCH.checked_sub(distance)
                } else {
                    UNIX_EPOCH.checked_add(distance)
                };
                time.ok_or_else(|| DecodeError::not_allowed("a time beyond what this system can tell"))
            }
        }
    )* };
}
times! {
    UnixSeconds as_secs from_secs;
    UnixMillis as_millis from_millis;
}

impl<S, T: ReadAs<S>, const MIN: usize, const MAX: usize> ReadAs<ListOf<S, MIN, MAX>> for Vec<T> {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut items = Vec::new();
        r.array(&mut |r| {
            items.push(T::read_as(r)?);
            Ok(())
        })?;
        Ok(items)
    }
}

/// Reads an object's members, of duplicates the last.
fn members<S, T: ReadAs<S>>(
    r: &mut Reader<'_>,
    insert: &mut dyn FnMut(String, T),
) -> Result<(), DecodeError> {
    r.object(&mut |r, name| {
        insert(name.to_owned(), T::read_as(r)?);
        Ok(())
    })
}

#[diagnostic::do_not_recommend]
impl<S, T: ReadAs<S>> ReadAs<MapOf<S>> for BTreeMap<String, T> {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut map = BTreeMap::new();
        members(r, &mut |name, value| drop(map.insert(name, value)))?;
        Ok(map)
    }
}

#[diagnostic::do_not_recommend]
impl<S, T: ReadAs<S>, H: BuildHasher + Default> ReadAs<MapOf<S>> for HashMap<String, T, H> {
    fn read_as(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut map = HashMap::default();
        members(r, &mut |name, value| drop(map.insert(name, value)))?;
        Ok(map)
    }
}
