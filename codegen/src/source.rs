//! A buffer for Rust text, filled from templates that read like the code they become.

use std::fmt::Display;

/// Generated text.
#[derive(Debug, Default)]
pub(crate) struct Source(String);

impl Source {
    /// Appends text as it is.
    pub(crate) fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Fills a template in which `$name` stands for a value: `fill!("fn $name() -> $ty {}", name = operation.function, ty)`,
/// where `ty` alone is the variable of that name.
macro_rules! fill {
    ($template:expr, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::source::fill_in(
            $template,
            &[$((stringify!($name), AsRef::<str>::as_ref(&$crate::source::value!($name $(, $value)?)))),+],
        )
    };
}

macro_rules! value {
    ($name:ident) => {
        $name
    };
    ($name:ident, $value:expr) => {
        $value
    };
}

pub(crate) use {fill, value};

/// What [`fill!`] comes to. `$` followed by no known name stays as it is.
pub(crate) fn fill_in(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(2 * template.len());
    // Bytes by index: an unoptimised generator spends a fifth of its time here.
    let bytes = template.as_bytes();
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'$' {
            at += 1;
            continue;
        }
        let end = name_end(bytes, at + 1);
        let name = &template[at + 1..end];
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.push_str(&template[done..at]);
            text.push_str(value);
            done = end;
        }
        at = end;
    }
    text.push_str(&template[done..]);
    text
}

/// Where the name that begins at `at` ends.
fn name_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'_') {
        at += 1;
    }
    at
}

/// A Rust string literal.
pub(crate) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// An `Option` of an expression.
pub(crate) fn option(value: Option<impl Display>) -> String {
    match value {
        Some(value) => format!("::core::option::Option::Some({value})"),
        None => "::core::option::Option::None".to_owned(),
    }
}

/// A slice of string literals.
pub(crate) fn quoted_list<S: AsRef<str>>(texts: &[S]) -> String {
    let items: Vec<_> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!("&[{}]", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates() {
        assert_eq!(
            fill!(
                "fn $name() -> $ty { $body }",
                name = "f",
                ty = "u8",
                body = "1"
            ),
            "fn f() -> u8 { 1 }"
        );
        assert_eq!(fill!("a $b $c", c = "$b"), "a $b $b");
        assert_eq!(quoted("a\"\n\u{1}"), r#""a\"\n\u{1}""#);
    }
}
