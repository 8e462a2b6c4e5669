//! One complaint about a document. Says what is wrong and where; how it looks is [`Source::render`](crate::Source::render)'s affair.

use crate::span::Span;
use crate::suggest;
use crate::value::Value;

/// How bad a [`Finding`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing can be generated from the document as it is.
    Error,
    /// Bindings can be generated, but somebody should look.
    Warning,
}

/// A complaint about a place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// A stable kebab-case id such as `unknown-extension`.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub message: Box<str>,
    /// The place.
    pub span: Span,
    /// What is said beside the place; may be empty.
    pub label: Box<str>,
    /// Other places that matter, each with its remark.
    pub notes: Vec<(Span, String)>,
    /// The next step, where there is one.
    pub help: Option<Box<str>>,
}

impl Finding {
    /// An error at a place.
    pub fn error(code: &'static str, span: Span, message: impl Into<Box<str>>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            span,
            label: Box::default(),
            notes: Vec::new(),
            help: None,
        }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, span: Span, message: impl Into<Box<str>>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, span, message)
        }
    }

    /// Says something beside the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<Box<str>>) -> Self {
        self.label = label.into();
        self
    }

    /// Points at another place.
    #[must_use]
    pub fn note(mut self, span: Span, label: impl Into<String>) -> Self {
        self.notes.push((span, label.into()));
        self
    }

    /// Adds the next step.
    #[must_use]
    pub fn help(mut self, help: impl Into<Box<str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Has every span name its file.
    pub(crate) fn stamp(&mut self, file: u16) {
        self.span.file = file;
        for (span, _) in &mut self.notes {
            span.file = file;
        }
    }

    pub(crate) fn wrong_type(what: &str, expected: &str, found: &Value) -> Self {
        if let Some(fault) = integer_fault(found)
            && expected.contains("integer")
        {
            let message = format!("{what} must be {expected}");
            return Self::error("bad-value", found.span, message).label(fault);
        }
        let message = format!("{what} must be {expected}, not {}", found.described());
        Self::error("wrong-type", found.span, message)
    }

    /// Labels with the near candidate, or else lists all of them where they are few.
    /// `before` is what was found before.
    #[must_use]
    pub(crate) fn suggest(self, name: &str, candidates: &[&str], before: &[Finding]) -> Self {
        if let Some(label) = suggest::did_you_mean(name, candidates.iter().copied(), before) {
            return self.label(label);
        }
        match candidates {
            [one] => self.label(format!("only `{one}` is known here")),
            [first @ .., last] if first.len() < 12 => {
                let first: Vec<_> = first.iter().map(|name| format!("`{name}`")).collect();
                self.help(format!("known here: {} and `{last}`", first.join(", ")))
            }
            _ => self,
        }
    }
}

/// What keeps a number from being read as an integer, where its type would not tell.
pub(crate) fn integer_fault(value: &Value) -> Option<&'static str> {
    value.as_number()?;
    let fits = value.as_i64().is_some() || value.as_u64().is_some();
    let near = value.as_f64().is_some_and(|number| number.abs() < 1e19);
    Some(match value.as_integer() {
        Some(_) if fits => "",
        None if near => "not an integer",
        _ => "more than 64 bits",
    })
}
