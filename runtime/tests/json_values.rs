//! Reading what a reply may hold: absent, null, repeated and unknown members, tags, and values kept as they came.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bindery::json::{self, DecodeErrorKind, Encode, Json, Kind, Reader, Writer};

fn reader(text: &str) -> Reader<'_> {
    Reader::new(text.as_bytes()).unwrap()
}

#[test]
fn of_repeated_members_the_last_wins() {
    let (mut a, mut b) = (None::<u8>, None::<u8>);
    reader(r#"{"a":1,"b":2,"a":3,"b":null}"#)
        .object(&mut |r, name| match name {
            "a" => r.field(&mut a),
            _ => r.optional(&mut b),
        })
        .unwrap();
    assert_eq!((a, b), (Some(3), None));
    let map: BTreeMap<String, u8> = json::decode(br#"{"a":1,"a":2}"#).unwrap();
    assert_eq!(map["a"], 2);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let marked = "\u{feff}{\"a\": 1}";
    let value: BTreeMap<String, u8> = json::decode(marked.as_bytes()).unwrap();
    assert_eq!(value["a"], 1);
    let twice = "\u{feff}\u{feff}{}";
    let error = json::decode::<BTreeMap<String, u8>>(twice.as_bytes()).unwrap_err();
    assert_eq!(error.offset(), Some(3));
}

#[test]
fn names_come_unescaped_and_in_order() {
    let mut names = Vec::new();
    reader(r#" { "b" : 1 , "\u0061" : [] , "" : {} } "#)
        .object(&mut |r, name| {
            names.push(name.to_owned());
            r.skip()
        })
        .unwrap();
    assert_eq!(names, ["b", "a", ""]);
}

#[test]
fn what_the_callback_leaves_is_skipped() {
    let mut reader = reader(r#"[{"a": [1, {"b": "\uD800"}], "c" : 2}, [3], 4]"#);
    let mut names = Vec::new();
    reader
        .array(&mut |r| match r.peek()? {
            Kind::Object => r.object(&mut |_, name| {
                names.push(name.to_owned());
                Ok(())
            }),
            _ => Ok(()),
        })
        .unwrap();
    reader.end().unwrap();
    assert_eq!(names, ["a", "c"]);
}

#[test]
fn peek_tells_the_kind_and_consumes_nothing() {
    let mut reader = reader(" [null, true, -1, \"\", [], {}]");
    assert_eq!(reader.peek().unwrap(), Kind::Array);
    let mut kinds = Vec::new();
    reader
        .array(&mut |r| {
            kinds.push(r.peek()?);
            r.skip()
        })
        .unwrap();
    assert_eq!(
        kinds,
        [
            Kind::Null,
            Kind::Bool,
            Kind::Number,
            Kind::String,
            Kind::Array,
            Kind::Object
        ]
    );
    assert_eq!(reader.peek().unwrap_err().kind(), DecodeErrorKind::Syntax);
}

#[test]
fn a_tag_is_found_wherever_it_stands() {
    for text in [
        r#" {"MsgType":"T","MsgContent":{"MsgType":"inner"}}"#,
        r#" {"MsgContent":{"MsgType":"inner"}, "x": "\uD800" , "MsgType" : "T"}"#,
        r#" {"MsgContent":["MsgType"],"\u004dsgType":"T","MsgType":"later"}"#,
    ] {
        let mut reader = reader(text);
        let mut tag = reader.peek_member("MsgType").unwrap().unwrap();
        assert_eq!(tag.string().unwrap(), "T", "{text}");
        assert_eq!(reader.raw().unwrap().as_str(), text.trim_start());
    }
}

#[test]
fn a_tag_may_be_absent_but_not_in_broken_text() {
    assert!(reader("{}").peek_member("a").unwrap().is_none());
    assert!(
        reader(r#"{"b":{"a":1}}"#)
            .peek_member("a")
            .unwrap()
            .is_none()
    );
    let error = reader("[1]").peek_member("a").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected an object, found an array (byte 0)"
    );
    let error = reader(r#"{"b":1"#).peek_member("a").unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Syntax);
}

#[test]
fn a_peeked_member_counts_the_depth_it_stands_at() {
    let text = format!("{{\"a\":{}{}}}", "[".repeat(128), "]".repeat(128));
    let mut member = reader(&text).peek_member("a").unwrap().unwrap();
    assert_eq!(member.skip().unwrap_err().kind(), DecodeErrorKind::TooDeep);
}

#[test]
fn kept_values_stay_as_they_came() {
    let text = r#"{"b" : 1.50, "a":"\u0041\uD800", "b":1e2}"#;
    let kept: Json = json::decode(format!(" \n{text}\t").as_bytes()).unwrap();
    assert_eq!(kept.as_str(), text);
    assert_eq!(format!("{kept} {kept:?}"), format!("{text} {text}"));
    assert_eq!(
        json::encode(&[&kept, &kept]),
        format!("[{text},{text}]").as_bytes()
    );
    assert_eq!(Json::parse(text).unwrap(), kept);
    assert_ne!(Json::parse("1.0").unwrap(), Json::parse("1").unwrap());
}

#[test]
fn kept_values_can_be_read_later() {
    let kept = Json::parse(r#"{"a":[1,2]}"#).unwrap();
    let map: BTreeMap<String, Vec<u8>> = kept.decode().unwrap();
    assert_eq!(map["a"], [1, 2]);
    assert_eq!(kept.reader().peek().unwrap(), Kind::Object);
    assert_eq!(
        kept.decode::<u8>().unwrap_err().kind(),
        DecodeErrorKind::WrongType
    );
    assert_eq!(Json::of(&map), kept);
    assert_eq!(Json::of("a\n").as_str(), r#""a\n""#);
    for text in ["", " ", "1 2", "{", "tru"] {
        assert!(Json::parse(text).is_err(), "{text}");
    }
}

#[test]
fn null_is_none_and_none_is_null() {
    assert_eq!(json::decode::<Option<u8>>(b" null ").unwrap(), None);
    assert_eq!(json::decode::<Option<u8>>(b" 7 ").unwrap(), Some(7));
    assert_eq!(
        json::decode::<Vec<Option<Box<u8>>>>(b"[1,null]").unwrap(),
        [Some(Box::new(1)), None]
    );
    assert!(json::decode::<Option<u8>>(b"nul").is_err());
    assert!(json::decode::<u8>(b"null").is_err());
    assert_eq!(json::encode(&[Some(1u8), None]), b"[1,null]");
}

struct Inner;

impl Encode for Inner {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("a", &true);
        w.optional("b", &Some(Cow::Borrowed("c")));
        w.optional("d", &None::<u8>);
    }
}

struct Outer(Box<Inner>);

impl Encode for Outer {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("type", "outer");
        Encode::encode_fields(&&self.0, w);
        w.field("list", &[[1i8, -1], [2, -2]]);
        w.field("none", &Vec::<u8>::new());
        w.field(
            "map",
            &BTreeMap::from([
                ("x".to_owned(), Json::of(&0u8)),
                ("y".to_owned(), Json::of(&Inner)),
            ]),
        );
        w.field("last", &u64::MAX);
    }
}

struct Empty;

impl Encode for Empty {}

#[test]
fn commas_and_brackets_stand_where_they_belong() {
    let outer = Outer(Box::new(Inner));
    let expected = r#"{"type":"outer","a":true,"b":"c","list":[[1,-1],[2,-2]],"none":[],"map":{"x":0,"y":{"a":true,"b":"c"}},"last":18446744073709551615}"#;
    assert_eq!(json::encode(&outer), expected.as_bytes());
    let dynamic: &dyn Encode = &outer;
    assert_eq!(json::encode(dynamic), expected.as_bytes());
    assert_eq!(json::encode(&[Empty, Empty]), b"[{},{}]");
}

#[test]
fn a_writer_shows_its_length_only() {
    let mut w = Writer::with_capacity(16);
    assert!(w.is_empty());
    w.string("hunter2");
    assert_eq!(w.len(), 9);
    assert!(!format!("{w:?}").contains("hunter2"));
    assert_eq!(w.into_bytes(), b"\"hunter2\"");
}
