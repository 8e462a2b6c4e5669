//! The tree of a text: the one that JSON text for the same data gives.

use bindery_spec::{Document, Finding, Kind, Value, check};

/// Plain, quoted and tagged scalars beside the JSON they are.
#[rustfmt::skip]
const SCALARS: &[(&str, &str)] = &[
    ("", "null"), ("~", "null"), ("null", "null"), ("Null", "null"), ("NULL", "null"), ("nULL", "\"nULL\""),
    ("true", "true"), ("True", "true"), ("TRUE", "true"), ("false", "false"), ("tRue", "\"tRue\""),
    ("yes", "\"yes\""), ("no", "\"no\""), ("on", "\"on\""), ("off", "\"off\""), ("y", "\"y\""), ("N", "\"N\""),
    ("0", "0"), ("-0", "-0"), ("12", "12"), ("-12", "-12"), ("+12", "12"), ("0x1F", "31"), ("0o17", "15"),
    ("0x", "\"0x\""), ("0o8", "\"0o8\""), ("-0x1", "\"-0x1\""), ("0b1", "\"0b1\""), ("1_000", "\"1_000\""),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("0xffffffffffffffff", "18446744073709551615"),
    ("1.5", "1.5"), ("1.50", "1.50"), (".5", "0.5"), ("-.5", "-0.5"), ("5.", "5"), ("1e3", "1e3"), ("1.E+3", "1E+3"),
    (".", "\".\""), ("+", "\"+\""), ("1e", "\"1e\""), ("e3", "\"e3\""), ("1.2.3", "\"1.2.3\""),
    ("1,2", "\"1,2\""), ("12:30:45", "\"12:30:45\""), (".info", "\".info\""), ("+.nan", "\"+.nan\""),
    ("2021-05-12", "\"2021-05-12\""), ("2021-05-12T09:10:11Z", "\"2021-05-12T09:10:11Z\""),
    ("'true'", "\"true\""), ("\"12\"", "\"12\""), ("'it''s'", "\"it's\""), ("''", "\"\""),
    ("\"\\x41\\u00e9\\U0001F600\\n\\0\\e\\/\"", "\"A\\u00e9\\ud83d\\ude00\\n\\u0000\\u001b/\""),
    ("two  words # a remark", "\"two  words\""), ("a#b", "\"a#b\""), ("http://x/y", "\"http://x/y\""),
    ("!!str 12", "\"12\""), ("!!str", "\"\""), ("! 12", "\"12\""), ("!!int \"12\"", "12"), ("!!float 3", "3"),
    ("!!bool 'true'", "true"), ("!!null ''", "null"), ("!!seq [1]", "[1]"), ("! [1]", "[1]"), ("!", "\"\""), ("{ !!int 1: 2 }", "{\"1\":2}"),
    ("!!map {}", "{}"),
    ("|\n  one\n   two\n\n", "\"one\\n two\\n\""), ("|-\n  one\n", "\"one\""), ("|+\n  one\n", "\"one\\n\\n\""),
    (">\n  one\n  two\n\n  three\n", "\"one two\\nthree\\n\""), ("one\n  two", "\"one two\""),
    ("'one\n\n  two'", "\"one\\ntwo\""), ("\"one \\\n  two\"", "\"one two\""),
    ("[a, [1, ~], 'b',]", "[\"a\",[1,null],\"b\"]"), ("{a: 1, b, \"c\":2}", "{\"a\":1,\"b\":null,\"c\":2}"),
    ("[a: 1]", "[{\"a\":1}]"), ("\n- 1\n- - 2\n  - k: v\n    l:\n- ", "[1,[2,{\"k\":\"v\",\"l\":null}],null]"),
    ("\n  200: a\n  true: b\n  ~: c\n  0x1: d\n  '': e", r#"{"200":"a","true":"b","~":"c","0x1":"d","":"e"}"#),
    ("\n  ? a b\n  : c\n  ? d\n", r#"{"a b":"c","d":null}"#),
];

/// Anchors, aliases and merge keys beside the JSON they are.
#[rustfmt::skip]
const COPIES: &[(&str, &str)] = &[
    ("[&a 1, *a, &a two, *a]", r#"[1,1,"two","two"]"#),
    ("{ k: &k { l: &l [1] }, m: [*l, *k] }", r#"{"k":{"l":[1]},"m":[[1],{"l":[1]}]}"#),
    ("[&a 1, &a 2, *a]", "[1,2,2]"),
    ("{ &k key: 1, other: *k }", r#"{"key":1,"other":"key"}"#),
    ("{ k: &k key, *k : 1 }", r#"{"k":"key","key":1}"#),
    ("[&m { a: 1, b: 2 }, { b: 3, <<: *m, c: 4 }]", r#"[{"a":1,"b":2},{"b":3,"a":1,"c":4}]"#),
    ("[&m { a: 1, b: 2 }, &n { b: 5, d: 6 }, { <<: [*n, *m], d: 7 }]",
        r#"[{"a":1,"b":2},{"b":5,"d":6},{"b":5,"a":1,"d":7}]"#),
    ("[&m { a: 1 }, &n { <<: *m, b: 2 }, { <<: *n }]", r#"[{"a":1},{"a":1,"b":2},{"a":1,"b":2}]"#),
    ("[&m { a: 1 }, { b: 2, <<: *m, c: 3, <<: { d: 4 }, e: 5 }]", r#"[{"a":1},{"b":2,"a":1,"c":3,"d":4,"e":5}]"#),
    ("{ '<<': 1, <<: { a: 2 } }", r#"{"<<":1,"a":2}"#),
    ("{ <<: {}, <<: { a: 2 } }", r#"{"a":2}"#),
];

#[test]
fn scalars_are_those_of_the_core_schema() {
    for (yaml, json) in SCALARS {
        assert_same(&format!("openapi: 3.1.0\nx: {yaml}\n"), json);
    }
}

#[test]
fn aliases_and_merge_keys_are_what_they_stand_for() {
    for (yaml, json) in COPIES {
        assert_same(&format!("openapi: 3.1.0\nx: {yaml}\n"), json);
    }
}

#[test]
fn line_ends_marks_and_remarks_change_nothing() {
    let json = r#"{"a":[1,"one two"],"b":"x\ny\n"}"#;
    let yaml = "openapi: 3.1.0\nx:\n  a:\n    - 1\n    - one\n      two\n  b: |\n    x\n    y\n";
    assert_same(yaml, json);
    assert_same(&yaml.replace('\n', "\r\n"), json);
    assert_same(&yaml.replace('\n', "\r"), json);
    assert_same(&format!("\u{feff}{yaml}"), json);
    assert_same(
        &format!("# one\n\n%YAML 1.2\n---\n{yaml}...\n# two\n"),
        json,
    );
    assert_same(&yaml.replace(":\n", ": # three\n"), json);
}

#[test]
fn json_is_yaml_too() {
    let json = include_str!("../good.json");
    let ours = Document::parse_yaml("x.yaml", json.to_owned()).unwrap();
    let theirs = Document::parse("x.json", json.to_owned()).unwrap();
    assert_eq!(ours.root, theirs.root);
}

#[test]
fn spans_cover_exactly_the_value() {
    let text = "\u{feff}# é\r\nopenapi: 3.1.0\r\nx:\r\n  - &a !!str é1   # one\r\n  - \"two\r\n    lines\"\r\n\
        \x20 - { k: [ 2 ] , l: *a }\r\n  - m: |\r\n      text\r\n\r\n    n:\r\n\r\n# end\r\n";
    let document = Document::parse_yaml("x.yaml", text.to_owned()).unwrap();
    let snippet = |value: &Value| document.source.snippet(value.span);
    let items = document.root.get("x").unwrap().as_array().unwrap();
    let snippets: Vec<_> = items.iter().map(snippet).collect();
    assert_eq!(
        snippets,
        [
            "é1",
            "\"two\r\n    lines\"",
            "{ k: [ 2 ] , l: *a }",
            "m: |\r\n      text\r\n\r\n    n"
        ]
    );
    assert_eq!(snippet(items[3].get("m").unwrap()), "text");
    let member = &items[3].as_object().unwrap()[1];
    assert_eq!(document.source.snippet(member.key_span), "n");
    assert_eq!(snippet(items[2].get("l").unwrap()), "é1");
    assert!(document.root.span.end < items[3].span.end + 2);
}

#[test]
fn a_leading_zero_is_read_over_with_a_warning() {
    let text = "openapi: 3.1.0\ninfo: { title: T, version: '1', x-pin: -0042 }\npaths: {}\n";
    let document = Document::parse_yaml("x.yaml", text.to_owned()).unwrap();
    let pin = document.root.at("/info/x-pin").unwrap();
    assert_eq!(pin.kind, Kind::Number("-42".into()));
    let codes: Vec<_> = check(&document).iter().map(code).collect();
    assert_eq!(codes, ["leading-zero"]);
}

fn code(finding: &Finding) -> &'static str {
    finding.code
}

fn assert_same(yaml: &str, json: &str) {
    let json = format!(r#"{{ "openapi": "3.1.0", "x": {json} }}"#);
    let theirs = Document::parse("x.json", json).unwrap().root;
    match Document::parse_yaml("x.yaml", yaml.to_owned()) {
        Ok(ours) => assert!(ours.root.equals(&theirs), "{yaml}\n{:#?}", ours.root),
        Err(findings) => panic!("{findings}"),
    }
}
