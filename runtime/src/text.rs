//! Texts that hold what the spec allows: the rules, and the impls of generated newtypes.
//! What is made here keeps the rules; what a reply holds is taken as it came, and checked before it is sent on.

mod error;
mod literal;
mod macros;

pub use self::error::TextError;
use crate::pattern::Pattern;

/// The rules of one text type. Checks are `const`, so that a literal is checked at compile time.
#[derive(Debug, Clone, Copy)]
pub struct TextRules {
    /// The type's name in the spec, for messages.
    pub name: &'static str,
    /// Fewest characters (Unicode scalar values).
    pub min_chars: usize,
    /// Most characters.
    pub max_chars: usize,
    /// Most bytes of UTF-8.
    pub max_bytes: usize,
    /// A pattern the text must match.
    pub pattern: Option<Pattern>,
}

/// The rule a text breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Short,
    Long,
    Big,
    Pattern,
}

impl TextRules {
    /// No rules yet.
    pub const fn new(name: &'static str) -> Self {
        TextRules {
            name,
            min_chars: 0,
            max_chars: usize::MAX,
            max_bytes: usize::MAX,
            pattern: None,
        }
    }

    const fn fault(&self, text: &str) -> Option<Fault> {
        if text.len() > self.max_bytes {
            return Some(Fault::Big);
        }
        let chars = count_chars(text);
        if chars < self.min_chars {
            return Some(Fault::Short);
        }
        if chars > self.max_chars {
            return Some(Fault::Long);
        }
        match &self.pattern {
            Some(pattern) if !pattern.matches(text) => Some(Fault::Pattern),
            _ => None,
        }
    }

    /// Checks `text` against every rule.
    pub const fn check(&self, text: &str) -> Result<(), TextError> {
        match self.fault(text) {
            None => Ok(()),
            Some(fault) => Err(TextError {
                rules: *self,
                fault,
                chars: count_chars(text),
                bytes: text.len(),
            }),
        }
    }

    /// Checks a literal. In a `const` the panic is a compile error, and by `track_caller` one that stands at the literal.
    ///
    /// # Panics
    ///
    /// When `text` breaks a rule.
    #[track_caller]
    pub const fn assert(&self, text: &'static str) {
        if let Some(fault) = self.fault(text) {
            literal::refuse(self, fault, text);
        }
    }
}

const fn count_chars(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut chars) = (0, 0);
    while at < bytes.len() {
        if bytes[at] & 0xC0 != 0x80 {
            chars += 1;
        }
        at += 1;
    }
    chars
}
