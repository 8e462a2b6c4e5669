//! Strings: what is escaped, what is not, and that both come back.

use std::borrow::Cow;

use bindery::json::{self, DecodeErrorKind, Reader};

#[test]
fn only_what_must_be_escaped_is() {
    let cases = [
        ("", r#""""#),
        ("\"\\/", r#""\"\\/""#),
        ("\u{8}\u{c}\n\r\t", r#""\b\f\n\r\t""#),
        (
            "\0\u{1}\u{b}\u{1f} \u{7f}",
            "\"\\u0000\\u0001\\u000b\\u001f \u{7f}\"",
        ),
        ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
        ("你好 🎉 é", "\"你好 🎉 é\""),
        ("</script>", "\"</script>\""),
        ("\n\n", r#""\n\n""#),
    ];
    for (string, text) in cases {
        assert_eq!(json::encode(string), text.as_bytes(), "{string:?}");
        assert_eq!(json::decode::<String>(text.as_bytes()).unwrap(), string);
    }
}

#[test]
fn every_scalar_below_and_around_the_planes_comes_back() {
    let borders = [
        0x7ff,
        0x800,
        0xd7ff,
        0xe000,
        0xfffd,
        0xffff,
        0x10000,
        0x0010_ffff,
    ];
    for c in (0..0x500).chain(borders).filter_map(char::from_u32) {
        let string = format!("<{c}>");
        assert_eq!(
            json::decode::<String>(&json::encode(&string)).unwrap(),
            string
        );
    }
}

/// Words of eight bytes are scanned at once: a special byte must be seen at every place of one, whatever stands around.
#[test]
fn special_bytes_are_seen_at_every_place() {
    for len in 0..40 {
        for place in 0..len {
            for special in [
                '"', '\\', '\u{1f}', '\0', 'é', '\u{7f}', ' ', '!', '#', '[', ']',
            ] {
                let mut chars: Vec<char> = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
                    .chars()
                    .take(len)
                    .collect();
                chars[place] = special;
                let string: String = chars.iter().collect();
                let text = json::encode(&string);
                let theirs = serde_json::to_vec(&string).unwrap();
                assert_eq!(text, theirs, "{string:?}");
                assert_eq!(json::decode::<String>(&text).unwrap(), string);
            }
        }
    }
}

#[test]
fn strings_without_escapes_are_borrowed() {
    let text = r#"["plain 你好", "esc\u0061ped"]"#;
    let mut kinds = Vec::new();
    let mut reader = Reader::new(text.as_bytes()).unwrap();
    reader
        .array(&mut |r| {
            kinds.push(matches!(r.string()?, Cow::Borrowed(_)));
            Ok(())
        })
        .unwrap();
    assert_eq!(kinds, [true, false]);
}

#[test]
fn surrogate_pairs_join() {
    assert_eq!(
        json::decode::<String>(br#""\uD83C\uDF89\ud800\udc00\uDBFF\uDFFF""#).unwrap(),
        "🎉\u{10000}\u{10ffff}"
    );
}

#[test]
fn lone_surrogates_are_refused_where_they_stand() {
    for (text, offset) in [
        (r#""ab\uD83C""#, 3),
        (r#""ab\uDF89""#, 3),
        (r#""\n\uD83C\n""#, 3),
        (r#""\uD83C\uDF89\uD83C\u0061""#, 13),
        (r#""\uD83C\uD83C\uDF89""#, 1),
    ] {
        let error = json::decode::<String>(text.as_bytes()).unwrap_err();
        assert_eq!(
            (error.kind(), error.offset()),
            (DecodeErrorKind::Encoding, Some(offset)),
            "{text}"
        );
    }
}

#[test]
fn invalid_utf8_is_refused_where_it_stands_even_in_what_is_skipped() {
    let error = json::decode::<json::Json>(b"{\"a\":\"b\xff\"}").unwrap_err();
    assert_eq!(
        (error.kind(), error.offset()),
        (DecodeErrorKind::Encoding, Some(7))
    );
}

#[test]
fn member_names_are_escaped_too() {
    let mut w = json::Writer::new();
    w.begin_object();
    w.name("a\"b\n");
    w.null();
    w.end_object();
    assert_eq!(w.as_bytes(), br#"{"a\"b\n":null}"#);
}
