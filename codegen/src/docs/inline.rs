//! The words of one line: code, emphasis and links to the web stay what they are, and all else means itself.

use std::iter::repeat_n;

use super::link::{self, Link};

/// Marks that begin something wherever they stand. The colon is that of `http://`.
const MARKS: &[u8] = b"`[]<>*_|\\!:";

/// What a backslash of the document keeps from meaning something.
const KEPT: &[u8] = b"`[]<>*_|#~";

/// Adds a line. Bytes by index: every word of a document passes here, and mostly unoptimised.
pub(super) fn push(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        if !MARKS.contains(&bytes[at]) {
            at += 1;
            continue;
        }
        let Some(found) = Found::at(text, at, done) else {
            at += 1;
            continue;
        };
        out.push_str(&text[done..found.start]);
        found.write(out);
        at = found.end;
        done = at;
    }
    out.push_str(&text[done..]);
}

/// What stands at some place of a line, and where.
struct Found<'t> {
    start: usize,
    end: usize,
    what: What<'t>,
}

enum What<'t> {
    /// Marks that mean themselves.
    Escaped(&'t str),
    Code(&'t str),
    Emphasis {
        mark: &'t str,
        text: &'t str,
    },
    Url(&'t str),
    Link(Link<'t>),
}

impl<'t> Found<'t> {
    /// What a mark begins; `None` where it is a word like others. What is before `done` is written.
    fn at(text: &'t str, at: usize, done: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let found = |end, what| {
            let start = at;
            Some(Found { start, end, what })
        };
        let escaped = |end: usize| found(end, What::Escaped(&text[at..end]));
        let next = bytes.get(at + 1);
        match bytes[at] {
            b'`' => {
                let run = at + run(bytes, at);
                match code_end(bytes, at) {
                    Some(end) => found(end, What::Code(&text[run..end - (run - at)])),
                    None => escaped(run),
                }
            }
            b'*' | b'_' => {
                let run = at + run(bytes, at);
                match emphasis_end(text, at) {
                    Some(end) => {
                        let (mark, text) = (&text[at..run], &text[run..end - (run - at)]);
                        found(end, What::Emphasis { mark, text })
                    }
                    None => escaped(run),
                }
            }
            b':' => {
                let start = link::scheme_before(text, at).filter(|start| *start >= done)?;
                if let Some(end) = link::url_end(text, start) {
                    let what = What::Url(&text[start..end]);
                    return Some(Found { start, end, what });
                }
                // No address, and none that rustdoc takes for one either.
                let (start, end) = (at + 1, at + 2);
                let what = What::Escaped(&text[start..end]);
                Some(Found { start, end, what })
            }
            b'<' => match link::url_end(text, at + 1) {
                Some(end) if bytes.get(end) == Some(&b'>') => {
                    found(end + 1, What::Url(&text[at + 1..end]))
                }
                _ => escaped(at + 1),
            },
            b'[' => match Link::at(text, at) {
                Some((link, end)) => found(end, What::Link(link)),
                None => escaped(at + 1),
            },
            b'!' => next
                .filter(|next| **next == b'[')
                .and_then(|_| escaped(at + 1)),
            b'\\' if next.is_some_and(|next| KEPT.contains(next)) => {
                found(at + 2, What::Escaped(&text[at + 1..at + 2]))
            }
            _ => escaped(at + 1),
        }
    }

    fn write(&self, out: &mut String) {
        match &self.what {
            What::Escaped(marks) => {
                for mark in marks.chars() {
                    out.extend(['\\', mark]);
                }
            }
            What::Code(text) => push_code(text, out),
            What::Emphasis { mark, text } => {
                out.push_str(mark);
                push(text, out);
                out.push_str(mark);
            }
            What::Url(url) if url.contains(['{', '}']) => push_code(url, out),
            What::Url(url) => out.extend(["<", url, ">"]),
            What::Link(link) => {
                out.push('[');
                push(link.text, out);
                out.extend(["](<", link.url, ">)"]);
            }
        }
    }
}

/// Adds code, between as few backquotes as will do.
pub(super) fn push_code(text: &str, out: &mut String) {
    let mut length = 1;
    while has_run(text.as_bytes(), length) {
        length += 1;
    }
    let quotes: String = repeat_n('`', length).collect();
    // A backquote at an end would lengthen the quotes.
    let gap = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    out.extend([&quotes, gap, text, gap, &quotes]);
}

/// How many equal bytes stand in a row.
pub(super) fn run(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < bytes.len() && bytes[end] == bytes[at] {
        end += 1;
    }
    end - at
}

/// The most backquotes in a row.
pub(super) fn longest_run(text: &str) -> usize {
    let pieces = text.split(|c| c != '`');
    pieces.map(str::len).max().unwrap_or_default()
}

fn has_run(bytes: &[u8], length: usize) -> bool {
    let mut pieces = bytes.split(|byte| *byte != b'`');
    pieces.any(|piece| piece.len() == length)
}

/// Where the code ends that backquotes begin.
pub(super) fn code_end(bytes: &[u8], at: usize) -> Option<usize> {
    let length = run(bytes, at);
    let mut end = at + length;
    while end < bytes.len() {
        if bytes[end] != b'`' {
            end += 1;
            continue;
        }
        let closing = run(bytes, end);
        end += closing;
        if closing == length {
            return Some(end);
        }
    }
    None
}

/// Where the emphasis ends that stars or low lines begin: of one word or more, and between words.
fn emphasis_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mark, length) = (bytes[at], run(bytes, at));
    let begins = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    let mut end = at + length;
    if length > 2 || !begins || bytes.get(end).is_none_or(u8::is_ascii_whitespace) {
        return None;
    }
    while end < bytes.len() && bytes[end] != mark {
        end = match bytes[end] {
            b'`' => code_end(bytes, end).unwrap_or(end + run(bytes, end)),
            b'\\' => (end + 2).min(bytes.len()),
            _ => end + 1,
        };
    }
    let closed = end < bytes.len() && run(bytes, end) == length;
    let after = end + length;
    let ends = closed
        && !bytes[end - 1].is_ascii_whitespace()
        && !bytes.get(after).is_some_and(u8::is_ascii_alphanumeric);
    ends.then_some(after)
}
