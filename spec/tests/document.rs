//! The tree, positions and references.

use bindery_spec::{Document, Finding, Kind, Source, Span, Value, check, nearest};

fn document(members: &str) -> Document {
    let info = r#""info": { "title": "Test", "version": "1" }"#;
    let text = format!(r#"{{ "openapi": "3.1.0", {members}, {info} }}"#);
    Document::parse("api.json", text).unwrap()
}

fn value(text: &str) -> Value {
    document(&format!(r#""x": {text}"#))
        .root
        .get("x")
        .unwrap()
        .clone()
}

#[test]
fn numbers_keep_every_digit() {
    let big = value("12345678901234567890123");
    assert_eq!(big.kind, Kind::Number("12345678901234567890123".into()));
    assert_eq!((big.as_i64(), big.as_u64()), (None, None));
    assert_eq!(value("18446744073709551615").as_u64(), Some(u64::MAX));
    assert_eq!(value("-9223372036854775808").as_i64(), Some(i64::MIN));
    assert_eq!(value("3.00").as_i64(), Some(3));
    assert_eq!(value("3.5").as_i64(), None);
    assert_eq!(value("-1").as_u64(), None);
    assert_eq!(value("1e3").as_f64(), Some(1000.0));
    assert_eq!(value("1e999").as_f64(), None);
}

#[test]
fn strings_are_unescaped_and_spans_are_not() {
    let document = document(r#""x": "a\u00e9\ud83d\ude00\/\n""#);
    let text = document.root.get("x").unwrap();
    assert_eq!(text.as_str(), Some("aé😀/\n"));
    assert_eq!(
        document.source.snippet(text.span),
        r#""a\u00e9\ud83d\ude00\/\n""#
    );
    let member = document.root.member("x").unwrap();
    assert_eq!(document.source.snippet(member.key_span), "\"x\"");
}

#[test]
fn a_lone_surrogate_is_a_syntax_error() {
    let findings = Document::parse("api.json", r#"{ "x": "\ud83d" }"#.to_owned()).unwrap_err();
    assert_eq!(findings.list[0].code, "syntax");
}

#[test]
fn pointers_are_looked_up() {
    let value = value(r#"{ "a/b": [ { "m~n": 1 } ], "": 2, "01": 3 }"#);
    assert_eq!(value.at("/a~1b/0/m~0n").and_then(Value::as_i64), Some(1));
    assert_eq!(value.at("/").and_then(Value::as_i64), Some(2));
    assert_eq!(value.at("/01").and_then(Value::as_i64), Some(3));
    assert_eq!(value.at(""), Some(&value));
    for nowhere in [
        "/a~1b/00", "/a~1b/1", "/a~1b/-", "/a~1b/+0", "a~1b", "/a~2b", "/c", "/a~1b//",
    ] {
        assert_eq!(value.at(nowhere), None, "{nowhere}");
    }
}

#[test]
fn lines_and_columns_count_characters() {
    let source = Source::new("a.json", "\u{feff}{é\r\n\tü\r}\n".to_owned());
    let columns: Vec<_> = [0, 3, 4, 6, 8, 9, 11, 12, 14, u32::MAX]
        .map(|at| source.line_col(at))
        .into();
    let expected = [
        (1, 1),
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (2, 2),
        (2, 3),
        (3, 1),
        (4, 1),
        (4, 1),
    ];
    assert_eq!(columns, expected);
}

#[test]
fn rendering_survives_any_span() {
    let source = Source::new("a.json", "{é\r\n\u{3}üü\n}".to_owned());
    for start in 0..14 {
        for end in 0..14 {
            let finding = Finding::error("x", Span::new(start, end), "wrong")
                .note(Span::new(end, start), "and this")
                .help("mend it");
            assert!(source.render(&finding).starts_with("wrong\n --> a.json:"));
        }
    }
}

#[test]
fn references_are_followed() {
    let document = document(
        r##""components": { "schemas": {
            "A": { "$ref": "#/components/schemas/B", "description": "beside" },
            "B": { "$ref": "#/components/schemas/C~1d%20e" },
            "C/d e": { "type": "string", "x": [ { "$ref": "#" } ] }
        } }"##,
    );
    let a = document.component("schemas", "A").unwrap();
    let found = document.resolve(a).unwrap();
    assert_eq!(found.get("type").and_then(Value::as_str), Some("string"));
    assert_eq!(a.ref_name(), Some("B"));
    assert_eq!(found.ref_name(), None);
    let root = document.resolve(found.at("/x/0").unwrap()).unwrap();
    assert_eq!(root.span, document.root.span);
    assert_eq!(document.component("schemas", "a"), None);
}

#[test]
fn a_long_chain_of_references_costs_little() {
    let schema = |i: usize| {
        format!(
            r##""S{i}": {{ "$ref": "#/components/schemas/S{}" }}"##,
            i + 1
        )
    };
    let schemas: Vec<_> = (0..5000).map(schema).collect();
    let document = document(&format!(
        r#""components": {{ "schemas": {{ {}, "S5000": {{}} }} }}"#,
        schemas.join(", ")
    ));
    assert!(!check(&document).is_empty());
}

#[test]
fn required_properties_may_chain_without_end_of_the_stack() {
    let schema = |i: usize| {
        format!(
            r##""S{i}": {{ "type": "object", "required": ["p"],
                "properties": {{ "p": {{ "$ref": "#/components/schemas/S{}" }} }} }}"##,
            (i + 1) % 20_000
        )
    };
    let schemas: Vec<_> = (0..20_000).map(schema).collect();
    let document = document(&format!(
        r#""components": {{ "schemas": {{ {} }} }}"#,
        schemas.join(", ")
    ));
    let findings = check(&document);
    let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["infinite-size"]);
}

#[test]
fn nesting_to_the_limit_is_read_and_checked() {
    let depth = 120;
    let schema = r#"{ "items": "#.repeat(depth) + "{}" + &" }".repeat(depth);
    let document = document(&format!(
        r#""components": {{ "schemas": {{ "Deep": {schema} }} }}"#
    ));
    assert_eq!(check(&document), []);
    for depth in [400, 100_000] {
        let text = format!(r#"{{ "openapi": "3.1.0", "x": {} }}"#, "[".repeat(depth));
        assert_eq!(
            Document::parse("api.json", text).unwrap_err().list[0].code,
            "syntax"
        );
    }
}

#[test]
fn near_names_are_found_and_far_ones_are_not() {
    let names = ["Parcel", "Envelope", "Verdict"];
    assert_eq!(nearest("Parsel", names), Some("Parcel"));
    assert_eq!(nearest("envelop", names), Some("Envelope"));
    assert_eq!(nearest("Box", names), None);
    assert_eq!(nearest("", ["ab", "é"]), Some("é"));
}

#[test]
fn only_the_first_of_thousands_of_slips_come_with_a_suggestion() {
    let schema =
        |i: usize| format!(r##""Parcel{i}": {{ "$ref": "#/components/schemas/Parsel{i}" }}"##);
    let schemas: Vec<_> = (0..3000).map(schema).collect();
    let document = document(&format!(
        r#""components": {{ "schemas": {{ {} }} }}"#,
        schemas.join(", ")
    ));
    let findings = check(&document);
    let suggested = |finding: &&Finding| finding.label.starts_with("did you mean");
    assert_eq!(findings.len(), 3000);
    assert_eq!(findings.iter().filter(suggested).count(), 50);
    assert_eq!(&*findings[7].label, "did you mean `Parcel7`?");
}

#[test]
fn a_slip_of_the_pen_is_found_among_many_names_that_look_alike() {
    let names: Vec<_> = (0..900)
        .map(|i| format!("ParcelStatusNot{i:03}s"))
        .collect();
    let names = names
        .iter()
        .map(String::as_str)
        .chain(["ParcelStatusNotices"]);
    assert_eq!(
        nearest("ParcelStatusNotises", names),
        Some("ParcelStatusNotices")
    );
}
