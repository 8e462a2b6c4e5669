//! Patterns to Rust. What the rendered programs match is tested where the runtime runs them: `golden_tables` ties the two.

use std::path::Path;

use bindery_codegen::pattern::{PatternError, compile};

#[rustfmt::skip]
#[path = "../../runtime/tests/pattern/cases.rs"]
mod cases;

const TABLES: &str = "../runtime/tests/pattern/tables.rs";

fn rust(pattern: &str, private: &str) -> String {
    compile(pattern)
        .unwrap_or_else(|error| panic!("{pattern}: {error}"))
        .to_rust(private)
}

/// Only the list of steps.
fn steps(pattern: &str) -> String {
    let rust = rust(pattern, "rt");
    rust[rust.find("], &[").expect("a list of starts") + 5..]
        .trim_end_matches("]) }")
        .to_owned()
}

fn tables() -> String {
    let mut text = String::from(
        "//! @generated from `cases.rs` by the test `golden_tables` of bindery-codegen.\n\n",
    );
    text.push_str(
        "use bindery::__private::Pattern;\n\n/// The patterns of all cases, in their order.\n",
    );
    text.push_str("pub(crate) static TABLES: &[Pattern] = &[\n");
    for case in cases::CASES {
        assert!(
            case.yes.len() + case.no.len() > 0,
            "{} has no text",
            case.pattern
        );
        text.push_str("    ");
        text.push_str(&rust(case.pattern, "::bindery::__private"));
        text.push_str(",\n");
    }
    text.push_str("];\n");
    text
}

#[cfg(feature = "tools")]
#[test]
fn every_case_is_found_here_too() {
    for case in cases::CASES {
        let compiled = compile(case.pattern).expect("every case compiles");
        for (texts, wanted) in [(case.yes, true), (case.no, false)] {
            for text in texts {
                assert_eq!(compiled.matches(text), wanted, "{} {text:?}", case.pattern);
            }
        }
    }
}

#[test]
fn golden_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLES);
    let wanted = tables();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &wanted).expect("the tables can be written");
    }
    let found = std::fs::read_to_string(&path).expect("the tables are checked in");
    assert!(
        found == wanted,
        "the runtime's test tables are stale; run this test with BLESS=1"
    );
}

#[test]
fn a_whole_expression() {
    assert_eq!(
        rust("^[a-z_]{1,3}$", "rt"),
        "{ use rt::{Pattern, Step as S}; Pattern::new(\"^[a-z_]{1,3}$\", &[0], &[S::End, \
         S::One(&[('_', '_'), ('a', 'z')]), S::Run(&[('_', '_'), ('a', 'z')], 2), S::Start, S::Accept]) }"
    );
}

#[test]
fn lookaheads_come_first_and_inner_before_outer() {
    let rust = rust("(?=a(?!b))c", "rt");
    assert!(rust.contains("&[0, 2, 5]"), "{rust}");
    assert_eq!(
        steps("(?=a(?!b))c"),
        "S::One(&[('b', 'b')]), S::Accept, \
         S::Ahead(0, false), S::One(&[('a', 'a')]), S::Accept, \
         S::One(&[('c', 'c')]), S::Ahead(1, true), S::Accept"
    );
}

#[test]
fn alternatives_and_loops_jump() {
    assert_eq!(
        steps("(?:ab|c)*"),
        "S::Fork(7), S::Fork(5), S::One(&[('b', 'b')]), S::One(&[('a', 'a')]), S::Jump(6), S::One(&[('c', 'c')]), \
         S::Jump(0), S::Accept"
    );
}

#[test]
fn equal_classes_are_equal_text() {
    assert_eq!(steps("[cab]"), steps("[a-c]"));
    assert_eq!(steps("[a-cb-d]"), steps("[a-d]"));
    assert_eq!(steps("[a-db]"), steps("[a-d]"));
    assert_eq!(
        steps(r"[\s\S]"),
        "S::One(&[('\\u{0}', '\\u{10ffff}')]), S::Accept"
    );
    assert_eq!(steps(r"[\0-\uD7FF\uE000-\u{10FFFF}]"), steps(r"[^]"));
    assert_eq!(
        steps(r"[^\0]"),
        "S::One(&[('\\u{1}', '\\u{10ffff}')]), S::Accept"
    );
    assert_eq!(
        steps(r"[^\uE000]"),
        "S::One(&[('\\u{0}', '\\u{d7ff}'), ('\\u{e001}', '\\u{10ffff}')]), S::Accept"
    );
    assert_eq!(
        steps(r"[^\u{10FFFF}]"),
        "S::One(&[('\\u{0}', '\\u{10fffe}')]), S::Accept"
    );
}

#[test]
fn quotes_and_other_scripts_are_escaped() {
    let rust = rust("[\"'\\\\é]", "rt");
    assert!(
        rust.contains(r#"Pattern::new("[\"\'\\\\\u{e9}]""#),
        "{rust}"
    );
    assert!(rust.is_ascii());
}

fn malformed(pattern: &str, position: usize, words: &str) {
    match compile(pattern) {
        Err(PatternError::Malformed { at, problem }) => {
            assert!(
                at == position && problem.contains(words),
                "{pattern}: {problem} at {at}"
            );
        }
        other => panic!("{pattern}: {other:?}"),
    }
}

#[test]
fn malformed_patterns_say_where_and_what() {
    malformed("a(b", 1, "group that is never closed");
    malformed("中(?=b", 3, "group that is never closed");
    malformed("ab)", 2, "closes no group");
    malformed("x[a-", 1, "class that is never closed");
    malformed("[z-a]", 1, "wrong order");
    malformed("*a", 0, "nothing to repeat");
    malformed("a|+", 2, "nothing to repeat");
    malformed("a**", 2, "nothing to repeat");
    malformed("a???", 3, "nothing to repeat");
    malformed("^*", 1, "can't be repeated");
    malformed("(?=a){2}", 5, "can't be repeated");
    malformed("a{3,2}", 1, "less than its least");
    malformed("a{,2}", 1, "begins no quantifier");
    malformed("a{2", 1, "begins no quantifier");
    malformed("{a}", 0, "begins no quantifier");
    malformed("a{2}{3}", 4, "begins no quantifier");
    malformed(r"a\", 1, "nothing follows");
    malformed(r"\a", 0, "unknown escape");
    malformed(r"\é", 0, "unknown escape");
    malformed(r"\x4", 0, "two hexadecimal digits");
    malformed(r"\u12", 0, "four hexadecimal digits");
    malformed(r"\u{}", 0, "four hexadecimal digits");
    malformed(r"\u{41", 0, "four hexadecimal digits");
    malformed(r"\u{110000}", 0, "no such code point");
    malformed(r"\u{fffffffffffff}", 0, "no such code point");
    malformed(r"\c1", 0, "takes a letter");
    malformed(r"\01", 0, "octal");
    malformed("(?a)", 0, "unknown kind of group");
    malformed("(?<>a)", 0, "group's name");
    malformed("(?<1>a)", 0, "group's name");
    malformed("(?<a", 0, "group's name");
}

fn unsupported(pattern: &str, position: usize, words: &str) {
    match compile(pattern) {
        Err(PatternError::Unsupported { at, construct }) => {
            assert!(
                at == position && construct.contains(words),
                "{pattern}: {construct} at {at}"
            );
        }
        other => panic!("{pattern}: {other:?}"),
    }
}

#[test]
fn unsupported_constructs_say_where_and_which() {
    unsupported("a(?<=b)", 1, "lookbehind");
    unsupported("(?<!b)", 0, "lookbehind");
    unsupported(r"(a)\1", 3, "back-reference");
    unsupported(r"(?<n>a)\k<n>", 7, "back-reference");
    unsupported(r"[\p{L}]", 1, "Unicode property");
    unsupported(r"\P{Lu}", 0, "Unicode property");
    unsupported("(?i:a)", 0, "flags");
    unsupported("(?-i:a)", 0, "flags");
    unsupported(r"\uD800", 0, "surrogate");
    unsupported(r"\uD800\u0041", 0, "surrogate");
    unsupported(r"\u{D800}\uDC00", 0, "surrogate");
    unsupported(r"[\uDC00]", 1, "surrogate");
}

fn too_large(pattern: &str, words: &str) {
    match compile(pattern) {
        Err(PatternError::TooLarge { what }) => assert!(what.contains(words), "{what}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn size_has_limits() {
    assert!(compile("^a{1021}$").is_ok());
    too_large("^a{1022}$", "1024 steps");
    assert!(compile("^a{0,4000000000}$").is_ok());
    too_large("(?:ab){0,4000000000}", "1024 steps");
    too_large("((a{99}){99}){99}", "1024 steps");
    assert!(compile(&"(?=a)".repeat(15)).is_ok());
    too_large(&"(?=a)".repeat(16), "15 lookaheads");
    assert!(compile(&format!("{}a{}", "(".repeat(100), ")".repeat(100))).is_ok());
    assert!(compile(&"(a)".repeat(200)).is_ok());
    too_large(&"(".repeat(100_000), "100 deep");
    too_large(&"(?=".repeat(100_000), "100 deep");
}

#[test]
fn repeating_nothing_costs_nothing() {
    assert_eq!(steps("(?:){4000000000}"), "S::Accept");
    assert_eq!(steps("(?:a{0}){4000000000}"), "S::Accept");
    assert_eq!(steps("(?:^|$){4000000000}"), steps("(?:^|$)"));
    assert_eq!(steps(r"((\b){0,9}){4000000000}"), "S::Accept");
}

#[test]
fn errors_read_as_sentences() {
    let text = |pattern| compile(pattern).expect_err("no pattern").to_string();
    assert_eq!(
        text("a(b"),
        "malformed pattern at byte 1: a group that is never closed"
    );
    assert_eq!(
        text(r"\p{L}"),
        "unsupported in a pattern: a Unicode property, at byte 0"
    );
    assert_eq!(
        text(&"(?=a)".repeat(16)),
        "pattern too large: more than 15 lookaheads"
    );
    assert_eq!(compile("a(b").expect_err("no pattern").at(), 1);
}
