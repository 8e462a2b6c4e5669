//! Macros that generated text types and their users call. Everything that is the same for all types is a function elsewhere.

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
            #[track_caller]
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
        $crate::__open_text!($name);

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&*self.0, f)
            }
        }
    };
}

/// Further impls of a text type that holds content of people.
#[doc(hidden)]
#[macro_export]
macro_rules! __private_text {
    ($name:ident) => {
        $crate::__open_text!($name);

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::show_private_text(f, &self.0)
            }
        }
    };
}

/// Impls of a text type whose text can be had by everybody.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_text {
    ($name:ident) => {
        impl $crate::__private::TextType for $name {
            const RULES: $crate::__private::TextRules = Self::RULES;
            const SECRET: bool = false;
        }

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

        impl ::core::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
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
    };
}

/// Further impls of a text type that must not be shown.
#[doc(hidden)]
#[macro_export]
macro_rules! __secret_text {
    ($name:ident) => {
        impl $crate::__private::TextType for $name {
            const RULES: $crate::__private::TextRules = Self::RULES;
            const SECRET: bool = true;
        }

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

/// A private text type for doc examples.
#[doc(hidden)]
#[macro_export]
macro_rules! __doc_private_text {
    ($name:ident) => {
        #[derive(Clone, PartialEq, Eq)]
        struct $name($crate::__private::Cow<'static, str>);
        $crate::__text_type!(
            $name,
            $crate::__private::TextRules::new(::core::stringify!($name))
        );
        $crate::__private_text!($name);
    };
}
