//! Numbers and values compared as JSON Schema has it: by what they are, however they are written.

use std::cmp::Ordering;

use super::fit::Fit;
use crate::value::{Kind, Value};

/// More digits than an integer here may have.
const DIGITS: usize = 36;

/// Whether a number is an integer.
pub(super) fn whole(number: &str) -> Fit {
    if crate::integer::integer(number).is_some() {
        return Fit::Yes;
    }
    let near = number.parse::<f64>().is_ok_and(|it| it.abs() < 1e19);
    if near && number.len() < DIGITS {
        Fit::No
    } else {
        Fit::Maybe
    }
}

/// How two numbers compare; `None` where they are no numbers or too near to tell.
pub(super) fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    if let (Some(one), Some(other)) = (one.as_integer(), other.as_integer()) {
        return Some(one.cmp(&other));
    }
    let order = one.as_f64()?.partial_cmp(&other.as_f64()?)?;
    let equal = order == Ordering::Equal && one.as_number() != other.as_number();
    (!equal).then_some(order)
}

/// Whether two values are the same. Numbers that are too near to tell are.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Number(_), Kind::Number(_)) => !matches!(
            compare(one, other),
            Some(Ordering::Less | Ordering::Greater)
        ),
        (Kind::Array(left), Kind::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(one, two)| same(one, two))
        }
        (Kind::Object(left), Kind::Object(right)) => {
            let there = |key: &str, value: &Value| other.get(key).is_some_and(|it| same(it, value));
            left.len() == right.len() && left.iter().all(|it| there(&it.key, &it.value))
        }
        (left, right) => left == right,
    }
}
