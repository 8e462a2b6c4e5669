//! A tree back to JSON.

use bindery_spec::{Kind, Member, Value};

pub(crate) fn text(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(flag) => flag.to_string(),
        Kind::Number(digits) => digits.to_string(),
        Kind::String(text) => quoted(text),
        Kind::Array(items) => {
            let items: Vec<_> = items.iter().map(text).collect();
            format!("[{}]", items.join(", "))
        }
        Kind::Object(members) => {
            let member =
                |member: &Member| format!("{}: {}", quoted(&member.key), text(&member.value));
            let members: Vec<_> = members.iter().map(member).collect();
            format!("{{{}}}", members.join(",\n"))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.extend(format!("\\u{:04x}", u32::from(c)).chars()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
