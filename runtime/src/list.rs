//! Lists whose length the spec bounds.

use std::fmt;
use std::ops::Deref;

use crate::check::{Check, Violations, check};
use crate::json::{Decode, DecodeError, Encode, Reader, Writer};

/// A list of `MIN` to `MAX` items.
///
/// An array of a fitting length converts with `From`, at compile time; a `Vec` with `TryFrom`. [`List::batches`] cuts a
/// longer `Vec` into lists. A list in a reply may break its bounds: it is kept as it came.
///
/// ```
/// use bindery::List;
/// let week: List<u8, 1, 7> = List::from([1, 2, 3]);
/// let too_many = List::<u8, 1, 7>::try_from(vec![0; 8]);
/// assert_eq!(too_many.unwrap_err().to_string(), "8 items where 1 to 7 are allowed");
/// assert_eq!(week.len(), 3);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct List<T, const MIN: usize, const MAX: usize = { usize::MAX }>(Vec<T>);

impl<T, const MIN: usize, const MAX: usize> List<T, MIN, MAX> {
    /// Cuts `items`, in order, into lists of `MAX` items; the last may hold fewer.
    ///
    /// ```
    /// use bindery::List;
    /// let batches: Vec<List<u32, 1, 7>> = List::batches((0..10).collect()).collect();
    /// assert_eq!(batches[1].as_slice(), [7, 8, 9]);
    /// ```
    pub fn batches(items: Vec<T>) -> impl Iterator<Item = Self> {
        const {
            assert!(
                MIN <= 1 && MAX > 0,
                "batches need a list that may hold a single item"
            );
        };
        let mut items = items.into_iter();
        std::iter::from_fn(move || {
            let batch: Vec<T> = items.by_ref().take(MAX).collect();
            (!batch.is_empty()).then_some(List(batch))
        })
    }

    /// [`batches`](List::batches) of the items that keep their own rules, and the others, each with its reasons.
    ///
    /// One item that breaks a rule would keep its whole call from being sent; set aside it takes none with it.
    ///
    /// ```
    /// # use bindery::__private::Checker;
    /// # use bindery::{Check, List};
    /// # #[derive(Debug)]
    /// # struct Short(&'static str);
    /// # impl Check for Short {
    /// #     fn check(&self, c: &mut Checker) { c.chars("text", self.0, 0, 5); }
    /// # }
    /// let items = vec![Short("one"), Short("far too long"), Short("two")];
    /// let (batches, aside) = List::<_, 1, 7>::checked_batches(items);
    /// assert_eq!(batches.map(|batch| batch.len()).sum::<usize>(), 2);
    /// assert_eq!(aside[0].index, 1);
    /// assert_eq!(aside[0].reasons.to_string(), "/text: 12 characters where at most 5 are allowed");
    /// ```
    pub fn checked_batches(items: Vec<T>) -> (impl Iterator<Item = Self>, Vec<SetAside<T>>)
    where
        T: Check,
    {
        let (mut kept, mut aside) = (Vec::with_capacity(items.len()), Vec::new());
        for (index, item) in items.into_iter().enumerate() {
            match check(&item) {
                Ok(()) => kept.push(item),
                Err(reasons) => aside.push(SetAside {
                    index,
                    item,
                    reasons,
                }),
            }
        }
        (Self::batches(kept), aside)
    }

    /// The items.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The items, free of their bounds.
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T, const MIN: usize, const MAX: usize> Deref for List<T, MIN, MAX> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: fmt::Debug, const MIN: usize, const MAX: usize> fmt::Debug for List<T, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T, const MIN: usize, const MAX: usize> IntoIterator for List<T, MIN, MAX> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T, const MIN: usize, const MAX: usize> IntoIterator for &'a List<T, MIN, MAX> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// An item that breaks rules of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetAside<T> {
    /// Its place among all items.
    pub index: usize,
    /// The item.
    pub item: T,
    /// The rules that it breaks.
    pub reasons: Violations,
}

/// A `Vec` that is too short or too long for a [`List`]; it holds the items, none is lost.
#[derive(Clone, PartialEq, Eq)]
pub struct WrongLength<T> {
    items: Vec<T>,
    min: usize,
    max: usize,
}

impl<T> WrongLength<T> {
    /// The items that did not fit.
    pub fn into_items(self) -> Vec<T> {
        self.items
    }
}

impl<T> fmt::Debug for WrongLength<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WrongLength({self})")
    }
}

impl<T> fmt::Display for WrongLength<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}",
            length_message(self.items.len(), self.min, self.max)
        )
    }
}

impl<T> std::error::Error for WrongLength<T> {}

pub(crate) fn length_message(len: usize, min: usize, max: usize) -> String {
    let allowed = match (min, max) {
        (0, max) => format!("at most {max}"),
        (min, usize::MAX) => format!("at least {min}"),
        (min, max) => format!("{min} to {max}"),
    };
    format!("{len} items where {allowed} are allowed")
}

impl<T, const MIN: usize, const MAX: usize> TryFrom<Vec<T>> for List<T, MIN, MAX> {
    type Error = WrongLength<T>;

    fn try_from(items: Vec<T>) -> Result<Self, WrongLength<T>> {
        if (MIN..=MAX).contains(&items.len()) {
            Ok(List(items))
        } else {
            Err(WrongLength {
                items,
                min: MIN,
                max: MAX,
            })
        }
    }
}

impl<T: Encode, const MIN: usize, const MAX: usize> Encode for List<T, MIN, MAX> {
    fn encode(&self, w: &mut Writer) {
        self.0.encode(w);
    }
}

impl<T: Decode, const MIN: usize, const MAX: usize> Decode for List<T, MIN, MAX> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        // Taken as it came; `check` looks at the length before the list is sent or served.
        Vec::decode(r).map(List)
    }
}

/// Says, at compile time, that an array of `N` items fits a list of at most `MAX`.
///
/// Told apart by name where `MAX` is at most 20; with greater ones every array is taken here, and refused when it is built.
#[diagnostic::on_unimplemented(
    message = "{N} items in a list that takes at most {MAX}",
    label = "{N} items here, at most {MAX} are allowed",
    note = "cut longer input with `List::batches`, or make the list of a `Vec` with `List::try_from`"
)]
pub trait AtMost<const N: usize, const MAX: usize> {}

/// Says, at compile time, that an array of `N` items fits a list of at least `MIN`.
#[diagnostic::on_unimplemented(
    message = "{N} items in a list that takes at least {MIN}",
    label = "{N} items here, at least {MIN} are needed"
)]
pub trait AtLeast<const N: usize, const MIN: usize> {}

/// Carries [`AtMost`] and [`AtLeast`].
#[derive(Debug)]
pub enum Length {}

impl<T, const N: usize, const MIN: usize, const MAX: usize> From<[T; N]> for List<T, MIN, MAX>
where
    Length: AtLeast<N, MIN> + AtMost<N, MAX>,
{
    fn from(items: [T; N]) -> Self {
        const { assert_fits(N, MIN, MAX) };
        List(items.into())
    }
}

/// By `track_caller` the compile error stands in this file, not in that of the standard library's macro.
#[track_caller]
const fn assert_fits(len: usize, min: usize, max: usize) {
    assert!(len >= min, "an array of fewer items than its list needs");
    assert!(len <= max, "an array of more items than its list takes");
}

// Told which lengths fit other lists, a reader learns nothing: hence `do_not_recommend`, here and below.
macro_rules! implement {
    ($($impl:tt)*) => {
        #[diagnostic::do_not_recommend]
        $($impl)* for Length {}
    };
}

/// `at_most!(; 0 1 2)` implements every pair of a number and itself or a later one.
macro_rules! at_most {
    ($($n:literal)*;) => {};
    ($($n:literal)*; $max:literal $($more:literal)*) => {
        $(implement!(impl AtMost<$n, $max>);)*
        implement!(impl AtMost<$max, $max>);
        at_most!($($n)* $max; $($more)*);
    };
}
at_most!(; 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
implement!(impl<const N: usize> AtMost<N, { usize::MAX }>);

macro_rules! any_at_most {
    ($($max:literal)*) => { $(implement!(impl<const N: usize> AtMost<N, $max>);)* };
}
any_at_most!(150 200 250 256 300 400 500 512 600 700 800 900 1000 1024 2000 2048 4096 5000 10000);

/// Beyond 20 too: an array that is too long for a list is not called too short as well.
macro_rules! at_least {
    ($min:literal: $($n:literal)*) => { $(implement!(impl AtLeast<$n, $min>);)* };
}
macro_rules! any_at_least {
    ($($min:literal)*) => { $(implement!(impl<const N: usize> AtLeast<N, $min>);)* };
}
any_at_least!(0 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
at_least!(1: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
at_least!(2: 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);

macro_rules! beyond_20 {
    ($($n:literal)*) => {
        any_at_most!($($n)*);
        any_at_least!($($n)*);
        at_least!(1: $($n)*);
        at_least!(2: $($n)*);
        // 129 to 560, by adding.
        $(
            implement!(impl AtLeast<{ $n + 108 }, 1>);
            implement!(impl AtLeast<{ $n + 216 }, 1>);
            implement!(impl AtLeast<{ $n + 324 }, 1>);
            implement!(impl AtLeast<{ $n + 432 }, 1>);
        )*
    };
}
beyond_20!(
    21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55
    56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90
    91 92 93 94 95 96 97 98 99 100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118
    119 120 121 122 123 124 125 126 127 128
);
