//! A buffer for Rust text, filled from templates that read like the code they become.

/// Generated text.
#[derive(Debug, Default)]
pub(crate) struct Source(String);

impl Source {
    /// Appends a template in which `$name` stands for a value. `$` followed by no known name stays as it is.
    pub(crate) fn add(&mut self, template: &str, values: &[(&str, &str)]) {
        let mut pieces = template.split('$');
        self.0.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let end = piece
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(piece.len());
            let (name, rest) = piece.split_at(end);
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                self.0.push_str(value)
            } else {
                self.0.push('$');
                self.0.push_str(name);
            }
            self.0.push_str(rest);
        }
    }

    /// Appends text as it is.
    pub(crate) fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// A template on its own.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut source = Source::default();
    source.add(template, values);
    source.finish()
}

/// A Rust string literal.
pub(crate) fn quoted(text: &str) -> String {
    format!("{text:?}")
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
            fill(
                "fn $name() -> $ty { $body }",
                &[("name", "f"), ("ty", "u8"), ("body", "1")]
            ),
            "fn f() -> u8 { 1 }"
        );
        assert_eq!(fill("a $b $c", &[("c", "$b")]), "a $b $b");
        assert_eq!(quoted("a\"\n\u{1}"), r#""a\"\n\u{1}""#);
    }
}
