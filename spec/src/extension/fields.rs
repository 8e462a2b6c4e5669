//! Reading the members of one object of the vocabulary, with a precise complaint about each that is wrong.

use crate::extension::{CodeValue, Name};
use crate::finding::{Finding, integer_fault};
use crate::pointer::{Pointer, Shape};
use crate::value::Value;

/// The members of an object. Every method complains on its own, so that a reader can ask for all
/// members before it gives up on any.
pub(super) struct Fields<'a, 'f> {
    object: &'a Value,
    /// What the object is called in messages, with backticks where it is a key.
    what: &'static str,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl<'a, 'f> Fields<'a, 'f> {
    /// Opens an object whose members are all among `known`.
    pub(super) fn open(
        object: &'a Value,
        what: &'static str,
        known: &[&str],
        findings: &'f mut Vec<Finding>,
    ) -> Option<Self> {
        let Some(members) = object.as_object() else {
            findings.push(Finding::wrong_type(what, "an object", object));
            return None;
        };
        for member in members
            .iter()
            .filter(|member| !known.contains(&&*member.key))
        {
            let message = format!("{what} has no member `{}`", member.key);
            let finding = Finding::error("unknown-member", member.key_span, message);
            findings.push(finding.suggest(&member.key, known, findings));
        }
        Some(Self {
            object,
            what,
            findings,
        })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.object.get(key)
    }

    /// The member, with a complaint where it is missing.
    pub(super) fn required(&mut self, key: &str) -> Option<&'a Value> {
        let value = self.object.get(key);
        if value.is_none() {
            let message = format!("{} lacks `{key}`", self.what);
            self.findings
                .push(Finding::error("missing-member", self.object.span, message));
        }
        value
    }

    pub(super) fn pointer(&mut self, key: &str, shape: Shape) -> Option<Pointer> {
        let value = self.required(key)?;
        self.as_pointer(key, value, shape)
    }

    pub(super) fn optional_pointer(&mut self, key: &str, shape: Shape) -> Option<Pointer> {
        let value = self.get(key)?;
        self.as_pointer(key, value, shape)
    }

    /// A list of JSON Pointers, empty where it is absent.
    pub(super) fn pointers(&mut self, key: &str, shape: Shape) -> Vec<Pointer> {
        let items = self.items(key);
        items
            .iter()
            .filter_map(|item| self.as_pointer(key, item, shape))
            .collect()
    }

    /// A string that may be absent.
    pub(super) fn text(&mut self, key: &str) -> Option<Name> {
        let value = self.get(key)?;
        self.as_text(key, value)
    }

    pub(super) fn required_text(&mut self, key: &str) -> Option<Name> {
        let value = self.required(key)?;
        self.as_text(key, value)
    }

    /// A list of strings, empty where it is absent.
    pub(super) fn texts(&mut self, key: &str) -> Vec<Name> {
        let items = self.items(key);
        items
            .iter()
            .filter_map(|item| self.as_text(key, item))
            .collect()
    }

    /// A Boolean, `false` where it is absent.
    pub(super) fn flag(&mut self, key: &str) -> bool {
        let Some(value) = self.get(key) else {
            return false;
        };
        value.as_bool().unwrap_or_else(|| {
            self.wrong(key, "true or false", value);
            false
        })
    }

    /// An integer of at least 1.
    pub(super) fn positive(&mut self, key: &str, value: &Value) -> Option<u32> {
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| *number > 0);
        if number.is_none() {
            let what = self.member(key);
            self.findings
                .push(not_positive(&what, u64::from(u32::MAX), value));
        }
        number
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &str,
        value: &Value,
        words: &[(&str, T)],
    ) -> Option<T> {
        let names: Vec<_> = words.iter().map(|(name, _)| *name).collect();
        let Some(text) = value.as_str() else {
            self.wrong(key, &one_of(&names), value);
            return None;
        };
        let found = words
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, meaning)| *meaning);
        if found.is_none() {
            let message = format!("{} cannot be `{text}`", self.member(key));
            let finding = Finding::error("bad-value", value.span, message);
            self.findings
                .push(finding.suggest(text, &names, self.findings));
        }
        found
    }

    pub(super) fn code(&mut self, key: &str, value: &Value) -> Option<CodeValue> {
        let code = CodeValue::from_value(value);
        if code.is_none() {
            self.wrong(key, "an integer or a string", value);
        }
        code
    }

    /// The items of an array, none where it is absent or no array.
    pub(super) fn items(&mut self, key: &str) -> &'a [Value] {
        let Some(value) = self.get(key) else {
            return &[];
        };
        value.as_array().unwrap_or_else(|| {
            self.wrong(key, "an array", value);
            &[]
        })
    }

    /// Complains about the type of a member.
    pub(super) fn wrong(&mut self, key: &str, expected: &str, value: &Value) {
        let what = self.member(key);
        self.findings
            .push(Finding::wrong_type(&what, expected, value));
    }

    fn as_pointer(&mut self, key: &str, value: &Value, shape: Shape) -> Option<Pointer> {
        let what = self.member(key);
        Pointer::read(value, &what, shape, self.findings)
    }

    fn as_text(&mut self, key: &str, value: &Value) -> Option<Name> {
        let text = value.as_str();
        if text.is_none() {
            self.wrong(key, "a string", value);
        }
        Some(Name {
            text: text?.to_owned(),
            span: value.span,
        })
    }

    fn member(&self, key: &str) -> String {
        format!("`{key}` of {}", self.what)
    }
}

/// The complaint about what is no integer from 1 to `most`.
pub(super) fn not_positive(what: &str, most: u64, value: &Value) -> Finding {
    let Some(fault) = integer_fault(value) else {
        return Finding::wrong_type(what, "a positive integer", value);
    };
    let message = format!("{what} must be an integer of at least 1");
    let finding = Finding::error("bad-value", value.span, message);
    match value.as_u64() {
        Some(number) if number > most => finding.label(format!("at most {most}")),
        _ => finding.label(fault),
    }
}

fn one_of(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(" or ")
}
