//! Members read into slots, as generated code has them.

use std::collections::BTreeMap;

use bindery::json::{self, Constant, Decode, DecodeError, DecodeErrorKind, PassedOver, Reader};

type Rest = Option<BTreeMap<String, bool>>;

fn read(text: &str) -> Result<(i64, String, Option<bool>, Rest), DecodeError> {
    let (mut a, mut b, mut c, mut rest) = (None, None, None, Rest::None);
    Reader::new(text.as_bytes())?.members_and_rest(
        &mut [("a", &mut a), ("b", &mut b)],
        &mut [
            ("c", &mut c),
            ("kind", &mut Constant("k")),
            ("old", &mut PassedOver),
        ],
        &mut rest,
    )?;
    let (Some(a), Some(b)) = (a, b) else {
        return Err(DecodeError::incomplete());
    };
    Ok((a, b, c, rest))
}

#[test]
fn members_come_in_any_order_and_the_last_wins() {
    let all = Ok((1, "x".to_owned(), Some(true), None));
    for text in [
        r#"{"a":1,"b":"x","c":true}"#,
        r#"{"c":true,"b":"x","a":1,"kind":"k","old":[{}]}"#,
        r#"{"b":"y","c":false,"a":2,"a":1,"c":true,"b":"x","kind":"other"}"#,
    ] {
        assert_eq!(read(text).map_err(|e| e.to_string()), all, "{text}");
    }
}

#[test]
fn null_is_for_optional_members_only() {
    assert_eq!(
        read(r#"{"a":1,"b":"x","c":true,"c":null}"#).unwrap().2,
        None
    );
    let error = read(r#"{"a":1,"b":null}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.path()),
        (DecodeErrorKind::WrongType, "/b")
    );
}

#[test]
fn the_first_absent_member_is_named() {
    for (text, path) in [
        ("{}", "/a"),
        (r#"{"c":true,"a":1}"#, "/b"),
        (r#"{"b":"x"}"#, "/a"),
    ] {
        let error = read(text).unwrap_err();
        assert_eq!(
            (error.kind(), error.path()),
            (DecodeErrorKind::Missing, path),
            "{text}"
        );
    }
}

#[test]
fn members_without_a_slot_are_kept() {
    let (_, _, _, rest) = read(r#"{"x":true,"a":1,"y":false,"b":"x","x":false}"#).unwrap();
    let rest = rest.unwrap();
    assert_eq!(
        rest.into_iter().collect::<Vec<_>>(),
        [("x".to_owned(), false), ("y".to_owned(), false)]
    );
    let error = read(r#"{"a":1,"b":"x","z":7}"#).unwrap_err();
    assert_eq!(error.path(), "/z");
}

#[test]
fn a_name_is_found_however_it_is_written() {
    #[derive(Debug, PartialEq)]
    struct Paths(u8, u8, Option<u8>);

    impl Decode for Paths {
        fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
            let (mut plain, mut odd, mut quoted) = (None, None, None);
            r.members(
                &mut [("ab", &mut plain), ("a\\b", &mut odd)],
                &mut [("a\":1,\"b", &mut quoted)],
            )?;
            plain
                .zip(odd)
                .map(|(plain, odd)| Paths(plain, odd, quoted))
                .ok_or_else(DecodeError::incomplete)
        }
    }

    let read = |text: &str| json::decode::<Paths>(text.as_bytes()).ok();
    assert_eq!(read(r#"{"ab":1,"a\\b":2}"#), Some(Paths(1, 2, None)));
    assert_eq!(
        read(r#"{"\u0061b":1,"a\u005cb":2}"#),
        Some(Paths(1, 2, None))
    );
    let quoted = r#"{"ab":1,"a\\b":2,"a\":1,\"b":3}"#;
    assert_eq!(read(quoted), Some(Paths(1, 2, Some(3))));
    assert_eq!(
        read(r#"{"ab":1,"a\\b":2,"a":1,"b":3}"#),
        Some(Paths(1, 2, None))
    );
    // A backspace is no backslash, nor a longer name the name.
    assert_eq!(read(r#"{"ab":1,"a\b":2}"#), None);
    assert_eq!(read(r#"{"abc":1,"a\\b":2}"#), None);
}
