//! What is said of a text that breaks a rule; it never repeats the text.

use std::fmt;

use super::{Fault, TextRules};
use crate::check::Rule;

/// A text that breaks a rule of its type. It does not hold the text.
#[derive(Clone, Copy)]
pub struct TextError {
    pub(super) rules: TextRules,
    pub(super) fault: Fault,
    pub(super) chars: usize,
    pub(super) bytes: usize,
}

impl TextError {
    pub(crate) fn rule(&self) -> Rule {
        match self.fault {
            Fault::Short | Fault::Long => Rule::Length,
            Fault::Big => Rule::Size,
            Fault::Pattern => Rule::Pattern,
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TextRules {
            name,
            min_chars,
            max_chars,
            max_bytes,
            pattern,
        } = &self.rules;
        match (self.fault, pattern) {
            (Fault::Short, _) if self.chars == 0 => write!(f, "`{name}` must not be empty"),
            (Fault::Short, _) => {
                let limit = counted(*min_chars, "character");
                write!(f, "`{name}` takes at least {limit}, not {}", self.chars)
            }
            (Fault::Long, _) => {
                let limit = counted(*max_chars, "character");
                write!(f, "`{name}` takes at most {limit}, not {}", self.chars)
            }
            (Fault::Big, _) => {
                let limit = counted(*max_bytes, "byte");
                write!(f, "`{name}` takes at most {limit}, not {}", self.bytes)
            }
            (Fault::Pattern, Some(pattern)) => {
                write!(f, "`{name}` must match the pattern `{}`", pattern.source)
            }
            (Fault::Pattern, None) => write!(f, "`{name}` must match its pattern"),
        }
    }
}

fn counted(count: usize, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

impl fmt::Debug for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextError({self})")
    }
}

impl std::error::Error for TextError {}
