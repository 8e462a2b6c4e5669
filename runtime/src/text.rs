//! Texts that hold what the spec allows: the rules, and the impls of generated newtypes.
//! What is made here keeps the rules; what a reply holds is taken as it came, and checked before it is sent on.

use std::fmt;

use crate::check::Rule;
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

    /// Checks a literal. In a `const` the panic is a compile error.
    ///
    /// # Panics
    ///
    /// When `text` breaks a rule.
    pub const fn assert(&self, text: &'static str) {
        match self.fault(text) {
            None => {}
            Some(Fault::Big) => panic!("this text has more bytes than its type allows"),
            Some(Fault::Short) => panic!("this text has fewer characters than its type asks for"),
            Some(Fault::Long) => panic!("this text has more characters than its type allows"),
            Some(Fault::Pattern) => panic!("this text does not match the pattern of its type"),
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

/// A text that breaks a rule of its type. It does not hold the text.
#[derive(Clone, Copy)]
pub struct TextError {
    rules: TextRules,
    fault: Fault,
    chars: usize,
    bytes: usize,
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
            (Fault::Big, _) => write!(
                f,
                "`{name}` takes at most {max_bytes} bytes, not {}",
                self.bytes
            ),
            (Fault::Short, _) if self.chars == 0 => write!(f, "`{name}` must not be empty"),
            (Fault::Short, _) => write!(
                f,
                "`{name}` takes at least {min_chars} characters, not {}",
                self.chars
            ),
            (Fault::Long, _) => write!(
                f,
                "`{name}` takes at most {max_chars} characters, not {}",
                self.chars
            ),
            (Fault::Pattern, Some(pattern)) => {
                write!(f, "`{name}` must match the pattern `{}`", pattern.source)
            }
            (Fault::Pattern, None) => write!(f, "`{name}` must match its pattern"),
        }
    }
}

impl fmt::Debug for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextError({self})")
    }
}

impl std::error::Error for TextError {}

/// Makes a text constant that is checked while the crate is compiled.
///
/// ```
/// # bindery::__private::doc_text!(UserId);
/// let admin = bindery::literal!(UserId, "administrator");
/// assert_eq!(admin.as_str(), "administrator");
/// ```
#[macro_export]
macro_rules! literal {
    ($type:ty, $text:expr) => {{
        const LITERAL: $type = <$type>::from_static($text);
        LITERAL
    }};
}

/// The impls of a generated text newtype `struct Name(Cow<'static, str>)`.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_type {
    ($name:ident, $rules:expr) => {
        impl $name {
            /// The rules every value keeps.
            pub const RULES: $crate::__private::TextRules = $rules;

            /// Checks and takes a text.
            pub fn new(
                text: impl ::core::convert::Into<$crate::__private::String>,
            ) -> ::core::result::Result<Self, $crate::TextError> {
                let text = text.into();
                Self::RULES.check(&text)?;
                ::core::result::Result::Ok($name($crate::__private::Cow::Owned(text)))
            }

            /// Takes a literal; in a `const` (see [`literal!`]($crate::literal)) a wrong one is a compile error.
            ///
            /// # Panics
            ///
            /// When the text breaks a rule of the type.
            pub const fn from_static(text: &'static str) -> Self {
                Self::RULES.assert(text);
                $name($crate::__private::Cow::Borrowed(text))
            }
        }

        impl ::core::convert::TryFrom<&str> for $name {
            type Error = $crate::TextError;

            fn try_from(text: &str) -> ::core::result::Result<Self, $crate::TextError> {
                $name::new(text)
            }
        }

        impl ::core::convert::TryFrom<$crate::__private::String> for $name {
            type Error = $crate::TextError;

            fn try_from(
                text: $crate::__private::String,
            ) -> ::core::result::Result<Self, $crate::TextError> {
                $name::new(text)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::TextError;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::TextError> {
                $name::new(text)
            }
        }

        impl $crate::__private::Decode for $name {
            fn decode(
                r: &mut $crate::__private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::__private::DecodeError> {
                // Replies are taken as they come; a request is checked as a whole before it leaves or is served.
                ::core::result::Result::Ok($name($crate::__private::Cow::Owned(
                    $crate::__private::Cow::into_owned(r.string()?),
                )))
            }
        }

        impl $crate::__private::Check for $name {
            fn check(&self, c: &mut $crate::__private::Checker) {
                c.text(&Self::RULES, &self.0);
            }
        }

        impl $crate::__private::Handle<$name> for $name {
            type Kind = $crate::AnyKind;

            fn into_id(self) -> $name {
                self
            }
        }

        impl $crate::__private::Param for $name {
            fn write_param(&self, out: &mut $crate::__private::String) {
                out.push_str(&self.0);
            }
        }
    };
}

/// Further impls of a text type that may be shown.
#[doc(hidden)]
#[macro_export]
macro_rules! __shown_text {
    ($name:ident) => {
        impl $crate::__private::Encode for $name {
            fn encode(&self, w: &mut $crate::__private::Writer) {
                w.string(&self.0);
            }
        }

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&*self.0, f)
            }
        }
    };
}

/// Further impls of a text type that must not be shown.
#[doc(hidden)]
#[macro_export]
macro_rules! __secret_text {
    ($name:ident) => {
        impl $crate::__private::Encode for $name {
            fn encode(&self, w: &mut $crate::__private::Writer) {
                w.secret(&self.0);
            }
        }

        impl $name {
            /// The text itself. Keep it out of logs and messages.
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(::core::concat!(::core::stringify!($name), "(redacted)"))
            }
        }
    };
}

/// A text type for doc examples.
#[doc(hidden)]
#[macro_export]
macro_rules! __doc_text {
    ($name:ident) => {
        #[derive(Clone, PartialEq, Eq)]
        struct $name($crate::__private::Cow<'static, str>);
        $crate::__text_type!(
            $name,
            $crate::__private::TextRules::new(::core::stringify!($name))
        );
        $crate::__shown_text!($name);
    };
}
