//! The trait of what can be read, and the types of the standard library that can.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{DecodeError, Json, Kind, Reader};

/// A type that can be read from JSON. Generated types implement it.
pub trait Decode: Sized {
    /// Reads one value, leaving the reader behind it.
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError>;

    /// Reads a text that has been read before, as JSON of another type.
    #[doc(hidden)]
    fn decode_again(text: &[u8]) -> Result<Self, DecodeError> {
        super::decode(text)
    }
}

macro_rules! integers {
    ($($int:ty = $min:literal..$max:literal)*) => {$(
        impl Decode for $int {
            fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                r.integer(concat!("an integer from ", $min, " to ", $max))
            }
        }
    )*};
}

integers! {
    i8 = "-128".."127"
    i16 = "-32768".."32767"
    i32 = "-2147483648".."2147483647"
    u8 = "0".."255"
    u16 = "0".."65535"
    u32 = "0".."4294967295"
}

macro_rules! scalars {
    ($($scalar:ty: $read:ident)*) => {$(
        impl Decode for $scalar {
            fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                r.$read()
            }
        }
    )*};
}

scalars! { bool: boolean  i64: i64  u64: u64  f32: f32  f64: f64  Json: raw }

impl Decode for String {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        r.string().map(Cow::into_owned)
    }
}

impl Decode for Cow<'static, str> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        String::decode(r).map(Cow::Owned)
    }
}

/// `null` is none.
impl<T: Decode> Decode for Option<T> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        if r.peek()? == Kind::Null {
            r.null().map(|()| None)
        } else {
            T::decode(r).map(Some)
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        T::decode(r).map(Box::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut items = Vec::new();
        r.array(&mut |r| {
            items.push(T::decode(r)?);
            Ok(())
        })?;
        Ok(items)
    }
}

/// Of duplicate names the last wins.
impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut members = BTreeMap::new();
        r.object(&mut |r, name| {
            members.insert(name.to_owned(), T::decode(r)?);
            Ok(())
        })?;
        Ok(members)
    }
}
