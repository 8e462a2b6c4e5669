//! Types of other crates that stand for formats of texts, each behind a feature of its crate's name. Bindings hold them where
//! they were generated with `formats = […]`. What is not of the format is an error, in replies too.

use crate::check::Check;
use crate::json::{Decode, DecodeError, Encode, Reader, Writer};
use crate::operation::Param;

macro_rules! texts {
    ($($feature:literal $ty:ty, $what:literal: $read:expr, $write:expr;)*) => {$(
        #[cfg(feature = $feature)]
        impl Encode for $ty {
            fn encode(&self, w: &mut Writer) {
                let write: fn(&$ty) -> String = $write;
                w.string(&write(self));
            }
        }

        #[cfg(feature = $feature)]
        impl Decode for $ty {
            fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
                let read: fn(&str) -> Option<$ty> = $read;
                let wrong = || DecodeError::not_allowed(concat!("expected ", $what));
                read(&r.string()?).ok_or_else(wrong)
            }
        }

        #[cfg(feature = $feature)]
        impl Check for $ty {}

        #[cfg(feature = $feature)]
        impl Param for $ty {
            fn write_param(&self, out: &mut String) {
                let write: fn(&$ty) -> String = $write;
                out.push_str(&write(self));
            }
        }
    )*};
}

texts! {
    "chrono" chrono::DateTime<chrono::FixedOffset>, "a time as RFC 3339 has it":
        |text| chrono::DateTime::parse_from_rfc3339(text).ok(), |time| time.to_rfc3339();
    "chrono" chrono::NaiveDate, "a date as RFC 3339 has it": |text| text.parse().ok(), ToString::to_string;
    "time" time::OffsetDateTime, "a time as RFC 3339 has it":
        parse_time,
        // Years that RFC 3339 has no way to write are written as they are.
        |time| time.format(&time::format_description::well_known::Rfc3339).unwrap_or_else(|_| time.to_string());
    "time" time::Date, "a date as RFC 3339 has it":
        |text| time::Date::parse(text, &time::format_description::well_known::Iso8601::DATE).ok(), ToString::to_string;
    "url" url::Url, "a URL": |text| url::Url::parse(text).ok(), |url| url.as_str().to_owned();
    "uuid" uuid::Uuid, "a UUID": |text| uuid::Uuid::parse_str(text).ok(), ToString::to_string;
}

/// A leap second becomes the last nanosecond before it, for `time` has no place for one; `chrono` has, and keeps it.
#[cfg(feature = "time")]
fn parse_time(text: &str) -> Option<time::OffsetDateTime> {
    let parse = |text: &str| {
        time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).ok()
    };
    // Date, time and colons have fixed places in RFC 3339.
    if text.get(16..19) != Some(":60") {
        return parse(text);
    }
    let before = format!("{}:59{}", &text[..16], &text[19..]);
    parse(&before)?.replace_nanosecond(999_999_999).ok()
}
