//! Reading values whose tag says what they are. Generated unions lean on these.

use std::borrow::Cow;

use crate::check::{Check, Checker};
use crate::json::{Decode, DecodeError, DecodeErrorKind, Encode, Json, Kind, Reader, Writer};

/// The text of a tag, without its quotes should it have them.
type Tag<'a> = Result<Cow<'a, str>, DecodeError>;

/// Reads a union that knows all its tags.
pub fn closed_union<'a, T>(
    r: &mut Reader<'a>,
    tag: &str,
    variant: impl FnOnce(&str, &mut Reader<'a>) -> Option<Result<T, DecodeError>>,
) -> Result<T, DecodeError> {
    closed(r, tag, text, variant)
}

/// As [`closed_union`], with tags that are numbers or truth values.
pub fn closed_plain_union<'a, T>(
    r: &mut Reader<'a>,
    tag: &str,
    variant: impl FnOnce(&str, &mut Reader<'a>) -> Option<Result<T, DecodeError>>,
) -> Result<T, DecodeError> {
    closed(r, tag, plain, variant)
}

/// Reads a union of a reply: what no variant can read is kept as it came, so that one odd value does not cost the rest.
pub fn open_union<'a, T>(
    r: &mut Reader<'a>,
    tag: &str,
    unknown: impl FnOnce(Json) -> T,
    variant: impl FnOnce(&str, &mut Reader<'a>) -> Option<Result<T, DecodeError>>,
) -> Result<T, DecodeError> {
    open(r, tag, text, unknown, variant)
}

/// As [`open_union`], with tags that are numbers or truth values.
pub fn open_plain_union<'a, T>(
    r: &mut Reader<'a>,
    tag: &str,
    unknown: impl FnOnce(Json) -> T,
    variant: impl FnOnce(&str, &mut Reader<'a>) -> Option<Result<T, DecodeError>>,
) -> Result<T, DecodeError> {
    open(r, tag, plain, unknown, variant)
}

fn closed<'a, T>(
    r: &mut Reader<'a>,
    tag: &str,
    read: impl FnOnce(Reader<'a>) -> Tag<'a>,
    variant: impl FnOnce(&str, &mut Reader<'a>) -> Option<Result<T, DecodeError>>,
) -> Result<T, DecodeError> {
    let value = r
        .peek_member(tag)?
        .ok_or_else(|| DecodeError::missing(tag))?;
    let value = read(value).map_err(|e| e.at(tag))?;
    variant(&value, r).unwrap_or_else(|| {
        Err(DecodeError::not_allowed("a tag that the document does not list").at(tag))
    })
}

fn open<'a, T>(
    r: &mut Reader<'a>,
    tag: &str,
    read: impl FnOnce(Reader<'a>) -> Tag<'a>,
    unknown: impl FnOnce(Json) -> T,
    variant: impl FnOnce(&str, &mut Reader<'a>) -> Option<Result<T, DecodeError>>,
) -> Result<T, DecodeError> {
    let mut attempt = r.clone();
    if let Kind::Object = r.peek()?
        && let Some(value) = r.peek_member(tag)?
        && let Ok(value) = read(value)
        && let Some(Ok(found)) = variant(&value, &mut attempt)
    {
        *r = attempt;
        return Ok(found);
    }
    r.unlisted(())?;
    r.raw().map(unknown)
}

fn text(mut value: Reader<'_>) -> Tag<'_> {
    value.string()
}

fn plain(mut value: Reader<'_>) -> Tag<'_> {
    match value.peek()? {
        Kind::Number | Kind::Bool => Ok(value.raw()?.as_str().to_owned().into()),
        _ => Err(DecodeError::not_allowed("no number and no truth value")),
    }
}

/// Writes the members of a value as they came, those left out that unions around it have written.
pub fn members_but(json: &Json, written: &[&str], w: &mut Writer) {
    if json.is_lacking() {
        w.lacking();
    }
    // The text was read before, so nothing can be wrong with it.
    let _ = json.reader().object(&mut |r, name| {
        let value = r.raw()?;
        if !written.contains(&name) {
            w.name(name);
            w.raw(&value);
        }
        Ok(())
    });
}

/// Reads the one member of an object that holds the content of a tagged value.
pub fn content<T: Decode>(r: &mut Reader<'_>, name: &'static str) -> Result<T, DecodeError> {
    let mut content = None;
    r.object(&mut |r, member| {
        if member == name {
            r.field(&mut content)
        } else {
            r.skip()
        }
    })?;
    crate::json::required(content, name)
}

/// A value of the documented type, or any other JSON as it came.
///
/// ```
/// use bindery::{OrJson, json};
/// let placeholder: OrJson<Vec<u32>> = json::decode(br#"{"gone": true}"#)?;
/// assert!(matches!(placeholder, OrJson::Other(_)));
/// # Ok::<(), bindery::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum OrJson<T> {
    /// As documented.
    Known(T),
    /// Anything else.
    Other(Json),
}

impl<T> OrJson<T> {
    /// The value, if it is as documented.
    pub fn known(&self) -> Option<&T> {
        match self {
            OrJson::Known(value) => Some(value),
            OrJson::Other(_) => None,
        }
    }
}

impl<T> From<T> for OrJson<T> {
    fn from(value: T) -> Self {
        OrJson::Known(value)
    }
}

impl<T: Encode> Encode for OrJson<T> {
    fn encode(&self, w: &mut Writer) {
        match self {
            OrJson::Known(value) => value.encode(w),
            OrJson::Other(json) => w.raw(json),
        }
    }
}

impl<T> OrJson<T> {
    /// Reads what `known` can, and keeps what it cannot.
    pub(crate) fn read_with(
        r: &mut Reader<'_>,
        known: impl FnOnce(&mut Reader<'_>) -> Result<T, DecodeError>,
    ) -> Result<Self, DecodeError> {
        let mut attempt = r.clone();
        match known(&mut attempt) {
            Ok(value) => {
                *r = attempt;
                Ok(OrJson::Known(value))
            }
            Err(error) if error.kind() == DecodeErrorKind::Syntax => Err(error),
            Err(_) => r.raw().map(OrJson::Other),
        }
    }
}

impl<T: Decode> Decode for OrJson<T> {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        OrJson::read_with(r, T::decode)
    }
}

impl<T: Check> Check for OrJson<T> {
    fn check(&self, c: &mut Checker) {
        if let OrJson::Known(value) = self {
            value.check(c);
        }
    }
}
