//! What schemas mean before any language has a say: the one reading that the generator and `diff` share, so that they cannot
//! drift apart. Chooses no Rust type's name but that of integers, which the formats give away.

mod absent;
mod all_of;
mod bounds;
mod choice;
mod chosen;
mod component;
mod constants;
mod empty;
mod heirs;
mod joined;
mod json_type;
mod listed;
mod null;
mod parts;
mod private;
mod properties;
mod reading;
mod several;
mod tagged;
mod values;
mod variants;

pub use absent::{default, shown};
pub use bounds::End;
pub use choice::{Alternative, Choice, Label};
pub use component::{Component, component};
pub use constants::{Constant, Constants, misnamed};
pub use empty::emptiness;
pub use heirs::has_heirs;
pub use heirs::is_direct;
pub(crate) use heirs::{Lazy, mapped};
pub use joined::lost_words;
pub use json_type::JsonType;
pub use listed::listed;
pub(crate) use parts::first_parts;
pub use parts::{Way, keyword, one_way, parts, patterns};
pub use private::{holds_private, is_private, says_private};
pub use properties::{Properties, Rest, adds};
pub(crate) use reading::chosen;
pub use reading::{Reading, Shape, read};
pub use tagged::{Tagged, TaggedBranch};
pub(crate) use tagged::{listed as tag_values, wrapped};
pub use values::constant;
pub use variants::VariantNames;

use crate::document::Document;
use crate::value::Value;

/// 2^63 as programs write it whose numbers are floats: they mean the greatest `i64`.
const ABOUT_I64_MAX: i128 = 9_223_372_036_854_776_000;

/// The Rust integer for the values of an integer schema: what its `format` says, `u64` where greater values than those of an `i64`
/// are allowed and none below zero, and else `i64`. No bound makes it smaller: one that is raised would break callers.
pub fn integer(document: &Document, schema: &Value) -> &'static str {
    let format = keyword(document, schema, "format").and_then(Value::as_str);
    if let Some(kind) = format.and_then(integer_of) {
        return kind;
    }
    let (least, most) = (
        End::Lower.integer(document, schema),
        End::Upper.integer(document, schema),
    );
    let large = most.is_some_and(|most| most > ABOUT_I64_MAX);
    if large && least.is_none_or(|least| least >= 0) {
        "u64"
    } else {
        "i64"
    }
}

/// The Rust integer that a format stands for.
pub(crate) fn integer_of(format: &str) -> Option<&'static str> {
    Some(match format {
        "int8" => "i8",
        "int16" => "i16",
        "int32" => "i32",
        "int64" => "i64",
        "uint8" => "u8",
        "uint16" => "u16",
        "uint32" => "u32",
        "uint64" => "u64",
        _ => return None,
    })
}

/// The least and the greatest value of a Rust integer of those.
pub fn integer_range(kind: &str) -> Option<(i128, i128)> {
    Some(match kind {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" => (i64::MIN.into(), i64::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" => (0, u64::MAX.into()),
        _ => return None,
    })
}

/// A value as an integer of this Rust type, where it is one.
pub fn integer_as(value: &Value, kind: &str) -> Option<i128> {
    let whole = value.as_integer()?;
    let (min, max) = integer_range(kind)?;
    (min..=max).contains(&whole).then_some(whole)
}

/// A value as a float of this Rust type, where it is one.
pub fn float_as(value: &Value, kind: &str) -> Option<f64> {
    let number = value.as_f64()?;
    let fits = kind == "f64" || number.abs() <= f64::from(f32::MAX);
    fits.then_some(number)
}

fn items<'v>(schema: &'v Value, key: &str) -> &'v [Value] {
    let items = schema.get(key).and_then(Value::as_array);
    items.unwrap_or_default()
}

fn flag(schema: &Value, key: &str) -> bool {
    schema.get(key).and_then(Value::as_bool).unwrap_or_default()
}

/// The members of an object that is there and not empty.
fn filled<'v>(schema: &'v Value, key: &str) -> Option<&'v Value> {
    let value = schema.get(key)?;
    let members = value.as_object()?;
    (!members.is_empty()).then_some(value)
}
