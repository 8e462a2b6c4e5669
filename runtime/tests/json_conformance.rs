//! What is JSON and what is not, over a corpus of texts.

#[path = "json/cases.rs"]
mod cases;
#[path = "json/value.rs"]
mod value;

use std::hint::black_box;
use std::thread;

use bindery::json::{self, Decode, DecodeError, DecodeErrorKind, Json, Reader};
use cases::cases;
use value::Value;

#[test]
fn json_is_read_passed_over_and_written_back() {
    for case in cases(include_str!("json/accept.txt")) {
        let shown = String::from_utf8_lossy(&case);
        let value: Value = json::decode(&case).unwrap_or_else(|e| panic!("{shown}: {e}"));
        json::decode::<Json>(&case).unwrap_or_else(|e| panic!("{shown}: {e}"));
        let again: Value = json::decode(&json::encode(&value)).unwrap();
        assert_eq!(again, value, "{shown}");
    }
}

#[test]
fn what_is_not_json_is_refused_inside_its_text() {
    for case in cases(include_str!("json/reject.txt")) {
        let shown = String::from_utf8_lossy(&case);
        let read = json::decode::<Value>(&case).expect_err(&shown);
        let passed = json::decode::<Json>(&case).expect_err(&shown);
        for error in [read, passed] {
            let kind = error.kind();
            let text = std::str::from_utf8(&case).is_ok();
            let expected = if text {
                DecodeErrorKind::Syntax
            } else {
                DecodeErrorKind::Encoding
            };
            assert_eq!(kind, expected, "{shown}: {error}");
            assert!(
                error.offset().is_some_and(|at| at <= case.len()),
                "{shown}: {error}"
            );
        }
    }
}

#[test]
fn what_rust_cannot_hold_is_passed_over_but_not_read() {
    for case in cases(include_str!("json/unrepresentable.txt")) {
        let shown = String::from_utf8_lossy(&case);
        let kept: Json = json::decode(&case).unwrap_or_else(|e| panic!("{shown}: {e}"));
        assert_eq!(kept.as_str().as_bytes(), case);
        let kind = json::decode::<Value>(&case).expect_err(&shown).kind();
        assert!(
            matches!(
                kind,
                DecodeErrorKind::Encoding | DecodeErrorKind::OutOfRange
            ),
            "{shown}: {kind:?}"
        );
    }
}

#[test]
fn the_empty_text_is_no_json() {
    let error = json::decode::<Json>(b"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a value, found the end of the text (byte 0)"
    );
}

#[test]
fn every_cut_of_a_text_is_refused() {
    let text = "{\"a\": [1.5e-3, \"\\u00e9\\\"é🎉\", {\"b\": [true, null]}, {}]}";
    for cut in 0..text.len() {
        let cut = &text.as_bytes()[..cut];
        assert!(
            json::decode::<Value>(cut).is_err(),
            "{}",
            String::from_utf8_lossy(cut)
        );
        assert!(
            json::decode::<Json>(cut).is_err(),
            "{}",
            String::from_utf8_lossy(cut)
        );
    }
}

fn nested(open: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + "1" + &close.repeat(depth)
}

#[test]
fn nesting_of_128_is_taken_and_of_129_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        let levels = open.matches(['[', '{']).count();
        let deepest = nested(open, close, 128 / levels);
        json::decode::<Value>(deepest.as_bytes()).unwrap();
        Json::parse(&deepest).unwrap();

        let deeper = format!("[{deepest}]");
        let read = json::decode::<Value>(deeper.as_bytes()).unwrap_err();
        let passed = Json::parse(&deeper).unwrap_err();
        assert_eq!(read.kind(), DecodeErrorKind::TooDeep);
        assert_eq!(passed.kind(), DecodeErrorKind::TooDeep);
        assert_eq!(read.offset(), passed.offset());
    }
}

#[test]
fn depth_is_counted_along_one_branch_only() {
    let wide = format!("[{}]", vec!["[[{}]]"; 1000].join(","));
    json::decode::<Value>(wide.as_bytes()).unwrap();
    Json::parse(&wide).unwrap();
}

#[test]
fn a_million_open_brackets_do_not_exhaust_the_stack() {
    let hostile = "[".repeat(1_000_000);
    assert_eq!(
        Json::parse(&hostile).unwrap_err().kind(),
        DecodeErrorKind::TooDeep
    );
    let read = json::decode::<Value>(hostile.as_bytes());
    assert_eq!(read.unwrap_err().kind(), DecodeErrorKind::TooDeep);
}

/// A value as large as one of a type with hundreds of members.
#[expect(dead_code, reason = "only its size counts")]
struct Large {
    members: [u64; 800],
    inner: Option<Box<Large>>,
}

impl Decode for Large {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let members = black_box([0; 800]);
        let mut inner = None;
        r.object(&mut |r, _| r.optional(&mut inner))?;
        Ok(Large {
            members: black_box(members),
            inner,
        })
    }
}

#[test]
fn large_values_end_before_the_stack_does() {
    let levels =
        |count: usize| format!("{}{{}}{}", r#"{"inner":"#.repeat(count), "}".repeat(count));
    let read = |count| {
        let text = levels(count);
        let small = thread::Builder::new().stack_size(2 * 1024 * 1024);
        let reading = small.spawn(move || json::decode::<Large>(text.as_bytes()).map(|_| ()));
        reading.unwrap().join().unwrap()
    };
    assert!(read(3).is_ok());
    assert_eq!(read(120).unwrap_err().kind(), DecodeErrorKind::TooDeep);
}
