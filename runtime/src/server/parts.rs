//! `multipart/form-data` as bytes: where each part begins and ends, and what its head says (RFC 2046, RFC 7578). One way through
//! the bytes, whoever sent them; knows nothing of JSON.

use crate::json::DecodeError;

/// One part.
#[derive(Debug)]
pub(super) struct Part<'b> {
    pub(super) name: String,
    /// The file name.
    pub(super) file: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) bytes: &'b [u8],
}

/// Longer heads are nobody's.
const MAX_HEAD: usize = 16 * 1024;

/// What stands between the parts, as a `Content-Type` tells it.
pub(super) fn boundary(content_type: &str) -> Option<String> {
    let (media_type, _) = content_type.split_once(';')?;
    let form = media_type
        .trim()
        .eq_ignore_ascii_case("multipart/form-data");
    let found = parameter(content_type, "boundary").filter(|_| form)?;
    let sound = !found.is_empty() && !found.contains(['\r', '\n']);
    sound.then_some(found)
}

/// All parts, in their order.
pub(super) fn split<'b>(body: &'b [u8], boundary: &str) -> Result<Vec<Part<'b>>, DecodeError> {
    let line = format!("\r\n--{boundary}");
    let mut at = first(body, line.as_bytes()).ok_or_else(|| malformed("no part begins"))?;
    let mut parts = Vec::new();
    while let Behind::Part(start) = at {
        let (end, next) = find(body, line.as_bytes(), start)
            .ok_or_else(|| malformed("the last part does not end"))?;
        parts.push(part(&body[start..end])?);
        at = next;
    }
    Ok(parts)
}

/// What comes behind a line between parts.
#[derive(Clone, Copy)]
enum Behind {
    /// A part, which starts there.
    Part(usize),
    Nothing,
}

/// The first line between parts; it may be at the start, or behind something to pass over.
fn first(body: &[u8], line: &[u8]) -> Option<Behind> {
    let at_start = body.strip_prefix(&line[2..]);
    let at_start = at_start.and_then(|_| behind(body, line.len() - 2));
    at_start.or_else(|| find(body, line, 0).map(|(_, next)| next))
}

/// Where the next line between parts begins, and what is behind it.
fn find(body: &[u8], line: &[u8], from: usize) -> Option<(usize, Behind)> {
    let mut ends = body[from..].iter().enumerate();
    // Nothing in a line starts as the line does, so no byte is looked at more than twice.
    let mut ends = std::iter::from_fn(|| ends.find(|(_, byte)| **byte == b'\r'));
    // The part may be empty, and its end the line's own.
    ends.find_map(|(offset, _)| {
        let at = from + offset;
        body[at..].strip_prefix(line)?;
        Some((at, behind(body, at + line.len())?))
    })
}

/// What is behind a line between parts, once it is clear that it is one: two dashes, or its end.
fn behind(body: &[u8], at: usize) -> Option<Behind> {
    let rest = &body[at..];
    if rest.starts_with(b"--") {
        return Some(Behind::Nothing);
    }
    let padding = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
    let padding = padding.count();
    let start = at + padding + 2;
    rest[padding..]
        .starts_with(b"\r\n")
        .then_some(Behind::Part(start))
}

fn part(text: &[u8]) -> Result<Part<'_>, DecodeError> {
    let head = text.windows(4).take(MAX_HEAD);
    let head = head.enumerate().find(|(_, bytes)| bytes == b"\r\n\r\n");
    let (end, _) = head.ok_or_else(|| malformed("a part has no head, or one that does not end"))?;
    let head = std::str::from_utf8(&text[..end]);
    let head = head.map_err(|_| malformed("the head of a part is no UTF-8"))?;
    let disposition = header(head, "content-disposition").unwrap_or_default();
    let name = parameter(disposition, "name").map(unescaped);
    let name = name.ok_or_else(|| malformed("a part has no name"))?;
    if let Some(encoding) = header(head, "content-transfer-encoding")
        && !["7bit", "8bit", "binary"].contains(&&*encoding.to_ascii_lowercase())
    {
        return Err(malformed("a part is encoded once more").at(&name));
    }
    Ok(Part {
        name,
        file: parameter(disposition, "filename").map(unescaped),
        media_type: header(head, "content-type").map(str::to_owned),
        bytes: &text[end + 4..],
    })
}

fn header<'h>(head: &'h str, wanted: &str) -> Option<&'h str> {
    let mut headers = head.split("\r\n").filter_map(|line| line.split_once(':'));
    let header = headers.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    header.map(|(_, value)| value.trim())
}

/// A parameter of a header: what stands behind `name=`, with or without quotes.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (name, behind) = rest.split_once('=')?;
        // A word without a value may stand in front.
        let name = name.rsplit(';').next().unwrap_or_default().trim();
        let (value, behind) = if let Some(quoted) = behind.trim_start().strip_prefix('"') {
            unquoted(quoted)?
        } else {
            let (value, rest) = behind.split_once(';').unwrap_or((behind, ""));
            (value.trim().to_owned(), rest)
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = behind;
    }
}

/// A text up to its closing quote, and what stands behind. Only quotes and backslashes are escaped: others come from paths.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &text[at + 1..])),
            '\\' => {
                let escaped = chars.next_if(|(_, next)| matches!(next, '"' | '\\'));
                value.push(escaped.map_or(c, |(_, c)| c));
            }
            c => value.push(c),
        }
    }
    None
}

/// What browsers write for the three characters that no quoted name holds.
fn unescaped(name: String) -> String {
    if !name.contains('%') {
        return name;
    }
    let name = name.replace("%22", "\"");
    name.replace("%0D", "\r").replace("%0A", "\n")
}

fn malformed(why: &str) -> DecodeError {
    DecodeError::not_allowed(format!("expected a form of parts: {why}"))
}
