//! Texts: by format, by pattern, by length.

use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Value};

/// Formats that say more than a word: an example, and what texts of it look like.
const FORMATS: [(&str, &str, &str); 9] = [
    (
        "date-time",
        "2023-11-14T22:13:20Z",
        r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$",
    ),
    ("date", "2023-11-14", r"^\d{4}-\d\d-\d\d$"),
    (
        "time",
        "22:13:20Z",
        r"^\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$",
    ),
    (
        "uuid",
        "0b6dcb9e-6d4e-4b0f-9a3c-0d5f4e6a7b81",
        r"^(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    ),
    (
        "email",
        "ann@example.com",
        r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$",
    ),
    (
        "uri",
        "https://example.com/a",
        r"^[a-z][a-z0-9+.-]*:[!-~&&[^<>{}|\\^`]]+$",
    ),
    ("hostname", "example.com", r"^[A-Za-z0-9.-]+$"),
    ("ipv4", "192.0.2.1", r"^\d+(\.\d+){3}$"),
    ("ipv6", "2001:db8::1", r"^[0-9a-fA-F:.]+$"),
];

/// A text that the keywords allow, as far as one is found.
pub(super) fn text(keywords: &Map<String, Value>) -> String {
    let word = |keyword: &str| keywords.get(keyword).and_then(Value::as_str);
    let format = word("format").and_then(|name| FORMATS.iter().find(|format| format.0 == name));
    if let Some((_, example, _)) = format {
        return (*example).to_owned();
    }
    if let Some(made) = word("pattern").and_then(matching) {
        return padded(&made, keywords);
    }
    padded("text", keywords)
}

pub(super) fn fits(keywords: &Map<String, Value>, text: &str) -> bool {
    let word = |keyword: &str| keywords.get(keyword).and_then(Value::as_str);
    let count = |keyword: &str| keywords.get(keyword).and_then(Value::as_u64);
    let length = text.chars().count() as u64;
    let format = word("format").and_then(|name| FORMATS.iter().find(|format| format.0 == name));
    let like = |pattern: &str| Regex::new(pattern).map_or(true, |regex| regex.is_match(text));
    count("minLength").is_none_or(|least| least <= length)
        && count("maxLength").is_none_or(|most| length <= most)
        && word("pattern").is_none_or(like)
        && format.is_none_or(|(_, _, pattern)| like(pattern))
}

fn padded(text: &str, keywords: &Map<String, Value>) -> String {
    const MOST: u64 = 10_000;
    let count = |keyword: &str| {
        let count = keywords.get(keyword).and_then(Value::as_u64)?;
        usize::try_from(count.min(MOST)).ok()
    };
    let least = count("minLength").unwrap_or(0);
    let most = count("maxLength").unwrap_or(usize::MAX);
    let missing = least.saturating_sub(text.chars().count());
    let filler = text.chars().last().unwrap_or('a');
    let all = text.chars().chain(std::iter::repeat_n(filler, missing));
    all.take(most).collect()
}

/// A short text that a pattern matches; `None` where it is beyond this crate's expressions.
fn matching(pattern: &str) -> Option<String> {
    let tree = regex_syntax::parse(pattern).ok()?;
    let mut text = String::new();
    write(&tree, &mut text)?;
    Some(text)
}

fn write(tree: &Hir, text: &mut String) -> Option<()> {
    match tree.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(member(class)?),
        HirKind::Repetition(repetition) => {
            // An empty text is none that a path can carry.
            let wanted = repetition
                .min
                .max(1)
                .min(repetition.max.unwrap_or(u32::MAX));
            (0..wanted).try_for_each(|_| write(&repetition.sub, text))?;
        }
        HirKind::Capture(capture) => write(&capture.sub, text)?,
        HirKind::Concat(terms) => terms.iter().try_for_each(|term| write(term, text))?,
        HirKind::Alternation(terms) => write(terms.first()?, text)?,
    }
    Some(())
}

/// A character of a class, a letter or digit if it has one.
fn member(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let has = |wanted: char| {
        class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&wanted))
    };
    let mut usual = "a1AbBzZ0-_. ".chars();
    usual
        .find(|wanted| has(*wanted))
        .or_else(|| Some(class.iter().next()?.start()))
}
