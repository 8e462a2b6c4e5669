//! Arrays of so many values, each of its own type.

use super::{Decode, DecodeError, Encode, Reader, Writer, required};
use crate::check::{Check, Checker};

macro_rules! tuples {
    ($(($($item:ident $at:tt)*) $count:literal;)*) => {$(
        impl<$($item: Encode),*> Encode for ($($item,)*) {
            fn encode(&self, w: &mut Writer) {
                w.begin_array();
                $(self.$at.encode(w);)*
                w.end_array();
            }
        }

        /// Other numbers of items are an error.
        impl<$($item: Decode),*> Decode for ($($item,)*) {
            #[allow(non_snake_case)]
            fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                $(let mut $item = None;)*
                let mut at = 0;
                r.array(&mut |r| {
                    at += 1;
                    match at - 1 {
                        $($at => r.field(&mut $item),)*
                        _ => Err(DecodeError::not_allowed(concat!("more than ", $count, " items"))),
                    }
                })?;
                Ok(($(required($item, stringify!($at))?,)*))
            }
        }

        impl<$($item: Check),*> Check for ($($item,)*) {
            fn check(&self, c: &mut Checker) {
                $(c.field(stringify!($at), &self.$at);)*
            }
        }
    )*};
}

tuples! {
    (A 0) 1;
    (A 0 B 1) 2;
    (A 0 B 1 C 2) 3;
    (A 0 B 1 C 2 D 3) 4;
    (A 0 B 1 C 2 D 3 E 4) 5;
    (A 0 B 1 C 2 D 3 E 4 F 5) 6;
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6) 7;
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7) 8;
}
