//! Points in time as services write them: a count since the Unix epoch.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::json::{Decode, DecodeError, Encode, Reader, Writer};
use crate::operation::Param;

macro_rules! unix_time {
    ($(#[$doc:meta])* $name:ident, $unit:literal, $from:ident, $get:ident, $per_second:literal, $duration:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            #[doc = concat!("The time that many ", $unit, " after 1970-01-01T00:00:00Z.")]
            pub const fn $from(count: i64) -> Self {
                $name(count)
            }

            #[doc = concat!("The ", $unit, " since 1970-01-01T00:00:00Z.")]
            pub const fn $get(self) -> i64 {
                self.0
            }

            /// Now, by the system's clock.
            pub fn now() -> Self {
                SystemTime::now().into()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        /// Rounds down; a time before the epoch becomes negative, one out of range the nearest in range.
        impl From<SystemTime> for $name {
            fn from(time: SystemTime) -> Self {
                $name(match time.duration_since(UNIX_EPOCH) {
                    Ok(after) => i64::try_from(after.$duration()).unwrap_or(i64::MAX),
                    Err(before) => {
                        let before = before.duration();
                        let whole = i64::try_from(before.$duration()).unwrap_or(i64::MAX);
                        let part = before.subsec_nanos() % (1_000_000_000 / $per_second) != 0;
                        -whole - i64::from(part && whole != i64::MAX)
                    }
                })
            }
        }

        impl std::ops::Add<Duration> for $name {
            type Output = Self;

            fn add(self, duration: Duration) -> Self {
                let count = i64::try_from(duration.$duration()).unwrap_or(i64::MAX);
                $name(self.0.saturating_add(count))
            }
        }

        impl Encode for $name {
            fn encode(&self, w: &mut Writer) {
                w.i64(self.0);
            }
        }

        impl Decode for $name {
            fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                r.i64().map($name)
            }
        }

        impl Param for $name {
            fn write_param(&self, out: &mut String) {
                self.0.write_param(out);
            }
        }

        impl Moment for $name {
            fn unix_millis(&self) -> i64 {
                self.0.saturating_mul(1000 / $per_second)
            }
        }
    };
}

/// A time on one scale, so that times of any unit can be compared with a clock.
pub trait Moment {
    /// Milliseconds since the Unix epoch.
    fn unix_millis(&self) -> i64;
}

unix_time! {
    /// A point in time in whole seconds since the Unix epoch.
    ///
    /// ```
    /// use bindery::UnixSeconds;
    /// let sent = UnixSeconds::from_secs(1_620_808_101);
    /// assert_eq!(sent.as_secs(), 1_620_808_101);
    /// ```
    UnixSeconds, "seconds", from_secs, as_secs, 1, as_secs
}

unix_time! {
    /// A point in time in whole milliseconds since the Unix epoch.
    UnixMillis, "milliseconds", from_millis, as_millis, 1000, as_millis
}
