//! Bodies as `multipart/form-data`: JSON members as parts, files among them. A list is one part for each item; what is an
//! object, or deeper, stands as JSON; words and numbers stand as they are.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::file::{FilePart, TEXT};
use crate::form;
use crate::json::{DecodeError, Kind, Reader, Writer};
use crate::payload::{Assembly, Payload};
use crate::random::Random;
use crate::source::Source;

/// One part of a form.
#[derive(Debug)]
pub(crate) struct Part {
    name: String,
    file: Option<String>,
    media_type: Option<Cow<'static, str>>,
    source: Source,
}

/// The parts of an object; `types` are the documented media types of some.
pub(crate) fn parts(
    mut writer: Writer,
    types: &[(&'static str, &'static str)],
) -> Result<Vec<Part>, DecodeError> {
    let mut files = writer.take_files().into_iter().peekable();
    let mut parts = Vec::new();
    Reader::new(writer.as_bytes())?.object(&mut |r, name| {
        let known = types.iter().find(|(member, _)| *member == name);
        let known = known.map(|(_, media_type)| *media_type);
        let mut add = |r: &mut Reader<'_>| {
            let place = r.place();
            parts.push(match files.next_if(|(of, _)| *of == place) {
                Some((_, file)) => {
                    r.skip()?;
                    of_file(name, file, known)
                }
                None => of_value(name, r, known)?,
            });
            Ok(())
        };
        match r.peek()? {
            Kind::Array => r.array(&mut add),
            _ => add(r),
        }
    })?;
    Ok(parts)
}

fn of_file(name: &str, file: FilePart, known: Option<&'static str>) -> Part {
    let known = known.unwrap_or("application/octet-stream");
    let media_type = file.media_type.unwrap_or(Cow::Borrowed(known));
    let unnamed = || (media_type != TEXT).then(|| name.to_owned());
    Part {
        name: name.to_owned(),
        file: file.name.or_else(unnamed),
        media_type: Some(media_type),
        source: file.source,
    }
}

fn of_value(
    name: &str,
    r: &mut Reader<'_>,
    known: Option<&'static str>,
) -> Result<Part, DecodeError> {
    let json = matches!(r.peek()?, Kind::Object | Kind::Array);
    Ok(Part {
        name: name.to_owned(),
        file: None,
        // A text is `text/plain` without saying so.
        media_type: known
            .or(json.then_some("application/json"))
            .map(Cow::Borrowed),
        source: form::text(r)?.into(),
    })
}

/// Media type and bytes of a form. What stands between the parts occurs in none of those in memory, and in the others by a
/// chance of one in 2^128.
pub(crate) fn write(parts: &[Part], random: &dyn Random) -> (String, Payload) {
    let boundary = boundary(parts, random);
    let mut body = Assembly::default();
    for part in parts {
        body.text(&format!("--{boundary}\r\n{}\r\n", head(part)));
        body.source(&part.source);
        body.text("\r\n");
    }
    body.text(&format!("--{boundary}--\r\n"));
    let media_type = format!("multipart/form-data; boundary={boundary}");
    (media_type, body.finish())
}

fn boundary(parts: &[Part], random: &dyn Random) -> String {
    let mut boundary = "bindery".to_owned();
    for _ in 0..4 {
        let _ = write!(boundary, "-{:08x}", random.u32());
    }
    // Whatever the source of random numbers, another digit more is in the end one that no part has.
    let mut tried = 0_u32;
    let mut found = boundary.clone();
    let in_memory = || parts.iter().filter_map(|part| part.source.bytes());
    while in_memory().any(|bytes| holds(bytes, &found)) {
        tried += 1;
        found = format!("{boundary}-{tried:x}");
    }
    found
}

/// Whether a line starts as one between parts does.
fn holds(bytes: &[u8], boundary: &str) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.any(|line| {
        let behind = line.strip_prefix(b"--");
        behind.is_some_and(|behind| behind.starts_with(boundary.as_bytes()))
    })
}

fn head(part: &Part) -> String {
    let name = quoted(&part.name);
    let mut head = format!("Content-Disposition: form-data; name=\"{name}\"");
    if let Some(file) = &part.file {
        let _ = write!(head, "; filename=\"{}\"", quoted(file));
    }
    head.push_str("\r\n");
    if let Some(media_type) = &part.media_type {
        let _ = write!(head, "Content-Type: {}\r\n", one_line(media_type));
    }
    head
}

/// A name between quotes: escaped as browsers do, and a backslash as well, which other readers take for an escape.
fn quoted(name: &str) -> String {
    let mut quoted = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '"' => quoted.push_str("%22"),
            '\r' => quoted.push_str("%0D"),
            '\n' => quoted.push_str("%0A"),
            '\\' => quoted.push_str("\\\\"),
            c => quoted.push(c),
        }
    }
    quoted
}

/// The text without what would end its line.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
