//! Content of people: it shows in `Debug` as its length, and in full where that is asked for.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use crate::list::List;

thread_local! {
    /// Whether what is being formatted on this thread is to be shown in full.
    static IN_FULL: Cell<bool> = const { Cell::new(false) };
}

/// Shows values in full, with the content of people that `Debug` shows as its length.
///
/// What the spec marks with `x-bindery-private` does not reach a log by `{:?}`: not from a request, a reply, an outcome or an
/// error. Secrets stay hidden.
///
/// ```
/// # use bindery::Reveal;
/// # bindery::__doc_private_text!(UserId);
/// let to = UserId::from_static("alice");
/// assert_eq!(format!("{to:?}"), "[5 characters]");
/// assert_eq!(format!("{:?}", to.reveal()), "\"alice\"");
/// ```
pub trait Reveal: fmt::Debug {
    /// The value, whose `Debug` is in full.
    fn reveal(&self) -> Revealed<'_, Self> {
        Revealed(self)
    }
}

impl<T: fmt::Debug + ?Sized> Reveal for T {}

/// A value whose `Debug` is in full; made by [`Reveal::reveal`].
#[derive(Clone, Copy)]
pub struct Revealed<'a, T: ?Sized>(&'a T);

impl<T: fmt::Debug + ?Sized> fmt::Debug for Revealed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _shown = InFull(IN_FULL.replace(true));
        self.0.fmt(f)
    }
}

/// Puts back what was, should formatting panic as well.
struct InFull(bool);

impl Drop for InFull {
    fn drop(&mut self) {
        IN_FULL.set(self.0);
    }
}

/// How much there is of a value that is not shown.
#[derive(Clone, Copy)]
pub enum Length {
    /// Nothing is there.
    Absent,
    /// A text.
    Characters(usize),
    /// A list or a map.
    Items(usize),
    /// Anything else.
    Untold,
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("None"),
            Self::Characters(1) => f.write_str("[1 character]"),
            Self::Characters(count) => write!(f, "[{count} characters]"),
            Self::Items(1) => f.write_str("[1 item]"),
            Self::Items(count) => write!(f, "[{count} items]"),
            Self::Untold => f.write_str("[private]"),
        }
    }
}

/// What has a length that may be shown.
pub trait Long: fmt::Debug {
    /// The length.
    fn length(&self) -> Length;
}

impl Long for str {
    fn length(&self) -> Length {
        Length::Characters(self.chars().count())
    }
}

impl Long for String {
    fn length(&self) -> Length {
        self.as_str().length()
    }
}

impl<T: fmt::Debug> Long for Vec<T> {
    fn length(&self) -> Length {
        Length::Items(self.len())
    }
}

impl<T: fmt::Debug, const MIN: usize, const MAX: usize> Long for List<T, MIN, MAX> {
    fn length(&self) -> Length {
        Length::Items(self.len())
    }
}

impl<T: fmt::Debug> Long for BTreeMap<String, T> {
    fn length(&self) -> Length {
        Length::Items(self.len())
    }
}

impl<T: Long> Long for Option<T> {
    fn length(&self) -> Length {
        self.as_ref().map_or(Length::Absent, T::length)
    }
}

/// A value that shows as its length.
pub struct Private<V> {
    value: V,
    length: Length,
}

impl<'a, T: Long + ?Sized> Private<&'a T> {
    /// A value with a length.
    pub fn of(value: &'a T) -> Self {
        let length = value.length();
        Private { value, length }
    }
}

impl<'a> Private<&'a str> {
    /// A text.
    pub fn text(value: &'a str) -> Self {
        Self::of(value)
    }
}

impl<'a, T: fmt::Debug> Private<&'a T> {
    /// A value without a length.
    pub fn whole(value: &'a T) -> Self {
        let length = Length::Untold;
        Private { value, length }
    }
}

impl<'a, T: fmt::Debug> Private<&'a Option<T>> {
    /// A value without a length, which may be absent.
    pub fn perhaps(value: &'a Option<T>) -> Self {
        let length = match value {
            Some(_) => Length::Untold,
            None => Length::Absent,
        };
        Private { value, length }
    }
}

impl<V: fmt::Debug> fmt::Debug for Private<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if IN_FULL.get() {
            self.value.fmt(f)
        } else {
            write!(f, "{}", self.length)
        }
    }
}

/// The `Debug` of a struct, as the derive would write it.
pub fn show_members(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    names: &[&str],
    values: &[&dyn fmt::Debug],
) -> fmt::Result {
    let mut shown = f.debug_struct(name);
    for (name, value) in names.iter().zip(values) {
        shown.field(name, value);
    }
    shown.finish()
}

/// The `Debug` of a text type.
pub fn show_private_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    fmt::Debug::fmt(&Private::text(text), f)
}
