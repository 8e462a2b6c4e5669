//! What is wrong with a text that is not JSON, in the words of its author, and the next step.

use crate::finding::Finding;
use crate::json::nested::Open;
use crate::json::reader::span;
use crate::span::Span;

/// One way in which a text is not JSON. Boxed, so that the way of a text that is JSON stays cheap.
pub(super) struct Slip(Box<Finding>);

impl Slip {
    pub(super) fn new(
        span: Span,
        message: impl Into<Box<str>>,
        label: impl Into<Box<str>>,
    ) -> Self {
        Self(Box::new(
            Finding::error("syntax", span, message).label(label),
        ))
    }

    pub(super) fn finding(self) -> Finding {
        *self.0
    }

    /// Says that nothing is said about the rest of the text.
    pub(super) fn last_of(mut self, most: usize) -> Self {
        let help = format!("the first {most} slips are listed, there may be more");
        self.0.help = Some(help.into());
        self
    }

    fn note(mut self, span: Span, label: &str) -> Self {
        self.0.notes.push((span, label.to_owned()));
        self
    }
}

pub(super) fn yaml() -> Finding {
    let message = "this is YAML, a JSON document is needed";
    Finding::error("syntax", Span::start_of_file(), message).help(
        "convert it first, for example with `yq -o json`; the command `bindery` reads it as it is",
    )
}

pub(super) fn empty() -> Slip {
    let label = "an OpenAPI document is a JSON object";
    Slip::new(Span::start_of_file(), "the document is empty", label)
}

pub(super) fn after_the_end(at: Span) -> Slip {
    Slip::new(at, "something stands after the document", "remove it")
}

pub(super) fn closes_nothing(at: Span, close: u8) -> Slip {
    let message = format!("`{}` closes nothing", char::from(close));
    Slip::new(at, message, "remove it")
}

pub(super) fn too_deep(at: Span, deepest: usize) -> Slip {
    let label = format!("more than {deepest} levels");
    Slip::new(at, "the document is nested too deeply", label)
}

pub(super) fn unclosed(at: Span, open: Open) -> Slip {
    let message = format!("the document ends inside {}", open.what());
    let label = format!("`{}` is missing", char::from(open.close));
    Slip::new(at, message, label).note(open.span(), "it begins here")
}

pub(super) fn other_bracket(at: Span, close: u8, open: Open) -> Slip {
    let (found, needed) = (char::from(close), char::from(open.close));
    let message = format!("`{found}` where {} is open", open.what());
    Slip::new(at, message, format!("`{needed}` closes it")).note(open.span(), "it begins here")
}

pub(super) fn trailing_comma(at: Span) -> Slip {
    Slip::new(at, "a comma without a value after it", "remove the comma")
}

pub(super) fn stray_comma(at: Span) -> Slip {
    let label = "remove it or put a value before it";
    Slip::new(at, "a comma where a value belongs", label)
}

pub(super) fn missing_comma(at: Span) -> Slip {
    Slip::new(at, "a comma is missing", "put `,` here")
}

pub(super) fn text_behind_string(at: Span) -> Slip {
    let label = "put `,` here, or write a quote inside the string as `\\\"`";
    Slip::new(at, "something follows a string directly", label)
}

pub(super) fn no_value(key: Span) -> Slip {
    Slip::new(key, "a key without a value", "`:` and a value are missing")
}

pub(super) fn no_value_after_colon(colon: Span) -> Slip {
    Slip::new(colon, "a key without a value", "a value is missing")
}

pub(super) fn no_colon(at: Span, key: Span) -> Slip {
    Slip::new(at, "no `:` after a key", "put `:` here").note(key, "the key")
}

pub(super) fn bare_key(key: Span) -> Slip {
    Slip::new(key, "a key without quotes", "write it in double quotes")
}

pub(super) fn single_quotes(string: Span) -> Slip {
    Slip::new(string, "a string in single quotes", "use double quotes")
}

/// A character that begins nothing, where `what` belongs.
pub(super) fn unexpected(at: Span, character: char, what: &str) -> Slip {
    let label = match character {
        '“' | '”' | '„' | '‘' | '’' | '`' => "use straight double quotes",
        _ => "",
    };
    let shown = character.escape_debug();
    Slip::new(at, format!("`{shown}` where {what} belongs"), label)
}

pub(super) fn comment(at: Span) -> Slip {
    Slip::new(at, "JSON has no comments", "say it in a `description`")
}

pub(super) fn unclosed_comment(at: Span) -> Slip {
    Slip::new(
        at,
        "a comment that is never closed",
        "JSON has no comments, remove it",
    )
}

pub(super) fn odd_space(at: Span, character: char) -> Slip {
    let message = format!(
        "a space that JSON does not know, U+{:04X}",
        u32::from(character)
    );
    Slip::new(at, message, "remove it")
}

pub(super) fn unclosed_string(opening: usize) -> Slip {
    let at = span(opening, opening + 1);
    Slip::new(at, "a string that is never closed", "`\"` is missing")
}

pub(super) fn line_end_in_string(at: Span, opening: usize) -> Slip {
    let label = "close the string before it, or write it as `\\n`";
    let opening = span(opening, opening + 1);
    Slip::new(at, "a line ends inside a string", label).note(opening, "the string begins here")
}

pub(super) fn control_character(at: Span, byte: u8) -> Slip {
    let message = "a control character stands bare in a string";
    Slip::new(at, message, format!("write it as `\\u{byte:04x}`"))
}

pub(super) fn unknown_escape(at: Span) -> Slip {
    let label = "write a backslash as `\\\\`";
    Slip::new(at, "an escape that JSON does not have", label)
}

pub(super) fn short_escape(at: Span) -> Slip {
    Slip::new(
        at,
        "an escape that is cut short",
        "`\\u` takes four hexadecimal digits",
    )
}

pub(super) fn lone_surrogate(at: Span) -> Slip {
    let label = "beyond U+FFFF a character takes two escapes";
    Slip::new(at, "half of a surrogate pair", label)
}
