//! A tree as YAML in block style: plain scalars and blocks of text where they may stand, else double quotes.

use std::fmt::Write;

use bindery_spec::{Kind, Value};

pub(crate) fn yaml(root: &Value) -> String {
    let mut out = String::new();
    node(&mut out, root, 0);
    out
}

/// A value behind `key:` or `-`, with the space or line end that belongs there.
fn node(out: &mut String, value: &Value, depth: usize) {
    match &value.kind {
        Kind::Null => out.push_str(" null\n"),
        Kind::Bool(value) => writeln!(out, " {value}").unwrap(),
        Kind::Number(text) => writeln!(out, " {text}").unwrap(),
        Kind::String(text) if is_block(text) => block(out, text, depth),
        Kind::String(text) => writeln!(out, " {}", line(text)).unwrap(),
        Kind::Array(items) if items.is_empty() => out.push_str(" []\n"),
        Kind::Object(members) if members.is_empty() => out.push_str(" {}\n"),
        Kind::Array(items) => {
            out.push('\n');
            for item in items {
                write!(out, "{:1$}-", "", depth * 2).unwrap();
                node(out, item, depth + 1);
            }
        }
        Kind::Object(members) => {
            out.push('\n');
            for member in members {
                let digits = member.key.bytes().all(|byte| byte.is_ascii_digit());
                let bare = digits && !member.key.is_empty();
                let key = if bare {
                    member.key.to_string()
                } else {
                    line(&member.key)
                };
                write!(out, "{:1$}{key}:", "", depth * 2).unwrap();
                node(out, &member.value, depth + 1);
            }
        }
    }
}

fn block(out: &mut String, text: &str, depth: usize) {
    out.push_str(" |-\n");
    for line in text.split('\n') {
        let indent = if line.is_empty() { 0 } else { depth.max(1) * 2 };
        writeln!(out, "{:indent$}{line}", "").unwrap();
    }
}

fn is_block(text: &str) -> bool {
    let printable = text.chars().all(|c| c == '\n' || matches!(c, ' '..='~'));
    text.contains('\n') && printable && !text.starts_with([' ', '\n']) && !text.ends_with('\n')
}

/// In one line, as a plain scalar or as JSON has it.
fn line(text: &str) -> String {
    let begins = text.starts_with(|c: char| c.is_alphabetic());
    let goes_on = text
        .chars()
        .all(|c| c.is_alphanumeric() || " _-./,'()*".contains(c));
    let word = matches!(&*text.to_lowercase(), "true" | "false" | "null");
    if begins && goes_on && !word && !text.ends_with(' ') {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}
