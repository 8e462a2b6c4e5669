//! Compiled patterns against texts, when the crate compiles and when it runs. The expectations are Node's; the tables are the
//! generator's own, kept in step by its test `golden_tables`.

use bindery::__private::{Pattern, Step as S};

#[rustfmt::skip]
#[path = "pattern/cases.rs"]
mod cases;
#[rustfmt::skip]
#[path = "pattern/tables.rs"]
mod tables;

const LETTER_A: &[(char, char)] = &[('a', 'a')];
const PRINTABLE: Pattern = Pattern::new(
    "^[ -~]+$",
    &[0],
    &[
        S::End,
        S::One(&[(' ', '~')]),
        S::Run(&[(' ', '~')], u32::MAX),
        S::Start,
        S::Accept,
    ],
);

/// The text is long, so that the compiler itself is shown to keep up.
const LONG: &str = match std::str::from_utf8(&[b'~'; 12_000]) {
    Ok(text) => text,
    Err(_) => "",
};

const _: () = assert!(PRINTABLE.matches("hello, world"));
const _: () = assert!(!PRINTABLE.matches("hello,\tworld"));
const _: () = assert!(!PRINTABLE.matches("世界"));
const _: () = assert!(PRINTABLE.matches(LONG));

#[test]
fn every_case_is_found_as_node_finds_it() {
    assert_eq!(cases::CASES.len(), tables::TABLES.len());
    for (case, pattern) in cases::CASES.iter().zip(tables::TABLES) {
        assert_eq!(case.pattern, pattern.source);
        for text in case.yes {
            assert!(
                pattern.matches(text),
                "`{}` must match {text:?}",
                case.pattern
            );
        }
        for text in case.no {
            assert!(
                !pattern.matches(text),
                "`{}` must not match {text:?}",
                case.pattern
            );
        }
    }
}

#[test]
fn characters_of_every_length_are_read_whole() {
    for char in [
        '\0',
        '\x7f',
        '\u{80}',
        '\u{7ff}',
        '\u{800}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{ffff}',
        '\u{10000}',
        char::MAX,
    ] {
        let ranges: &'static [(char, char)] = Box::leak(Box::new([(char, char)]));
        let steps: &'static [S] =
            Box::leak(Box::new([S::End, S::One(ranges), S::Start, S::Accept]));
        let only = Pattern::new("^.$", &[0], steps);
        assert!(only.matches(&char.to_string()), "{char:?}");
        assert!(!only.matches(&format!("{char}{char}")), "{char:?}");
        assert!(!only.matches("a"), "{char:?}");
    }
}

/// `(a*)*b`
const NESTED: Pattern = Pattern::new(
    "(a*)*b",
    &[0],
    &[
        S::One(&[('b', 'b')]),
        S::Fork(4),
        S::Run(LETTER_A, u32::MAX),
        S::Jump(1),
        S::Accept,
    ],
);

/// `^(a|a)*b`
const TWINS: Pattern = Pattern::new(
    "^(a|a)*b",
    &[0],
    &[
        S::One(&[('b', 'b')]),
        S::Fork(7),
        S::Fork(5),
        S::One(LETTER_A),
        S::Jump(6),
        S::One(LETTER_A),
        S::Jump(1),
        S::Start,
        S::Accept,
    ],
);

/// `^(a|aa)+$`
const OVERLAP: Pattern = Pattern::new(
    "^(a|aa)+$",
    &[0],
    &[
        S::End,
        S::Fork(4),
        S::One(LETTER_A),
        S::Jump(6),
        S::One(LETTER_A),
        S::One(LETTER_A),
        S::Fork(1),
        S::Start,
        S::Accept,
    ],
);

/// `^(?:(?=.*b)a)*b`: a lookahead to the far end at every place.
const FAR_SIGHTED: Pattern = Pattern::new(
    "^(?:(?=[^]*b)a)*b",
    &[0, 3],
    &[
        S::One(&[('b', 'b')]),
        S::Run(&[('\0', char::MAX)], u32::MAX),
        S::Accept,
        S::One(&[('b', 'b')]),
        S::Fork(8),
        S::One(LETTER_A),
        S::Ahead(0, true),
        S::Jump(4),
        S::Start,
        S::Accept,
    ],
);

/// Each would take a backtracking matcher longer than the universe has.
#[test]
fn no_text_is_hostile() {
    let many = "a".repeat(5_000);
    let spoilt = format!("{many}!");
    assert!(!NESTED.matches(&many));
    assert!(NESTED.matches(&format!("{many}b")));
    assert!(!TWINS.matches(&many));
    assert!(TWINS.matches(&format!("{many}b")));
    assert!(OVERLAP.matches(&many));
    assert!(!OVERLAP.matches(&spoilt));
    assert!(!OVERLAP.matches(&format!("!{many}")));
}

#[test]
fn lookaheads_at_every_place_stay_cheap() {
    let many = "a".repeat(200_000);
    assert!(!FAR_SIGHTED.matches(&many));
    assert!(FAR_SIGHTED.matches(&format!("{many}b")));
}

#[test]
fn the_longest_program_runs() {
    static STEPS: [S; 1024] = {
        let mut steps = [S::One(LETTER_A); 1024];
        steps[0] = S::End;
        steps[1022] = S::Start;
        steps[1023] = S::Accept;
        steps
    };
    static LONGEST: Pattern = Pattern::new("^a{1021}$", &[0], &STEPS);
    assert!(LONGEST.matches(&"a".repeat(1021)));
    assert!(!LONGEST.matches(&"a".repeat(1020)));
    assert!(!LONGEST.matches(&"a".repeat(1022)));
}

#[test]
#[should_panic(expected = "jump out of its program")]
fn a_jump_must_stay_in_its_program() {
    let _ = Pattern::new("", &[0, 1], &[S::Accept, S::Fork(0), S::Accept]);
}

#[test]
#[should_panic(expected = "not yet known")]
fn a_lookahead_must_come_first() {
    let _ = Pattern::new("", &[0], &[S::Ahead(0, true), S::Accept]);
}

#[test]
#[should_panic(expected = "without an end")]
fn a_program_must_end() {
    let _ = Pattern::new("", &[0], &[S::Start]);
}
