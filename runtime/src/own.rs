//! Types of the caller's own that stand for the API's: what `derive(Request)` and `derive(Response)` lean on.
//! The derives know the document; what is here knows only which Rust type may stand for which.

mod length;
mod members;
mod read;
mod reply;
mod rules;
mod send;

pub use self::length::{Length, Unbounded, assert_fits};
pub use self::members::{Members, Own, check, distinct, encode, is_keyed, write};
pub use self::read::{ReadAs, read, read_optional};
pub use self::reply::{ReplyAs, ReplyTo, reply};
pub use self::rules::{Bound, Listed, Rule};
pub use self::send::{Known, SendAs, takes};

use crate::text::TextRules;

/// A generated text type.
pub trait TextType {
    /// What its values keep.
    const RULES: TextRules;
    /// Whether its values must not be shown.
    const SECRET: bool;
}

/// Stands for a text without a type of its own.
#[derive(Debug)]
pub enum Text {}

/// Stands for a value that may be anything.
#[derive(Debug)]
pub enum AnyJson {}

/// Stands for a list of `MIN` to `MAX` items.
#[derive(Debug)]
pub struct ListOf<I, const MIN: usize = 0, const MAX: usize = { usize::MAX }>(
    std::marker::PhantomData<I>,
);

/// Stands for an object whose members are named by the data.
#[derive(Debug)]
pub struct MapOf<I>(std::marker::PhantomData<I>);

/// Stands for a value that may be `null`.
#[derive(Debug)]
pub struct Nullable<I>(std::marker::PhantomData<I>);

/// Stands for a value that is usually an `I`, and may be any other JSON.
#[derive(Debug)]
pub struct Usually<I>(std::marker::PhantomData<I>);
