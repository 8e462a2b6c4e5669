//! Reading bodies of parts back into the JSON that the types of a request are read from, and the files beside it.

use std::borrow::Cow;

use bytes::Bytes;

use super::parts::{Part, boundary, split};
use super::shape::{self, Entry};
use super::{Call, Shape};
use crate::file::{FilePart, TEXT};
use crate::json::{Decode, DecodeError, Reader};

/// A form of parts: JSON, in which numbers stand for files.
#[doc(hidden)]
#[derive(Debug)]
pub struct Multipart {
    json: Vec<u8>,
    files: Vec<FilePart>,
}

impl Call {
    /// The parts of a body, as a form of this shape.
    #[doc(hidden)]
    pub fn multipart(&self, body: &[u8], shape: &Shape) -> Result<Multipart, DecodeError> {
        let content_type = self.header("content-type").unwrap_or_default();
        let parts = match (boundary(content_type), body) {
            // A form without parts, where nothing says so.
            (_, []) => Vec::new(),
            (Some(boundary), body) => split(body, &boundary)?,
            (None, _) => {
                let wanted = "expected `multipart/form-data` with a boundary";
                return Err(DecodeError::not_allowed(wanted));
            }
        };
        let mut files = Vec::new();
        let entries = parts.iter().filter_map(|part| {
            let member = member(shape, &part.name)?;
            Some(entry(part, member, &mut files))
        });
        let entries = entries.collect::<Result<Vec<_>, _>>()?;
        let json = shape::json(shape, &entries)?;
        Ok(Multipart { json, files })
    }
}

impl Multipart {
    /// A reader of the whole.
    pub fn reader(&self) -> Result<Reader<'_>, DecodeError> {
        Ok(Reader::new(&self.json)?.beside(&self.files))
    }

    /// The whole as one value.
    pub fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        T::decode(&mut self.reader()?)
    }
}

/// The shape of a part; `None` for one that nobody asked for.
fn member<'s>(shape: &'s Shape, name: &str) -> Option<&'s Shape> {
    match shape {
        Shape::Object(members) => {
            let member = members.iter().find(|(member, _)| *member == name);
            member.map(|(_, shape)| shape)
        }
        Shape::Map { values, .. } => Some(values),
        other => Some(other),
    }
}

fn entry(part: &Part<'_>, shape: &Shape, files: &mut Vec<FilePart>) -> Result<Entry, DecodeError> {
    if matches!(shape, Shape::File | Shape::Items(Shape::File)) {
        let number = files.len().to_string();
        files.push(file(part));
        return Ok(Entry::member(part.name.clone(), number));
    }
    let text = std::str::from_utf8(part.bytes);
    let text = text.map_err(|_| DecodeError::not_allowed("expected UTF-8").at(&part.name))?;
    Ok(Entry::member(part.name.clone(), text.to_owned()))
}

fn file(part: &Part<'_>) -> FilePart {
    let said = part.media_type.clone().map(Cow::Owned);
    FilePart {
        source: Bytes::copy_from_slice(part.bytes).into(),
        // What has neither name nor type is a text.
        media_type: said.or(part.file.is_none().then_some(Cow::Borrowed(TEXT))),
        name: part.file.clone(),
    }
}
