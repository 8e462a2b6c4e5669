//! Texts that ask for too much are refused early, and damaged ones at a place in the text.

use std::thread;

use bindery_spec::{Document, check};

use crate::writer::yaml;

const HEAD: &str = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";

#[test]
fn aliases_of_aliases_end_early() {
    let line = |i: usize| format!("x-{}: &x{} [*x{i}, *x{i}]\n", i + 1, i + 1);
    let text = format!("{HEAD}x-0: &x0 [lol, lol]\n") + &lines(64, line);
    assert_eq!(
        refusal(&text),
        "aliases make the document many times longer"
    );
}

#[test]
fn many_copies_of_a_long_text_end_early() {
    let long = "x".repeat(100_000);
    let copies = "*x, ".repeat(10_000);
    let text = format!("{HEAD}x-long: &x {long}\nx-copies: [{copies}]\n");
    assert_eq!(
        refusal(&text),
        "aliases make the document many times longer"
    );
}

#[test]
fn anchors_within_anchors_end_early() {
    let anchors = lines(200, |i| format!("&a{i} ["));
    let text = format!(
        "{HEAD}x-0: {anchors} {} {}\n",
        "x".repeat(1 << 20),
        "]".repeat(200)
    );
    assert_eq!(
        refusal(&text),
        "aliases make the document many times longer"
    );
}

#[test]
fn a_reply_may_be_copied_hundreds_of_times() {
    let reply = "Sent. ".repeat(200);
    let text = format!("{HEAD}x-reply: &reply {{ description: {reply} }}\n")
        + &lines(800, |i| format!("x-{i}: *reply\n"));
    let document = Document::parse_yaml("x.yaml", text).unwrap();
    assert!(document.root.at("/x-799/description").is_some());
}

#[test]
fn the_deepest_nesting_needs_little_stack() {
    let flow = |open: &str, close: &str, levels: usize| {
        format!("{HEAD}x: {}{}\n", open.repeat(levels), close.repeat(levels))
    };
    let block = |levels| HEAD.to_owned() + &lines(levels, |i| format!("{:i$}x:\n", ""));
    let aliases = |levels| {
        let line = |i: usize| format!("x-{}: &x{} [*x{i}]\n", i + 1, i + 1);
        format!("{HEAD}x-0: &x0 []\n") + &lines(levels, line)
    };
    let texts = [
        (flow("[", "]", 255), true),
        (flow("[", "]", 256), false),
        (flow("[", "]", 100_000), false),
        (flow("{a: ", "}", 255), true),
        (flow("[{a: ", "}]", 128), false),
        (flow("[", "", 100_000), false),
        (flow("- ", "", 100_000).replace("x: ", "x:\n "), false),
        (block(255), true),
        (block(257), false),
        (block(2_000), false),
        (aliases(250), true),
        (aliases(300), false),
    ];
    let run = move || {
        for (i, (text, taken)) in texts.into_iter().enumerate() {
            match Document::parse_yaml("x.yaml", text) {
                Ok(document) => assert!(taken && check(&document.clone()).is_empty(), "{i}"),
                Err(findings) => {
                    let message = "the document is nested too deeply";
                    assert!(
                        !taken && *findings.list[0].message == *message,
                        "{i}: {findings}"
                    );
                }
            }
        }
    };
    let small = thread::Builder::new().stack_size(1 << 20);
    small.spawn(run).unwrap().join().unwrap();
}

#[test]
fn twenty_slips_are_enough() {
    let text = format!("{HEAD}x: [{}]\n", "*x, ".repeat(1000));
    let list = Document::parse_yaml("x.yaml", text).unwrap_err().list;
    assert_eq!(list.len(), 20);
    assert!(list[19].help.is_some());
}

#[test]
fn damaged_texts_are_taken_or_refused_at_a_place_in_the_text() {
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        ":", ": ", "- ", "\n", "\n  ", "\r", "\t", " ", "#", " #", "\"", "'", "[", "]", "{", "}", ",", "|\n", ">\n",
        "&a ", "*a", "!x ", "!!str ", "<<: ", "? ", "---\n", "...\n", "%", "@", "\\", "é", "\u{feff}", "0x1", ".inf",
    ];
    let json = include_str!("../good.json").to_owned();
    let good = yaml(&Document::parse("x.json", json).unwrap().root);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..500 {
        let mut text = good.clone();
        for _ in 0..=random.below(2) {
            let mut at = random.below(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            match random.below(3) {
                0 => drop(text.remove(at)),
                _ => text.insert_str(at, PIECES[random.below(PIECES.len())]),
            }
        }
        match Document::parse_yaml("x.yaml", text.clone()) {
            Ok(document) => {
                taken += 1;
                let _ = check(&document);
            }
            Err(findings) => {
                refused += 1;
                for finding in &findings.list {
                    assert!(finding.span.start <= finding.span.end, "{text}");
                    assert!(finding.span.end as usize <= text.len(), "{text}");
                }
                assert!(!findings.to_string().is_empty());
            }
        }
    }
    assert!(
        taken > 50 && refused > 50,
        "{taken} taken, {refused} refused"
    );
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().concat()
}

fn refusal(text: &str) -> String {
    let findings = Document::parse_yaml("x.yaml", text.to_owned()).unwrap_err();
    findings.list[0].message.to_string()
}

/// Xorshift: the same texts on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}
