//! How many items a type may hold, known while the crate is compiled.

use std::marker::PhantomData;

use crate::list::List;

/// `Length::<T>::OF` is the fewest and the most items of a `T` that knows; in scope with [`Unbounded`], `None` for all
/// others.
#[derive(Debug)]
pub struct Length<T: ?Sized>(PhantomData<T>);

impl<T, const N: usize> Length<[T; N]> {
    /// An array's.
    pub const OF: Option<(usize, usize)> = Some((N, N));
}

impl<T, const MIN: usize, const MAX: usize> Length<List<T, MIN, MAX>> {
    /// A list's.
    pub const OF: Option<(usize, usize)> = Some((MIN, MAX));
}

/// What [`Length`] says of a type that does not bound its items: they are counted before the request leaves.
pub trait Unbounded {
    /// Unknown.
    const OF: Option<(usize, usize)> = None;
}

impl<T: ?Sized> Unbounded for Length<T> {}

/// Refuses a type that allows lengths which the API does not take.
///
/// # Panics
/// Then, with `message`; in a `const` that is a compile error.
#[track_caller]
pub const fn assert_fits(
    length: Option<(usize, usize)>,
    min: usize,
    max: usize,
    message: &'static str,
) {
    if let Some((fewest, most)) = length {
        assert!(min <= fewest && most <= max, "{}", message);
    }
}
