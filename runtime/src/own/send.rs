//! Which Rust type may stand where a request asks for which: those whose every value the API can take, as far as types
//! tell. Rules that only values can break are checked before the request leaves, as for generated requests.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::SystemTime;

use super::{AnyJson, ListOf, MapOf, Nullable, Text, TextType};
use crate::check::{Check, Checker};
use crate::json::{Encode, Writer};
use crate::kind::{Of, Takes};
use crate::list::List;
use crate::time::{UnixMillis, UnixSeconds};

/// A type whose values can be sent where the API takes an `S`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as `{S}`",
    label = "the API takes `{S}` here",
    note = "give the field the generated type, one that fits into it, or `#[bindery(with = function)]` to convert"
)]
pub trait SendAs<S> {
    /// Writes the value as the API expects it.
    fn write_as(&self, w: &mut Writer);

    /// Reports every broken rule.
    fn check_as(&self, c: &mut Checker) {
        let _ = c;
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode + Check> SendAs<T> for T {
    fn write_as(&self, w: &mut Writer) {
        self.encode(w);
    }

    fn check_as(&self, c: &mut Checker) {
        Check::check(self, c);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Encode> SendAs<AnyJson> for T {
    fn write_as(&self, w: &mut Writer) {
        self.encode(w);
    }
}

#[diagnostic::do_not_recommend]
impl<S, T: SendAs<S>> SendAs<Nullable<S>> for Option<T> {
    fn write_as(&self, w: &mut Writer) {
        match self {
            Some(value) => value.write_as(w),
            None => w.null(),
        }
    }

    fn check_as(&self, c: &mut Checker) {
        if let Some(value) = self {
            value.check_as(c);
        }
    }
}

macro_rules! texts {
    ($($text:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl SendAs<Text> for $text {
            fn write_as(&self, w: &mut Writer) {
                w.string(self);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<S: TextType> SendAs<S> for $text {
            fn write_as(&self, w: &mut Writer) {
                if S::SECRET {
                    w.secret(self);
                } else {
                    w.string(self);
                }
            }

            fn check_as(&self, c: &mut Checker) {
                c.text(&S::RULES, self);
            }
        }
    )* };
}
texts!(str &str String Cow<'_, str> Box<str> Arc<str>);

#[diagnostic::do_not_recommend]
impl<S: TextType + Encode> SendAs<Text> for S {
    fn write_as(&self, w: &mut Writer) {
        self.encode(w);
    }
}

/// An id of a known kind. The kind is looked at where the operation is known.
#[diagnostic::do_not_recommend]
impl<S: TextType, I: SendAs<S>, K> SendAs<S> for Of<I, K> {
    fn write_as(&self, w: &mut Writer) {
        self.id().write_as(w);
    }

    fn check_as(&self, c: &mut Checker) {
        self.id().check_as(c);
    }
}

/// What is known of the kind of a resource.
pub trait Known {
    /// The kind.
    type Kind;
}

impl<I, K> Known for Of<I, K> {
    type Kind = K;
}

/// Compiles where the operation with the request `O` takes resources of the kind that `id` is known to be of.
pub fn takes<O: Takes<T::Kind>, T: Known>(id: &T) {
    let _ = id;
}

macro_rules! wider {
    ($($wide:ident: $($narrow:ident)*;)*) => { $($(
        #[diagnostic::do_not_recommend]
        impl SendAs<$wide> for $narrow {
            fn write_as(&self, w: &mut Writer) {
                self.encode(w);
            }
        }
    )*)* };
}
wider! {
    i16: i8 u8;
    i32: i8 i16 u8 u16;
    i64: i8 i16 i32 u8 u16 u32;
    u16: u8;
    u32: u8 u16;
    u64: u8 u16 u32;
    f64: f32 i8 i16 i32 u8 u16 u32;
}

#[diagnostic::do_not_recommend]
impl SendAs<UnixSeconds> for SystemTime {
    fn write_as(&self, w: &mut Writer) {
        UnixSeconds::from(*self).encode(w);
    }
}

#[diagnostic::do_not_recommend]
impl SendAs<UnixMillis> for SystemTime {
    fn write_as(&self, w: &mut Writer) {
        UnixMillis::from(*self).encode(w);
    }
}

/// A type that holds its items side by side.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no list",
    label = "the API takes a list here",
    note = "lists are `Vec`, `List`, arrays and slices"
)]
pub trait Items {
    /// What it holds.
    type Item;

    /// All of them.
    fn items(&self) -> &[Self::Item];
}

macro_rules! items {
    ($([$($generics:tt)*] $list:ty;)*) => { $(
        impl<T, $($generics)*> Items for $list {
            type Item = T;

            fn items(&self) -> &[T] {
                self
            }
        }
    )* };
}
items! {
    [] Vec<T>;
    [] [T];
    [] &[T];
    [] Box<[T]>;
    [const N: usize] [T; N];
    [const MIN: usize, const MAX: usize] List<T, MIN, MAX>;
}

impl<L, S, const MIN: usize, const MAX: usize> SendAs<ListOf<S, MIN, MAX>> for L
where
    L: Items<Item: SendAs<S>> + ?Sized,
{
    fn write_as(&self, w: &mut Writer) {
        w.begin_array();
        for item in self.items() {
            item.write_as(w);
        }
        w.end_array();
    }

    fn check_as(&self, c: &mut Checker) {
        let items = self.items();
        c.length(items.len(), MIN, MAX);
        for (i, item) in items.iter().enumerate() {
            c.item(i, |c| item.check_as(c));
        }
    }
}

macro_rules! maps {
    ($([$($generics:ident)?] $map:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<S, T: SendAs<S>, $($generics)?> SendAs<MapOf<S>> for $map {
            fn write_as(&self, w: &mut Writer) {
                w.begin_object();
                for (name, value) in self {
                    w.name(name);
                    value.write_as(w);
                }
                w.end_object();
            }

            fn check_as(&self, c: &mut Checker) {
                for (name, value) in self {
                    c.nested(&crate::check::token(name), |c| value.check_as(c));
                }
            }
        }
    )* };
}
maps! {
    [] BTreeMap<String, T>;
    [H] HashMap<String, T, H>;
}
