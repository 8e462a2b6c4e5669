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
    let mut text = String::with_capacity(template.len());
    let mut pieces = template.split('$');
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let end = piece
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.push_str(value);
        } else {
            text.push('$');
            text.push_str(name);
        }
        text.push_str(rest);
    }
    text
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
