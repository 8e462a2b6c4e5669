//! Repeatable random JSON texts, and texts that are nearly JSON.

use std::fmt::Write as _;

/// `SplitMix64`: any seed does.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`, which is not zero.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap();
        usize::try_from(self.next() % bound).unwrap()
    }

    fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

const SPACES: [&str; 6] = ["", "", "", " ", "\n\t", "\r\n  "];

const PIECES: [&str; 20] = [
    "a",
    "Text",
    "MsgBody",
    "a longer piece of text",
    "é",
    "你好",
    "🎉",
    "\u{2028}",
    "\u{7f}",
    "/",
    "'",
    r"\n",
    r"\\",
    r#"\""#,
    r"\/",
    r"\u0041",
    r"\u00e9",
    r"\uD83C\uDF89",
    r"\b\f\r\t",
    r"\u0000",
];

const NUMBERS: [&str; 18] = [
    "0",
    "-0",
    "1",
    "-1",
    "42",
    "1.0",
    "1e3",
    "-2.5E-3",
    "0.1",
    "255",
    "256",
    "2147483648",
    "4294967295",
    "9007199254740993",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e20",
];

/// A JSON text, nested five levels at most.
pub(crate) fn text(random: &mut Random) -> String {
    let mut out = String::new();
    value(random, &mut out, 5);
    out
}

fn value(random: &mut Random, out: &mut String, depth: usize) {
    out.push_str(random.pick(&SPACES));
    match random.below(if depth == 0 { 4 } else { 8 }) {
        0 => out.push_str(random.pick(&["null", "true", "false"])),
        1 => out.push_str(random.pick(&NUMBERS)),
        2 => number(random, out),
        3 => string(random, out),
        4 | 5 => sequence(random, out, ['[', ']'], &mut |random, out| {
            value(random, out, depth - 1);
        }),
        _ => sequence(random, out, ['{', '}'], &mut |random, out| {
            string(random, out);
            out.push_str(random.pick(&SPACES));
            out.push(':');
            value(random, out, depth - 1);
        }),
    }
    out.push_str(random.pick(&SPACES));
}

fn sequence(
    random: &mut Random,
    out: &mut String,
    brackets: [char; 2],
    item: &mut dyn FnMut(&mut Random, &mut String),
) {
    out.push(brackets[0]);
    out.push_str(random.pick(&SPACES));
    for i in 0..random.below(5) {
        if i > 0 {
            out.push(',');
            out.push_str(random.pick(&SPACES));
        }
        item(random, out);
    }
    out.push(brackets[1]);
}

fn string(random: &mut Random, out: &mut String) {
    out.push('"');
    for _ in 0..random.below(6) {
        out.push_str(random.pick(&PIECES));
    }
    out.push('"');
}

fn number(random: &mut Random, out: &mut String) {
    let digits = random.next() >> random.below(64);
    let sign = random.pick(&["", "-"]);
    let rest = random.pick(&["", "", ".0", ".25", "e2", "e-2", "E+0"]);
    let _ = write!(out, "{sign}{digits}{rest}");
}

const TOKENS: [&str; 24] = [
    "[", "]", "{", "}", ",", ":", "\"", "\\", "\\u", "\\uD800", "\\uDC00", "0", "-", ".", "e",
    "null", "true", "1", " ", "\n", "\0", "é", "/", "1e400",
];

/// `text` with one byte changed, one token put in, or one piece taken out or doubled.
pub(crate) fn mutated(random: &mut Random, text: &[u8]) -> Vec<u8> {
    let mut bytes = text.to_vec();
    let at = random.below(bytes.len());
    let end = (at + 1 + random.below(4)).min(bytes.len());
    match random.below(4) {
        0 => bytes[at] ^= 1 << random.below(8),
        1 => drop(bytes.splice(at..at, random.pick(&TOKENS).bytes())),
        2 => drop(bytes.drain(at..end)),
        _ => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
    }
    bytes
}
