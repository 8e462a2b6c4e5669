//! The compile error for a literal that breaks a rule. Formatting is not `const`, so the message is put together by hand.

use super::{Fault, TextRules, count_chars};

/// Longer messages are cut.
const ROOM: usize = 256;

/// Panics with a message that names the type and its rule: in a `const`, a compile error.
#[track_caller]
pub(super) const fn refuse(rules: &TextRules, fault: Fault, text: &str) -> ! {
    let mut message = Message {
        bytes: [0; ROOM],
        len: 0,
    };
    message.push("`");
    message.push(rules.name);
    match (fault, &rules.pattern) {
        (Fault::Short, _) if text.is_empty() => message.push("` must not be empty"),
        (Fault::Short, _) => message.limit("` takes at least ", rules.min_chars, " character"),
        (Fault::Long, _) => message.limit("` takes at most ", rules.max_chars, " character"),
        (Fault::Big, _) => message.limit("` takes at most ", rules.max_bytes, " byte"),
        (Fault::Pattern, Some(pattern)) => {
            message.push("` must match the pattern `");
            message.push(pattern.source);
            message.push("`");
        }
        (Fault::Pattern, None) => message.push("` must match its pattern"),
    }
    match fault {
        Fault::Short | Fault::Long if !text.is_empty() => message.found(count_chars(text)),
        Fault::Big => message.found(text.len()),
        _ => {}
    }
    panic!("{}", message.text())
}

struct Message {
    bytes: [u8; ROOM],
    len: usize,
}

impl Message {
    const fn limit(&mut self, before: &str, limit: usize, unit: &str) {
        self.push(before);
        self.number(limit);
        self.push(unit);
        if limit != 1 {
            self.push("s");
        }
    }

    const fn found(&mut self, count: usize) {
        self.push(", this text has ");
        self.number(count);
    }

    const fn push(&mut self, text: &str) {
        let mut at = 0;
        while at < text.len() && self.len < ROOM {
            self.bytes[self.len] = text.as_bytes()[at];
            self.len += 1;
            at += 1;
        }
    }

    const fn number(&mut self, number: usize) {
        if number >= 10 {
            self.number(number / 10);
        }
        let digits = "0123456789";
        self.push(digits.split_at(number % 10).1.split_at(1).0);
    }

    const fn text(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            // Cut inside a character.
            Err(_) => "this text breaks a rule of its type",
        }
    }
}
