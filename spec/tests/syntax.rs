//! What is JSON and what is not, beside `serde_json` as the second opinion.

use std::thread;

use bindery_spec::{Document, Kind, Value, check};

const GOOD: &str = include_str!("good.json");

/// Values, each as JSON has it.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "0", "-0", "-0.0e-0", "1E+2", "123456789.123456789e10", "true", "false", "null", "[]", "{}",
    "[[],[[]]]", "[1,\t2\r\n, 3 ]", r#""""#, r#""\u0000\u001f\"\\\/\b\f\n\r\t""#,
    r#""\uD834\uDd1e""#, r#""\uFFFF\ufeff\u2028""#, "\"\u{7f}\u{2028}\u{feff}é😀\"",
    r#"{"":0,"a":{"":[]},"\u0061b":null}"#, r#""//, /* */ #""#, "\"'\"",
];

/// Near misses, each with a reason of its own not to be JSON.
#[rustfmt::skip]
const NEAR_MISSES: &[&str] = &[
    "", " ", ",", ":", "]", "}", "[", "{", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1:2]", "[1}",
    "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{\"a\" 1}", "{\"a\",1}", "{,}", "{1:1}",
    "{a:1}", "{'a':1}", "{\"a\":1]", "{\"a\":1 \"b\":2}", "{\"a\":1\n\"b\":2}", "{[]:1}", "{\"a\"::1}",
    "+1", "-", "--1", "01", "-01", "00", "1.", ".1", "-.1", "1.e1", "1e", "1e+", "1e1.5", "1.2.3", "0x10",
    "1_0", "1a", "0e", "1 000", "١", "Infinity", "-Infinity", "NaN", "-NaN",
    "tru", "True", "nul", "nulll", "truefalse", "undefined", "word", "two words",
    "\"", "\"a", "\"\\\"", "'a'", "\"a\nb\"", "\"a\rb\"", "\"a\tb\"", "\"\u{0}\"", "\"\u{1f}\"",
    r#""\x41""#, r#""\'""#, r#""\u""#, r#""\u12""#, r#""\u12g4""#, r#""\u+123""#, r#""\U0041""#,
    r#""\ud800""#, r#""\udc00""#, r#""\udc00\udc00""#, r#""\ud800\ud800""#, r#""\ud800\u0041""#, r#""\ud800\n""#,
    "\"\\\n\"", "\"\\é\"", "“a”", "`a`", "// a", "1 // a", "/* a */ 1", "# a", "/", "1 /", "\u{a0}1",
    "1\u{feff}", "\u{b}1", "\u{c}1", "\u{0}", "@", "=", "<a>", "\\", "é",
];

fn document(value: &str) -> String {
    format!("{{ \"openapi\": \"3.1.0\", \"x\": {value} }}")
}

#[test]
fn values_are_read_as_serde_json_reads_them() {
    for value in VALUES {
        let text = document(value);
        let read = Document::parse("x.json", text.clone()).unwrap();
        let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_same(&read.root, &theirs, &text);
    }
}

#[test]
fn near_misses_are_refused_at_a_place_in_the_text() {
    for value in NEAR_MISSES {
        let text = document(value);
        let refused = serde_json::from_str::<serde_json::Value>(&text).is_err();
        assert!(refused, "serde_json takes {value}");
        let Err(findings) = Document::parse("x.json", text.clone()) else {
            panic!("taken: {value}");
        };
        for finding in &findings.list {
            assert_eq!(finding.code, "syntax", "{value}");
            assert!(finding.span.start <= finding.span.end, "{value}");
            assert!(finding.span.end as usize <= text.len(), "{value}");
        }
    }
}

#[test]
fn spans_cover_exactly_the_value() {
    let text = "\u{feff}{\"openapi\" : \"3.1.0\" ,\"x\":[ -1.5e3 , true , \"é\\n\" , { } ] }";
    let document = Document::parse("x.json", text.to_owned()).unwrap();
    let items = document.root.get("x").unwrap().as_array().unwrap();
    let snippets: Vec<_> = items
        .iter()
        .map(|item| document.source.snippet(item.span))
        .collect();
    assert_eq!(snippets, ["-1.5e3", "true", "\"é\\n\"", "{ }"]);
    assert_eq!(document.root.span.start, 3);
}

#[test]
fn several_slips_are_reported_at_once_and_in_order() {
    let text = document("[1,], 'y': .5, \"z\": \"\\q\", \"z\": None");
    let findings = Document::parse("x.json", text.clone()).unwrap_err().list;
    let places: Vec<_> = findings
        .iter()
        .map(|finding| &text[finding.span.start as usize..finding.span.end as usize])
        .collect();
    assert_eq!(places, [",", "'y'", ".5", "\\q", "\"z\"", "None"]);
}

#[test]
fn agrees_with_serde_json_on_ten_thousand_damaged_texts() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..10_000 {
        let start = random.boundary(GOOD, GOOD.len());
        let text = document(&damaged(slice(start), &mut random));
        let ours = Document::parse("x.json", text.clone());
        match (ours, serde_json::from_str(&text)) {
            (Ok(ours), Ok(theirs)) => {
                taken += 1;
                assert_same(&ours.root, &theirs, &text);
            }
            (Err(_), Err(_)) => refused += 1,
            // A number beyond every `f64` is JSON all the same.
            (Ok(_), Err(error)) => assert!(error.to_string().contains("range"), "{error}: {text}"),
            (Err(findings), Ok(_)) => panic!("refused: {findings}"),
        }
    }
    assert!(
        taken > 1000 && refused > 1000,
        "{taken} taken, {refused} refused"
    );
}

#[test]
fn the_deepest_nesting_needs_little_stack() {
    let schemas = |levels: usize| {
        let schema = r#"{"items":"#.repeat(levels) + "{}" + &"}".repeat(levels);
        format!(r#"{{"openapi":"3.1.0","components":{{"schemas":{{"Deep":{schema}}}}}}}"#)
    };
    let mut texts = vec![schemas(252), schemas(253), schemas(100_000)];
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        texts.push(document(&open.repeat(100_000)));
    }
    texts.push(document(&("[".repeat(255) + &"]".repeat(255))));
    let run = move || {
        let read = |text: &String| Document::parse("x.json", text.clone());
        let read: Vec<_> = texts.iter().map(read).collect();
        for document in read.iter().flatten() {
            let findings = check(&document.clone());
            assert!(findings.iter().all(|finding| finding.code != "syntax"));
        }
        read.iter().map(Result::is_ok).collect::<Vec<_>>()
    };
    let small = thread::Builder::new().stack_size(1 << 20);
    let read = small.spawn(run).unwrap().join().unwrap();
    assert_eq!(read, [true, false, false, false, false, false, true]);
}

/// The same tree; where a key stands twice, `serde_json` has kept the last.
fn assert_same(ours: &Value, theirs: &serde_json::Value, text: &str) {
    use serde_json::Value as Json;
    match (&ours.kind, theirs) {
        (Kind::Null, Json::Null) => {}
        (Kind::Bool(ours), Json::Bool(theirs)) => assert_eq!(ours, theirs),
        (Kind::Number(_), Json::Number(theirs)) => assert_eq!(ours.as_f64(), theirs.as_f64()),
        (Kind::String(ours), Json::String(theirs)) => assert_eq!(**ours, **theirs),
        (Kind::Array(ours), Json::Array(theirs)) => {
            assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(theirs) {
                assert_same(ours, theirs, text);
            }
        }
        (Kind::Object(ours), Json::Object(theirs)) => {
            for (key, theirs) in theirs {
                let last = ours.iter().rfind(|member| *member.key == **key);
                assert_same(&last.unwrap().value, theirs, text);
            }
            assert!(ours.iter().all(|member| theirs.contains_key(&*member.key)));
        }
        _ => panic!("{ours:?} and {theirs:?} of {text}"),
    }
}

/// A whole value of the good document, from the next one that begins behind a place.
fn slice(start: usize) -> &'static str {
    let at = GOOD[start..]
        .find(['{', '[', '"'])
        .map_or(0, |at| start + at);
    let mut values =
        serde_json::Deserializer::from_str(&GOOD[at..]).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(_)) => &GOOD[at..at + values.byte_offset()],
        _ => GOOD,
    }
}

/// The text with a character or two dropped, repeated, exchanged or put in.
fn damaged(text: &str, random: &mut Random) -> String {
    #[rustfmt::skip]
    const PIECES: [&str; 24] = [
        ",", ":", "\"", "\\", "[", "]", "{", "}", "0", "-", ".", "e", " ", "\n", "\t", "/", "'", "\\u0041",
        "\\ud83d", "null", "é", "\u{a0}", "1e5", "+",
    ];
    let mut text = text.to_owned();
    for _ in 0..=random.below(2) {
        let at = random.boundary(&text, text.len());
        let piece = PIECES[random.below(PIECES.len())];
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        match random.below(4) {
            0 => text.replace_range(at..end, ""),
            1 => text.replace_range(at..end, piece),
            2 => text = text[..end].to_owned() + &text[at..],
            _ => text.insert_str(at, piece),
        }
    }
    text
}

/// Xorshift: the same texts on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit as u64).max(1)).unwrap()
    }

    /// The beginning of a character.
    fn boundary(&mut self, text: &str, limit: usize) -> usize {
        let mut at = self.below(limit);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}
