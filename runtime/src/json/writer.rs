//! The writer: compact JSON, commas placed by itself.

use std::collections::BTreeMap;

use super::scan::plain_len;
use super::unwritable::NOT_FINITE;
use super::{Encode, Json};
use crate::file::FilePart;
use crate::secret::Secret;

/// Compact JSON into a byte buffer.
///
/// The text is JSON as long as names and values alternate inside objects and everything begun is ended; this is not
/// checked.
///
/// ```
/// let mut w = bindery::json::Writer::new();
/// w.begin_object();
/// w.field("GroupId", "@TGS#1");
/// w.optional("Random", &Some(7u32));
/// w.optional("Cloud", &None::<bool>);
/// w.end_object();
/// assert_eq!(w.as_bytes(), br#"{"GroupId":"@TGS#1","Random":7}"#);
/// ```
#[derive(Clone, Default)]
pub struct Writer {
    pub(super) text: String,
    /// A value stands in front in the same container.
    comma: bool,
    /// Texts that must not be shown should the service repeat them.
    secrets: Vec<Secret>,
    /// Files and the places in the text that stand for them; `None` where nothing but JSON is sent.
    pub(super) files: Option<Vec<(usize, FilePart)>>,
    /// Places in the text where something stands that must not be sent, and why.
    pub(super) faults: Vec<(usize, &'static str)>,
}

impl Writer {
    /// An empty buffer.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty buffer with room for `bytes`.
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            comma: false,
            secrets: Vec::new(),
            files: None,
            faults: Vec::new(),
        }
    }

    /// The text written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// The text written so far.
    pub fn as_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The length of the text in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Opens an object.
    pub fn begin_object(&mut self) {
        self.begin('{');
    }

    /// Closes the innermost object.
    pub fn end_object(&mut self) {
        self.end('}');
    }

    /// Opens an array.
    pub fn begin_array(&mut self) {
        self.begin('[');
    }

    /// Closes the innermost array.
    pub fn end_array(&mut self) {
        self.end(']');
    }

    /// Writes the name of a member. Its value must follow.
    pub fn name(&mut self, name: &str) {
        self.quote(name);
        self.text.push_str("\":");
        self.comma = false;
    }

    /// Writes a member.
    pub fn field<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.name(name);
        value.encode(self);
    }

    /// Writes a member, or nothing for none.
    pub fn optional<T: Encode>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    /// Writes members into the object that is open, or nothing for none. One with a name that is `taken` must not be sent.
    pub fn members<T: Encode>(
        &mut self,
        members: &Option<BTreeMap<String, T>>,
        taken: &[&'static str],
    ) {
        for (name, value) in members.iter().flatten() {
            self.name(name);
            if taken.contains(&name.as_str()) {
                self.taken();
            }
            value.encode(self);
        }
    }

    /// Writes a string, with quotes, backslashes and control characters escaped.
    pub fn string(&mut self, s: &str) {
        self.quote(s);
        self.text.push('"');
    }

    /// Writes a string that must not turn up in logs and errors, and remembers it for [`Writer::take_secrets`].
    pub fn secret(&mut self, s: &str) {
        self.string(s);
        self.secrets.push(Secret::from(s));
    }

    /// The secrets written so far.
    pub fn take_secrets(&mut self) -> Vec<Secret> {
        std::mem::take(&mut self.secrets)
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.separate();
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.separate();
        self.text.push_str("null");
    }

    /// Writes an integer.
    pub fn i64(&mut self, value: i64) {
        self.separate();
        self.text.push_str(itoa::Buffer::new().format(value));
    }

    /// Writes an integer.
    pub fn u64(&mut self, value: u64) {
        self.separate();
        self.text.push_str(itoa::Buffer::new().format(value));
    }

    /// Writes the shortest number that reads back as `value`; `null` for infinities and NaN, which JSON does not have and no call
    /// sends.
    pub fn f64(&mut self, value: f64) {
        if value.is_finite() {
            self.separate();
            self.text.push_str(zmij::Buffer::new().format_finite(value));
        } else {
            self.unwritable(NOT_FINITE);
        }
    }

    /// Writes the shortest number that reads back as `value`; `null` for infinities and NaN, which JSON does not have and no call
    /// sends.
    pub fn f32(&mut self, value: f32) {
        if value.is_finite() {
            self.separate();
            self.text.push_str(zmij::Buffer::new().format_finite(value));
        } else {
            self.unwritable(NOT_FINITE);
        }
    }

    /// Writes a value as its text stands.
    pub fn raw(&mut self, json: &Json) {
        self.separate();
        if json.is_lacking() {
            self.lacking();
        }
        self.text.push_str(json.as_str());
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn begin(&mut self, bracket: char) {
        if self.comma {
            self.text.push(',');
        }
        self.text.push(bracket);
        self.comma = false;
    }

    fn end(&mut self, bracket: char) {
        self.text.push(bracket);
        self.comma = true;
    }

    /// Puts the comma in front of a value, where one belongs.
    pub(super) fn separate(&mut self) {
        if self.comma {
            self.text.push(',');
        }
        self.comma = true;
    }

    /// Writes a string up to its closing quote.
    fn quote(&mut self, s: &str) {
        if self.comma {
            self.text.push_str(",\"");
        } else {
            self.text.push('"');
        }
        self.comma = true;
        let plain = plain_len(s.as_bytes());
        self.text.push_str(&s[..plain]);
        if plain < s.len() {
            self.escaped(&s[plain..]);
        }
    }

    /// Writes what starts at a character that must be escaped.
    fn escaped(&mut self, mut rest: &str) {
        while let Some(&special) = rest.as_bytes().first() {
            self.escape(special);
            let behind = &rest[1..];
            let (plain, next) = behind.split_at(plain_len(behind.as_bytes()));
            self.text.push_str(plain);
            rest = next;
        }
    }

    fn escape(&mut self, byte: u8) {
        self.text.push_str(match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            0x09 => "\\t",
            0x0a => "\\n",
            0x0c => "\\f",
            0x0d => "\\r",
            _ => return self.escape_control(byte),
        });
    }

    /// Digit by digit: formatting a number takes many times as long.
    fn escape_control(&mut self, byte: u8) {
        let digit = b"0123456789abcdef"[usize::from(byte & 0xf)];
        self.text
            .push_str(if byte < 0x10 { "\\u000" } else { "\\u001" });
        self.text.push(digit.into());
    }
}

/// Shows the length, not the text: it may hold secrets.
impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("len", &self.text.len())
            .finish_non_exhaustive()
    }
}
