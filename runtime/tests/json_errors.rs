//! Errors say where and what, and never repeat a value.

use std::collections::BTreeMap;

use bindery::json::{self, Decode, DecodeError, DecodeErrorKind, Json, Reader};

#[derive(Debug)]
struct Import {
    _messages: Vec<Message>,
}

#[derive(Debug)]
struct Message {
    _random: u32,
}

impl Decode for Import {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut messages = None;
        r.object(&mut |r, name| match name {
            "MsgList" => r.field(&mut messages),
            _ => r.skip(),
        })?;
        Ok(Self {
            _messages: json::required(messages, "MsgList")?,
        })
    }
}

impl Decode for Message {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut random = None;
        r.object(&mut |r, name| match name {
            "Random" => r.field(&mut random),
            _ => r.skip(),
        })?;
        let random = json::required(random, "Random")?;
        if random == 13 {
            return Err(DecodeError::not_allowed(
                "expected a number that brings no bad luck",
            ));
        }
        Ok(Self { _random: random })
    }
}

fn import(text: &str) -> DecodeError {
    json::decode::<Import>(text.as_bytes()).unwrap_err()
}

#[test]
fn a_wrong_type_is_found_by_its_pointer_and_offset() {
    let error = import(r#"{"MsgList":[{"Random":1},{"Random":2},{"Random":3},{"Random": true}]}"#);
    assert_eq!(error.kind(), DecodeErrorKind::WrongType);
    assert_eq!(error.path(), "/MsgList/3/Random");
    assert_eq!(error.offset(), Some(62));
    assert_eq!(
        error.to_string(),
        "/MsgList/3/Random: expected an integer from 0 to 4294967295, found true or false (byte 62)"
    );
}

#[test]
fn a_missing_member_is_named_and_its_object_located() {
    let error = import(r#"{"MsgList":[{"Random":1}, {}]}"#);
    assert_eq!(error.kind(), DecodeErrorKind::Missing);
    assert_eq!(
        error.to_string(),
        "/MsgList/1/Random: required member is missing (byte 26)"
    );
    let error = import("{}");
    assert_eq!((error.path(), error.offset()), ("/MsgList", None));
}

#[test]
fn a_broken_rule_is_located_at_the_value_it_was_found_in() {
    let error = import(r#"{"MsgList":[{"Random":13}]}"#);
    assert_eq!(error.kind(), DecodeErrorKind::NotAllowed);
    assert_eq!(
        error.to_string(),
        "/MsgList/0: expected a number that brings no bad luck (byte 12)"
    );
}

#[test]
fn broken_syntax_is_located_too() {
    let error = import(r#"{"Other":1,"MsgList":[{"Random":1,}]}"#);
    assert_eq!(error.kind(), DecodeErrorKind::Syntax);
    assert_eq!((error.path(), error.offset()), ("/MsgList/0", Some(34)));
    let error = import(r#"{"Other":[1,{"a":tru}]}"#);
    assert_eq!((error.path(), error.offset()), ("/Other", Some(17)));
    let error = import("<html>502 Bad Gateway</html>");
    assert_eq!(
        (error.kind(), error.path(), error.offset()),
        (DecodeErrorKind::Syntax, "", Some(0))
    );
}

#[test]
fn what_follows_the_value_is_refused() {
    let error = import(r#"{"MsgList":[]} {}"#);
    assert_eq!(
        error.to_string(),
        "expected the end of the text, found more (byte 15)"
    );
}

#[test]
fn names_are_escaped_in_pointers() {
    let error = json::decode::<BTreeMap<String, u8>>(br#"{"a/b~c": "d"}"#).unwrap_err();
    assert_eq!(error.path(), "/a~1b~0c");
    let error = DecodeError::not_allowed("no").in_index(7).at("~/").at("");
    assert_eq!(error.path(), "//~0~1/7");
}

#[test]
fn every_kind_is_named_when_another_is_expected() {
    let values = [
        ("null", "null"),
        ("true", "true or false"),
        ("1", "a number"),
        ("\"s\"", "a string"),
        ("[]", "an array"),
        ("{}", "an object"),
    ];
    for (text, found) in values {
        let text = text.as_bytes();
        let errors = [
            ("true or false", json::decode::<bool>(text).err()),
            ("a number", json::decode::<f64>(text).err()),
            ("a string", json::decode::<String>(text).err()),
            ("an array", json::decode::<Vec<Json>>(text).err()),
            (
                "an object",
                json::decode::<BTreeMap<String, Json>>(text).err(),
            ),
            ("null", Reader::new(text).unwrap().null().err()),
        ];
        for (expected, error) in errors {
            match error {
                None => assert_eq!(found, expected),
                Some(error) => {
                    assert_eq!(error.kind(), DecodeErrorKind::WrongType);
                    assert_eq!(
                        error.message(),
                        format!("expected {expected}, found {found}")
                    );
                }
            }
        }
    }
}

#[test]
fn values_never_show() {
    let texts = [
        r#"{"MsgList": "hunter2"}"#,
        r#"{"MsgList": [{"Random": "hunter2"}]}"#,
        r#"{"MsgList": [{"Random": 1, "Key": "hunter2\x"}]}"#,
        r#"{"MsgList": [{"Random": 1, "Key": "hunter2\uD800"} "hunter2"]}"#,
        r#"{"MsgList": [] hunter2}"#,
        r#"{"MsgList": hunter2}"#,
        r#"{"MsgList": []} hunter2"#,
        "hunter2",
    ];
    for text in texts {
        let error = import(text);
        assert!(
            !format!("{error} {error:?}").contains("hunter2"),
            "{error:?}"
        );
    }
    for number in ["4815162342", "48151.62342", "-4815162342", "4815162342e99"] {
        let error = json::decode::<u8>(number.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("4815"), "{error:?}");
    }
    let reader = Reader::new(b"\"hunter2\"").unwrap();
    assert!(!format!("{reader:?}").contains("hunter2"));
}

#[test]
fn an_error_is_one_word_and_crosses_threads() {
    fn crosses<T: Send + Sync + std::error::Error + 'static>() {}
    crosses::<DecodeError>();
    assert_eq!(size_of::<DecodeError>(), size_of::<usize>());
}
