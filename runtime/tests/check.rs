//! Rules that only values can break: each at its boundary, with the place and the words of what breaks it.

use std::collections::BTreeMap;

use bindery::__private::{
    Check, Checker, Decode, DecodeError, Json, Pattern, Reader, Step, TextRules, json,
};
use bindery::{List, Rule, UnixMillis, UnixSeconds};

const NOW: i64 = 10_000;

/// The broken rules of what is checked: place, sort and message.
fn found(check: impl FnOnce(&mut Checker)) -> Vec<(String, Rule, String)> {
    let mut checker = Checker::new(NOW);
    check(&mut checker);
    let Err(violations) = checker.finish() else {
        return Vec::new();
    };
    let found = violations.iter().cloned();
    found.map(|it| (it.pointer, it.rule, it.message)).collect()
}

fn places(check: impl FnOnce(&mut Checker)) -> Vec<String> {
    found(check).into_iter().map(|(place, ..)| place).collect()
}

fn one(place: &str, rule: Rule, message: &str) -> Vec<(String, Rule, String)> {
    vec![(place.to_owned(), rule, message.to_owned())]
}

/// A value whose rule is broken where it is negative.
struct Level(i64);

impl Check for Level {
    fn check(&self, c: &mut Checker) {
        c.range("level", self.0, Some(0), None);
    }
}

impl Decode for Level {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        i64::decode(r).map(Level)
    }
}

/// What came in a reply is kept as it came, whatever its length.
fn read<T: Decode>(text: &str) -> T {
    json::decode(text.as_bytes()).expect("the text can be read")
}

#[test]
fn numbers_keep_their_range() {
    for level in [1, 2, 3] {
        assert_eq!(found(|c| c.range("a", level, Some(1), Some(3))), []);
    }
    let below = one("/a", Rule::Range, "below the minimum of 1");
    assert_eq!(found(|c| c.range("a", 0, Some(1), Some(3))), below);
    let above = one("/a", Rule::Range, "above the maximum of 3");
    assert_eq!(found(|c| c.range("a", 4, Some(1), Some(3))), above);
    assert_eq!(found(|c| c.range("a", 4, None, None)), []);
}

#[test]
fn texts_keep_their_characters_and_bytes() {
    for text in ["日本", "日本語"] {
        assert_eq!(found(|c| c.chars("a", text, 2, 3)), []);
    }
    let few = one(
        "/a",
        Rule::Length,
        "1 characters where at least 2 are needed",
    );
    assert_eq!(found(|c| c.chars("a", "日", 2, 3)), few);
    let many = one(
        "/a",
        Rule::Length,
        "4 characters where at most 3 are allowed",
    );
    assert_eq!(found(|c| c.chars("a", "日本日本", 2, 3)), many);
    assert_eq!(found(|c| c.max_bytes("a", "日", 3)), []);
    let large = one("/a", Rule::Size, "3 bytes where at most 2 are allowed");
    assert_eq!(found(|c| c.max_bytes("a", "日", 2)), large);
}

#[test]
fn json_keeps_its_bytes() {
    assert_eq!(found(|c| c.max_json_bytes("a", "abc", 5)), []);
    let large = one(
        "/a",
        Rule::Size,
        "5 bytes of JSON where at most 4 are allowed",
    );
    assert_eq!(found(|c| c.max_json_bytes("a", "abc", 4)), large);
}

#[test]
fn texts_match_their_pattern() {
    const DIGITS: Pattern = Pattern::new(
        "^[0-9]$",
        &[0],
        &[
            Step::End,
            Step::One(&[('0', '9')]),
            Step::Start,
            Step::Accept,
        ],
    );
    assert_eq!(found(|c| c.pattern("a", "7", &DIGITS)), []);
    let no = one(
        "/a",
        Rule::Pattern,
        "the text does not match the pattern `^[0-9]$`",
    );
    assert_eq!(found(|c| c.pattern("a", "x", &DIGITS)), no);
}

#[test]
fn values_are_among_those_listed() {
    assert_eq!(found(|c| c.one_of("a", &2, &[1, 2])), []);
    let no = one(
        "/a",
        Rule::OneOf,
        "not among the documented values: `1`, `2`",
    );
    assert_eq!(found(|c| c.one_of("a", &3, &[1, 2])), no);
    let eight: Vec<_> = (1..=8).collect();
    let all = "not among the documented values: `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`";
    assert_eq!(
        found(|c| c.one_of("a", &0, &eight)),
        one("/a", Rule::OneOf, all)
    );
    let nine: Vec<_> = (1..=9).collect();
    let more = format!("{all} and others");
    assert_eq!(
        found(|c| c.one_of("a", &0, &nine)),
        one("/a", Rule::OneOf, &more)
    );
}

#[test]
fn times_have_passed() {
    assert_eq!(
        found(|c| c.before_now("a", UnixMillis::from_millis(NOW - 1))),
        []
    );
    assert_eq!(found(|c| c.before_now("a", UnixSeconds::from_secs(9))), []);
    let no = one("/a", Rule::Time, "not before now");
    assert_eq!(
        found(|c| c.before_now("a", UnixMillis::from_millis(NOW))),
        no
    );
    assert_eq!(found(|c| c.before_now("a", UnixSeconds::from_secs(10))), no);
}

#[test]
fn items_ascend() {
    let order = |items: &'static [i64], strict| {
        found(move |c| c.ascending("a", "", items, strict, |item| *item))
    };
    assert_eq!(order(&[1, 2, 2], false), []);
    assert_eq!(order(&[1, 2, 3], true), []);
    let low = "lower than the item before; sort the items";
    assert_eq!(order(&[1, 2, 2], true), one("/a/2", Rule::Order, low));
    assert_eq!(order(&[2, 1, 1], false), one("/a/1", Rule::Order, low));
    let by = found(|c| c.ascending("a", "time", &[(0, 2), (1, 1)], false, |item| item.1));
    let low = "lower than `time` of the item before; sort the items by it";
    assert_eq!(by, one("/a/1/time", Rule::Order, low));
    assert_eq!(
        places(|c| {
            c.ascending("a", "", &[2, 1], false, |item| *item);
            c.max_bytes("b", "x", 0);
        }),
        ["/a/1", "/b"]
    );
}

#[test]
fn lists_keep_their_length_and_their_items_rules() {
    let list = read::<List<Level, 2, 3>>;
    for levels in ["[1, 2]", "[1, 2, 3]"] {
        assert_eq!(found(|c| c.field("a", &list(levels))), []);
    }
    let few = one("/a", Rule::Length, "1 items where 2 to 3 are allowed");
    assert_eq!(found(|c| c.field("a", &list("[1]"))), few);
    let many = one("/a", Rule::Length, "4 items where 2 to 3 are allowed");
    assert_eq!(found(|c| c.field("a", &list("[1, 1, 1, 1]"))), many);
    let low = list("[1, -1, -1]");
    assert_eq!(places(|c| c.field("a", &low)), ["/a/1/level", "/a/2/level"]);
}

#[test]
fn rules_are_asked_wherever_a_value_is_held() {
    assert_eq!(places(|c| c.field("a", &Some(Level(-1)))), ["/a/level"]);
    assert_eq!(places(|c| c.field("a", &None::<Level>)), [""; 0]);
    assert_eq!(places(|c| c.field("a", &Box::new(Level(-1)))), ["/a/level"]);
    assert_eq!(
        places(|c| c.field("a", &vec![Level(0), Level(-1)])),
        ["/a/1/level"]
    );
    let map = BTreeMap::from([("x/y~z".to_owned(), Level(-1))]);
    assert_eq!(places(|c| c.field("a", &map)), ["/a/x~1y~0z/level"]);
    assert_eq!(places(|c| c.field("", &Level(-1))), ["/level"]);
    assert_eq!(places(|c| c.field("a", &String::from("free"))), [""; 0]);
    assert_eq!(places(|c| c.field("a", &read::<Json>("1"))), [""; 0]);
}

#[test]
fn every_text_of_a_value_has_its_characters_counted() {
    let long = || "long".to_owned();
    let short = || "x".to_owned();
    assert_eq!(places(|c| c.chars_in("a", &long(), 0, 2)), ["/a"]);
    assert_eq!(places(|c| c.chars_in("a", &Some(long()), 0, 2)), ["/a"]);
    assert_eq!(places(|c| c.chars_in("a", &None::<String>, 0, 2)), [""; 0]);
    assert_eq!(
        places(|c| c.chars_in("a", &vec![short(), long()], 0, 2)),
        ["/a/1"]
    );
    let list: List<String, 0, 9> = read(r#"["long", "x"]"#);
    assert_eq!(places(|c| c.chars_in("a", &list, 0, 2)), ["/a/0"]);
    let map = BTreeMap::from([("k/".to_owned(), long()), ("m".to_owned(), short())]);
    assert_eq!(places(|c| c.chars_in("a", &map, 0, 2)), ["/a/k~1"]);
}

#[test]
fn texts_of_a_type_keep_its_rules() {
    const RULES: TextRules = TextRules {
        max_chars: 2,
        max_bytes: 4,
        ..TextRules::new("Word")
    };
    assert_eq!(found(|c| c.text(&RULES, "ab")), []);
    let sorts: Vec<_> = ["abc", "日本"]
        .map(|text| found(|c| c.text(&RULES, text)).remove(0).1)
        .into();
    assert_eq!(sorts, [Rule::Length, Rule::Size]);
}

#[test]
fn everything_that_is_broken_is_told_in_order() {
    let mut checker = Checker::new(NOW);
    checker.max_bytes("a", "x", 0);
    checker.rule("b", Rule::Range, false, || unreachable!("the rule is kept"));
    checker.each("c", &[1, 2], |c, name, item| {
        c.range(name, *item, None, Some(1));
    });
    let map = BTreeMap::from([("k".to_owned(), 2)]);
    checker.each_member("d", &map, |c, name, item| {
        c.range(name, *item, None, Some(1));
    });
    let violations = checker.finish().expect_err("three rules are broken");
    let places: Vec<_> = (&violations).into_iter().map(|it| &*it.pointer).collect();
    assert_eq!(places, ["/a", "/c/1", "/d/k"]);
    assert_eq!(
        violations.to_string(),
        "/a: 1 bytes where at most 0 are allowed; /c/1: above the maximum of 1; /d/k: above the maximum of 1"
    );
}

#[test]
fn rules_about_now_are_left_out_of_a_timeless_check() {
    struct Timed;
    impl Check for Timed {
        fn check(&self, c: &mut Checker) {
            c.before_now("at", UnixMillis::from_millis(i64::MAX - 1));
            c.range("level", -1, Some(0), None);
        }
    }
    let violations = Checker::timeless(&Timed).expect_err("one rule is broken");
    assert_eq!(violations.to_string(), "/level: below the minimum of 0");
    assert_eq!(Checker::timeless(&Level(0)), Ok(()));
}
