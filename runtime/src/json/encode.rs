//! The trait of what can be written, and the types of the standard library that can.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Json, Writer};

/// A type that can be written as JSON. Generated types implement it.
///
/// Implement `encode_fields` for what is an object and `encode` for everything else.
pub trait Encode {
    /// Writes the value: exactly one. As it stands, an object of what [`encode_fields`](Encode::encode_fields) writes.
    fn encode(&self, w: &mut Writer) {
        w.begin_object();
        self.encode_fields(w);
        w.end_object();
    }

    /// Writes the members into an object that is already open, as tagged unions and envelopes need it. As it stands,
    /// none.
    fn encode_fields(&self, w: &mut Writer) {
        let _ = w;
    }
}

macro_rules! scalars {
    ($($scalar:ty: $write:ident)*) => {$(
        impl Encode for $scalar {
            fn encode(&self, w: &mut Writer) {
                w.$write((*self).into());
            }
        }
    )*};
}

scalars! {
    bool: boolean
    i8: i64  i16: i64  i32: i64  i64: i64
    u8: u64  u16: u64  u32: u64  u64: u64
    f32: f32  f64: f64
}

impl Encode for str {
    fn encode(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Encode for String {
    fn encode(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Encode for Cow<'_, str> {
    fn encode(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Encode for Json {
    fn encode(&self, w: &mut Writer) {
        w.raw(self);
    }

    /// The members of an object; other JSON has none.
    fn encode_fields(&self, w: &mut Writer) {
        if self.is_lacking() {
            w.lacking();
        }
        // The text was read before, so nothing can be wrong with it.
        let _ = self.reader().object(&mut |r, name| {
            let value = r.raw()?;
            w.name(name);
            w.raw(&value);
            Ok(())
        });
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, w: &mut Writer) {
        w.begin_array();
        for item in self {
            item.encode(w);
        }
        w.end_array();
    }
}

impl<T: Encode, const N: usize> Encode for [T; N] {
    fn encode(&self, w: &mut Writer) {
        self.as_slice().encode(w);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, w: &mut Writer) {
        self.as_slice().encode(w);
    }
}

/// None is `null`; a member that shall be left out is written with [`Writer::optional`].
impl<T: Encode> Encode for Option<T> {
    fn encode(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode(w),
            None => w.null(),
        }
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode_fields(&self, w: &mut Writer) {
        for (name, value) in self {
            w.name(name);
            value.encode(w);
        }
    }
}

macro_rules! pointers {
    ($($pointer:ty)*) => {$(
        impl<T: Encode + ?Sized> Encode for $pointer {
            fn encode(&self, w: &mut Writer) {
                (**self).encode(w);
            }

            fn encode_fields(&self, w: &mut Writer) {
                (**self).encode_fields(w);
            }
        }
    )*};
}

pointers! { Box<T> &T }
