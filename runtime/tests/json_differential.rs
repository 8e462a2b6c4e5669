//! The reader beside `serde_json`: over random texts, their cuts and their mutations, both take or both refuse, and what
//! they take is the same value.
//!
//! Known differences, none of which these texts reach or which are compared as stated: nesting is limited at 128 here and
//! at 127 there; a float is the nearest here and may be its neighbour there; `1.0` is an integer here.

#[path = "json/random.rs"]
mod random;
#[path = "json/value.rs"]
mod value;

use bindery::json::{self, DecodeErrorKind, Json};
use random::{Random, mutated, text};
use serde::de::IgnoredAny;
use value::Value;

const TEXTS: u64 = 1500;
const MUTATIONS: usize = 20;

#[test]
fn the_same_texts_are_taken_as_the_same_values() {
    for seed in 0..TEXTS {
        let mut random = Random(seed);
        let text = text(&mut random).into_bytes();
        assert!(
            json::decode::<Value>(&text).is_ok() || out_of_range(&text),
            "{}",
            shown(&text)
        );
        agree(&text);
        agree(&text[..random.below(text.len())]);
        for _ in 0..MUTATIONS {
            let once = mutated(&mut random, &text);
            agree(&once);
            if !once.is_empty() {
                agree(&mutated(&mut random, &once));
            }
        }
    }
}

fn agree(text: &[u8]) {
    let ours = json::decode::<Value>(text);
    let theirs = serde_json::from_slice::<serde_json::Value>(text);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert!(
                same(ours, theirs),
                "{}: {ours:?} is not {theirs}",
                shown(text)
            );
            let again: Value = json::decode(&json::encode(ours)).unwrap();
            assert!(
                same(&again, theirs),
                "{}: {again:?} is not {theirs}",
                shown(text)
            );
        }
        (Err(_), Err(_)) => (),
        _ => panic!("{}: {ours:?} but {theirs:?}", shown(text)),
    }
    if std::str::from_utf8(text).is_ok() {
        let ours = json::decode::<Json>(text).map(drop);
        let theirs = serde_json::from_slice::<IgnoredAny>(text).map(drop);
        assert_eq!(
            ours.is_ok(),
            theirs.is_ok(),
            "{}: {ours:?} but {theirs:?}",
            shown(text)
        );
    }
}

fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(a), Theirs::Bool(b)) => a == b,
        (Value::String(a), Theirs::String(b)) => a == b,
        (Value::Array(a), Theirs::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Theirs::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        (number, Theirs::Number(b)) => same_number(number, b),
        _ => false,
    }
}

/// Integers to the digit, floats to their neighbour.
fn same_number(ours: &Value, theirs: &serde_json::Number) -> bool {
    match ours {
        Value::Signed(a) if !theirs.is_f64() => theirs.as_i64() == Some(*a),
        Value::Unsigned(a) if !theirs.is_f64() => theirs.as_u64() == Some(*a),
        Value::Signed(_) | Value::Unsigned(_) | Value::Float(_) => {
            let a: f64 = json::decode(&json::encode(ours)).unwrap();
            theirs
                .as_f64()
                .is_some_and(|b| (a - b).abs() <= a.abs() * 3e-16)
        }
        _ => false,
    }
}

fn out_of_range(text: &[u8]) -> bool {
    json::decode::<Value>(text).is_err_and(|e| e.kind() == DecodeErrorKind::OutOfRange)
}

fn shown(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}
