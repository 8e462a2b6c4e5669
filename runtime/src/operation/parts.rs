//! What one request is made of before it is signed, and how values are written into it.

use std::borrow::Cow;

use super::Style;
use crate::check::{Rule, Segment, Violation};
use crate::code::Code;
use crate::json::{Encode, Json, NOT_FINITE, Writer};
use crate::multipart::Part;
use crate::payload::Payload;
use crate::secret::Secret;
use crate::server::Place;
use crate::upload::Upload;

/// The parts of one HTTP request, before it is signed.
#[derive(Debug)]
pub struct Parts {
    pub(crate) path: String,
    /// Names, and values percent-encoded.
    pub(crate) query: Vec<(Cow<'static, str>, String)>,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Option<Payload>,
    /// The body, where it is a form of parts: what stands between them is chosen when it is sent.
    pub(crate) form: Option<Vec<Part>>,
    /// Of the body.
    pub(crate) content_type: Cow<'static, str>,
    /// The media type asked for.
    pub(crate) accept: &'static str,
    pub(crate) secrets: Vec<Secret>,
    /// The schemes accepted, where that is not the same for all operations.
    pub(crate) accepts: Option<&'static [&'static [&'static str]]>,
    /// The operation's own servers, the default first.
    pub(crate) servers: &'static [&'static str],
    /// What cannot be sent.
    pub(crate) faults: Vec<Violation>,
    /// Bytes of the body, where that is JSON.
    json_bytes: Option<usize>,
    /// A parameter has parts of its own.
    structured: bool,
}

impl Parts {
    /// Starts from a path template.
    pub fn new(path: &str) -> Self {
        Parts {
            path: path.to_owned(),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            form: None,
            content_type: Cow::Borrowed("application/json"),
            accept: "application/json",
            secrets: Vec::new(),
            accepts: None,
            servers: &[],
            faults: Vec::new(),
            json_bytes: None,
            structured: false,
        }
    }

    /// Says which schemes the operation accepts: alternatives, each of those that go together. With none it goes out unsigned.
    pub fn accepts(&mut self, schemes: &'static [&'static [&'static str]]) {
        self.accepts = Some(schemes);
    }

    /// Says which servers the operation has of its own, the default first.
    pub fn servers(&mut self, urls: &'static [&'static str]) {
        self.servers = urls;
    }

    /// Puts a parameter into the path template, percent-encoded.
    pub fn path<T: Param + ?Sized>(&mut self, name: &str, value: &T) {
        let text = self.param(Place::Path, name, value);
        self.fill(name, &crate::url::encode(&text));
    }

    fn fill(&mut self, name: &str, encoded: &str) {
        self.path = self.path.replace(&format!("{{{name}}}"), encoded);
    }

    /// Adds a query parameter, percent-encoded.
    pub fn query<T: Param + ?Sized>(&mut self, name: &'static str, value: &T) {
        let text = self.param(Place::Query, name, value);
        let value = crate::url::encode(&text);
        self.query.push((Cow::Borrowed(name), value));
    }

    /// Adds a query parameter that may be absent.
    pub fn query_optional<T: Param>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Adds a header.
    pub fn header<T: Param + ?Sized>(&mut self, name: &'static str, value: &T) {
        let text = self.param(Place::Header, name, value);
        self.headers.push((name, text));
    }

    /// Adds a header that may be absent.
    pub fn header_optional<T: Param>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.header(name, value);
        }
    }

    /// Adds a cookie; all of them are one header.
    pub fn cookie<T: Param + ?Sized>(&mut self, name: &'static str, value: &T) {
        let text = self.param(Place::Cookie, name, value);
        self.add_cookie(name, &crate::url::encode(&text));
    }

    fn add_cookie(&mut self, name: &str, encoded: &str) {
        let pair = format!("{name}={encoded}");
        let cookies = self.headers.iter_mut().find(|(name, _)| *name == COOKIE);
        if let Some((_, cookies)) = cookies {
            cookies.push_str("; ");
            cookies.push_str(&pair);
        } else {
            self.headers.push((COOKIE, pair));
        }
    }

    /// Adds a cookie that may be absent.
    pub fn cookie_optional<T: Param>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.cookie(name, value);
        }
    }

    /// Adds a parameter that is more than one word, or is not written as it is.
    pub fn styled<T: Encode + ?Sized>(
        &mut self,
        place: Place,
        name: &'static str,
        style: Style,
        value: &T,
    ) {
        let mut writer = Writer::new();
        value.encode(&mut writer);
        self.set_parameter(place, name, style, writer);
    }

    /// Adds a parameter that may be absent.
    pub fn styled_optional<T: Encode>(
        &mut self,
        place: Place,
        name: &'static str,
        style: Style,
        value: &Option<T>,
    ) {
        if let Some(value) = value {
            self.styled(place, name, style, value);
        }
    }

    /// Takes what `writer` holds for a parameter.
    pub(crate) fn set_parameter(
        &mut self,
        place: Place,
        name: &'static str,
        style: Style,
        mut writer: Writer,
    ) {
        self.take(&mut writer, Some((place, name)));
        self.structured = true;
        let json = writer.as_bytes();
        match place {
            Place::Query => self.query.extend(style.pairs(name, json)),
            Place::Path => {
                let text = style.text(name, json, &crate::url::encode);
                self.fill(name, &text.unwrap_or_default());
            }
            Place::Header => {
                let text = style.header(name, json);
                self.headers.extend(text.map(|text| (name, text)));
            }
            Place::Cookie => {
                if let Some(text) = style.text(name, json, &crate::url::encode) {
                    self.add_cookie(name, &text);
                }
            }
        }
    }

    /// Keeps a text out of logs and errors.
    pub fn secret(&mut self, text: &str) {
        self.secrets.push(Secret::from(text));
    }

    /// Sets the JSON body.
    pub fn json<T: Encode + ?Sized>(&mut self, body: &T) {
        let mut writer = Writer::with_capacity(256);
        body.encode(&mut writer);
        self.set_body(writer);
    }

    /// Says what the JSON of the body is called.
    pub fn content_type(&mut self, media_type: &'static str) {
        self.content_type = Cow::Borrowed(media_type);
    }

    /// Asks for a reply in other media types than `application/json`.
    pub fn accept(&mut self, media_type: &'static str) {
        self.accept = media_type;
    }

    /// Sets a body that is no JSON.
    pub fn raw(&mut self, body: &Upload) {
        self.body = Some(body.source().clone().into());
        self.content_type = body.content_type().to_owned().into();
    }

    /// Sets the body as a form of the members of `body`.
    pub fn form<T: Encode + ?Sized>(&mut self, body: &T) {
        let mut writer = Writer::with_capacity(256);
        body.encode(&mut writer);
        self.set_form(writer);
    }

    /// Takes the members that `writer` holds for a form; what is no object is a form without any.
    pub(crate) fn set_form(&mut self, mut writer: Writer) {
        self.take(&mut writer, None);
        let form = crate::form::encode(writer.as_bytes()).unwrap_or_default();
        self.body = Some(Payload::Whole(form.into()));
        self.content_type = Cow::Borrowed("application/x-www-form-urlencoded");
    }

    /// Sets the body as a form of parts, the members of `body`; `types` are the documented media types of some.
    pub fn multipart<T: Encode + ?Sized>(
        &mut self,
        body: &T,
        types: &[(&'static str, &'static str)],
    ) {
        let mut writer = Writer::with_files();
        body.encode(&mut writer);
        self.set_multipart(writer, types);
    }

    /// Takes the members that `writer` holds for parts; what is no object is a form without any.
    pub(crate) fn set_multipart(
        &mut self,
        mut writer: Writer,
        types: &[(&'static str, &'static str)],
    ) {
        self.take(&mut writer, None);
        self.form = Some(crate::multipart::parts(writer, types).unwrap_or_default());
    }

    /// Takes what `writer` holds for the JSON body.
    pub(crate) fn set_body(&mut self, mut writer: Writer) {
        self.take(&mut writer, None);
        self.json_bytes = Some(writer.len());
        self.body = Some(Payload::Whole(writer.into_bytes().into()));
    }

    /// What must be known of every value written.
    fn take(&mut self, writer: &mut Writer, parameter: Option<(Place, &str)>) {
        self.secrets.extend(writer.take_secrets());
        if writer.has_faults() {
            let outer = parameter.map(|(place, name)| Segment::parameter(place, name));
            self.faults.extend(writer.faults(outer.as_ref()));
        }
    }

    fn param<T: Param + ?Sized>(&mut self, place: Place, name: &str, value: &T) -> String {
        if !value.is_sendable() {
            let path = vec![Segment::parameter(place, name)];
            let fault = Violation::new(Rule::Json, path, NOT_FINITE.to_owned());
            self.faults.push(fault);
        }
        let mut text = String::new();
        value.write_param(&mut text);
        text
    }

    /// No part of the body, nor of a parameter, is longer than that in bytes of JSON. A parameter as a whole may be.
    pub(crate) fn longest_json(&self) -> usize {
        let known = self.json_bytes.filter(|_| !self.structured);
        known.unwrap_or(usize::MAX)
    }
}

/// The header that holds all cookies.
const COOKIE: &str = "cookie";

/// A value that can stand in a path, a query or a header.
pub trait Param {
    /// Appends the value's text, not yet percent-encoded.
    fn write_param(&self, out: &mut String);

    /// Whether services can read it: not NaN nor infinities.
    fn is_sendable(&self) -> bool {
        true
    }
}

impl Param for str {
    fn write_param(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Param for String {
    fn write_param(&self, out: &mut String) {
        out.push_str(self);
    }
}

/// A string without its quotes, anything else as it is.
impl Param for Json {
    fn write_param(&self, out: &mut String) {
        match self.decode::<String>() {
            Ok(text) => out.push_str(&text),
            Err(_) => out.push_str(self.as_str()),
        }
    }

    fn is_sendable(&self) -> bool {
        !self.is_lacking()
    }
}

macro_rules! display_param {
    ($($type:ty)*) => {
        $(impl Param for $type {
            fn write_param(&self, out: &mut String) {
                use std::fmt::Write;
                // Writing to a `String` cannot fail.
                let _ = write!(out, "{self}");
            }
        })*
    };
}
display_param!(bool i8 i16 i32 i64 u8 u16 u32 u64 Code);

macro_rules! float_param {
    ($($type:ty)*) => {
        $(impl Param for $type {
            fn write_param(&self, out: &mut String) {
                use std::fmt::Write;
                // Writing to a `String` cannot fail.
                let _ = write!(out, "{self}");
            }

            fn is_sendable(&self) -> bool {
                self.is_finite()
            }
        })*
    };
}
float_param!(f32 f64);
