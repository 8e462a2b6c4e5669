//! Extensions that are one value: `x-bindery-name`, `x-bindery-secret`, `x-bindery-private`, `x-bindery-max-bytes`.

use crate::extension::Extension;
use crate::extension::fields::not_positive;
use crate::finding::Finding;
use crate::identifier;
use crate::span::Span;
use crate::value::{Member, Value};

/// A name or other text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The text.
    pub text: String,
    /// The string in the document.
    pub span: Span,
}

/// `x-bindery-name`: a name on the Rust side, a valid identifier and no keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustName(pub Name);

/// `x-bindery-secret`: `true` where the value is never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secret(pub bool);

/// `x-bindery-private`: `true` where the value is of people, and shows in `Debug` as its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Private(pub bool);

/// `x-bindery-max-bytes`: the most bytes of a string's UTF-8, or of any other value's compact JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxBytes {
    /// The limit, inclusive.
    pub bytes: u64,
    /// The number in the document.
    pub span: Span,
}

impl Name {
    /// The key of a member as a name that becomes an identifier.
    pub(super) fn of_key(member: &Member, what: &str, findings: &mut Vec<Finding>) -> Option<Self> {
        let name = Self {
            text: member.key.to_string(),
            span: member.key_span,
        };
        name.checked(what, findings)
    }

    /// The name itself, if it can be an identifier.
    pub(super) fn checked(self, what: &str, findings: &mut Vec<Finding>) -> Option<Self> {
        let Some(label) = identifier::fault(&self.text) else {
            return Some(self);
        };
        let message = format!("`{}` cannot name {what}", self.text);
        findings.push(Finding::error("bad-name", self.span, message).label(label));
        None
    }
}

impl Extension for RustName {
    const KEY: &'static str = "x-bindery-name";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let Some(text) = value.as_str() else {
            findings.push(Finding::wrong_type("`x-bindery-name`", "a string", value));
            return None;
        };
        let name = Name {
            text: text.to_owned(),
            span: value.span,
        };
        name.checked("a Rust item", findings).map(Self)
    }
}

impl Extension for Secret {
    const KEY: &'static str = "x-bindery-secret";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        flag("`x-bindery-secret`", value, findings).map(Self)
    }
}

impl Extension for Private {
    const KEY: &'static str = "x-bindery-private";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        flag("`x-bindery-private`", value, findings).map(Self)
    }
}

impl Extension for MaxBytes {
    const KEY: &'static str = "x-bindery-max-bytes";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let bytes = value.as_u64().filter(|bytes| *bytes > 0);
        if bytes.is_none() {
            findings.push(not_positive("`x-bindery-max-bytes`", u64::MAX, value));
        }
        Some(Self {
            bytes: bytes?,
            span: value.span,
        })
    }
}

fn flag(what: &str, value: &Value, findings: &mut Vec<Finding>) -> Option<bool> {
    let flag = value.as_bool();
    if flag.is_none() {
        findings.push(Finding::wrong_type(what, "true or false", value));
    }
    flag
}
