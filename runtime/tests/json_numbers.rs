//! Numbers: the borders of every integer type, every digit, and floats that read back as written.

use std::fmt::Debug;

use bindery::json::{self, Decode, DecodeErrorKind, Encode};

/// Reads the borders of `T` in several spellings and refuses their neighbours.
fn borders<T>(min: i128, max: i128)
where
    T: Decode + Encode + TryFrom<i128> + PartialEq + Debug,
{
    for border in [min, max] {
        let value = T::try_from(border).ok();
        for suffix in ["", ".0", ".00e0", "E+0"] {
            let text = format!("{border}{suffix}");
            assert_eq!(json::decode::<T>(text.as_bytes()).ok(), value, "{text}");
        }
        assert_eq!(
            value.map(|value| json::encode(&value)),
            Some(border.to_string().into_bytes())
        );
    }
    for beyond in [min - 1, max + 1, max * 1000] {
        let error = json::decode::<T>(beyond.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::OutOfRange);
        let range = format!("expected an integer from {min} to {max}, ");
        assert!(error.message().starts_with(&range), "{error}");
    }
}

#[test]
fn integer_types_end_at_their_borders() {
    borders::<i8>(i8::MIN.into(), i8::MAX.into());
    borders::<i16>(i16::MIN.into(), i16::MAX.into());
    borders::<i32>(i32::MIN.into(), i32::MAX.into());
    borders::<i64>(i64::MIN.into(), i64::MAX.into());
    borders::<u8>(u8::MIN.into(), u8::MAX.into());
    borders::<u16>(u16::MIN.into(), u16::MAX.into());
    borders::<u32>(u32::MIN.into(), u32::MAX.into());
    borders::<u64>(u64::MIN.into(), u64::MAX.into());
}

#[test]
fn integral_numbers_are_integers_however_spelt() {
    let zeros = "0".repeat(400);
    let cases = [
        ("0", 0),
        ("-0", 0),
        ("-0.0e5", 0),
        ("0e999999999999999999999", 0),
        ("0.0e-999999999999999999999", 0),
        ("1.0", 1),
        ("1e3", 1000),
        ("1E+3", 1000),
        ("10e-1", 1),
        ("1.5e1", 15),
        ("12.3400e2", 1234),
        ("-2.5E1", -25),
        ("100", 100),
        ("100e-2", 1),
        ("999999999999999999", 999_999_999_999_999_999),
        ("1000000000000000000", 1_000_000_000_000_000_000),
        ("9007199254740993", 9_007_199_254_740_993),
        ("9007199254740993.0", 9_007_199_254_740_993),
        ("0.9007199254740993e16", 9_007_199_254_740_993),
        (&format!("1.{zeros}"), 1),
        (&format!("1{zeros}e-400"), 1),
        (&format!("0.{zeros}7e401"), 7),
    ];
    for (text, value) in cases {
        assert_eq!(
            json::decode::<i64>(text.as_bytes()).unwrap(),
            value,
            "{text}"
        );
    }
    assert_eq!(json::decode::<u64>(b"-0").unwrap(), 0);
    assert_eq!(
        json::decode::<u64>(b"18446744073709551615.0").unwrap(),
        u64::MAX
    );
}

#[test]
fn fractions_are_no_integers() {
    let texts = [
        "0.5",
        "1.25",
        "1e-1",
        "15e-1",
        "-0.1",
        "1e-999999999999999999999",
        "1.00000000000000000000000001",
    ];
    for text in texts {
        let error = json::decode::<u64>(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::WrongType, "{text}");
        assert!(error.message().ends_with("found a fraction"), "{error}");
    }
}

#[test]
fn integers_of_any_length_are_out_of_range_not_rounded() {
    let long = "9".repeat(5000);
    let texts = [
        "18446744073709551616",
        "1844674407370955161500",
        "1e20",
        "1e4294967296",
        "1e999999999999999999999",
        "-1e999999999999999999999",
        "340282366920938463463374607431768211456",
        &long,
    ];
    for text in texts {
        let error = json::decode::<u64>(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::OutOfRange, "{text}");
        let error = json::decode::<i8>(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::OutOfRange, "{text}");
    }
}

#[test]
fn floats_read_back_bit_by_bit() {
    let cases = [
        0.0,
        -0.0,
        0.1,
        1.0,
        -1.5,
        1e15,
        1e16,
        123_456_789.123_456_79,
        29.340_656_774_469_956,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        5e-324,
        f64::EPSILON,
    ];
    for value in cases {
        let text = json::encode(&value);
        let again: f64 = json::decode(&text).unwrap();
        assert_eq!(again.to_bits(), value.to_bits(), "{value:?}");
        let theirs: f64 = serde_json::from_slice(&text).unwrap();
        assert!((theirs - value).abs() <= value.abs() * 1e-15, "{value:?}");
    }
    let small: f32 = json::decode(&json::encode(&0.1f32)).unwrap();
    assert_eq!(small.to_bits(), 0.1f32.to_bits());
    assert_eq!(
        json::encode(&[1.0, -0.25, 1e+300, 1e-9]),
        b"[1.0,-0.25,1e+300,1e-9]"
    );
}

#[test]
fn floats_take_integers_and_round_to_nearest() {
    assert_eq!(
        json::decode::<f64>(b"9007199254740993").unwrap().to_bits(),
        9_007_199_254_740_992f64.to_bits()
    );
    assert_eq!(
        json::decode::<f64>(b"1e-400").unwrap().to_bits(),
        0f64.to_bits()
    );
    let half_way = b"1.00000000000000011102230246251565404236316680908203125";
    assert_eq!(
        json::decode::<f64>(half_way).unwrap().to_bits(),
        1f64.to_bits()
    );
}

#[test]
fn floats_beyond_their_type_are_out_of_range() {
    assert_eq!(
        json::decode::<f64>(b"1e309").unwrap_err().kind(),
        DecodeErrorKind::OutOfRange
    );
    assert_eq!(
        json::decode::<f32>(b"-1e39").unwrap_err().kind(),
        DecodeErrorKind::OutOfRange
    );
    assert!(json::decode::<f64>(b"1e39").is_ok());
}

#[test]
fn what_json_has_no_number_for_is_null() {
    let values = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    assert_eq!(json::encode(&values), b"[null,null,null]");
    assert_eq!(json::encode(&[f32::NAN]), b"[null]");
}

#[test]
fn numbers_in_quotes_are_strings() {
    let error = json::decode::<u32>(b"\"7\"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected an integer from 0 to 4294967295, found a string (byte 0)"
    );
    assert_eq!(
        json::decode::<f64>(b"\"7\"").unwrap_err().kind(),
        DecodeErrorKind::WrongType
    );
}

#[test]
fn what_is_no_number_is_none_of_any_type() {
    for text in [
        "01", "00", "-01", "-", "+1", "1.", "1.e1", ".1", "1e", "1e+", "0x1", "1_0", "--1",
    ] {
        let text = text.as_bytes();
        let errors = [
            json::decode::<u8>(text).map(drop),
            json::decode::<i64>(text).map(drop),
            json::decode::<u64>(text).map(drop),
            json::decode::<f32>(text).map(drop),
            json::decode::<f64>(text).map(drop),
        ];
        for error in errors {
            let kind = error.map_err(|e| e.kind());
            assert_eq!(
                kind,
                Err(DecodeErrorKind::Syntax),
                "{}",
                String::from_utf8_lossy(text)
            );
        }
    }
}
