//! The text of a document as people see it, the texts laid over it and those it refers to: lines and columns. Owns the texts, interprets
//! none of them.

use crate::finding::Finding;
use crate::render;
use crate::span::Span;

/// A text, the name its user knows it by, where its lines begin, and the texts that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it.
    pub name: String,
    /// The whole text.
    pub text: String,
    line_starts: Box<[u32]>,
    /// The overlays, and then the files that references name.
    others: Vec<Source>,
    overlays: usize,
}

impl Source {
    /// Takes a text. A line ends with LF, CRLF or a lone CR.
    pub fn new(name: impl Into<String>, text: String) -> Self {
        let line_starts = line_starts(text.as_bytes());
        let name = name.into();
        Self {
            name,
            text,
            line_starts,
            others: Vec::new(),
            overlays: 0,
        }
    }

    /// Leaves out the text, so that nothing of it is ever shown.
    pub(crate) fn withhold(&mut self) {
        self.text.clear();
        self.line_starts = line_starts(&[]);
    }

    /// The text that a span is in: this one, one laid over it, or one it refers to.
    pub fn file(&self, span: Span) -> &Source {
        let other = usize::from(span.file).checked_sub(1);
        let other = other.and_then(|index| self.others.get(index));
        other.unwrap_or(self)
    }

    /// The texts laid over this one, in order.
    pub fn overlays(&self) -> &[Source] {
        &self.others[..self.overlays]
    }

    /// The texts of other files that references name, in the order in which they were first named.
    pub fn files(&self) -> &[Source] {
        &self.others[self.overlays..]
    }

    /// Takes the text of a file that a reference names; the number that spans know it by, unless there are too many.
    pub(crate) fn add_file(&mut self, text: Source) -> Option<u16> {
        let file = u16::try_from(self.others.len() + 1).ok()?;
        self.others.push(text);
        Some(file)
    }

    /// Takes one more text, laid over this one; the number that spans know it by, unless there are too many. The numbers of
    /// other files would change, so these are dropped.
    pub(crate) fn lay(&mut self, overlay: Source) -> Option<u16> {
        self.others.truncate(self.overlays);
        let file = self.add_file(overlay)?;
        self.overlays += 1;
        Some(file)
    }

    /// Line and column of a byte of this text, both counted from 1, columns in characters.
    /// A byte order mark takes no column; an offset beyond the text is its end.
    pub fn line_col(&self, offset: u32) -> (usize, usize) {
        let line = self.line_index(offset);
        let start = self.line_starts[line] as usize;
        let before = self.slice(start, offset as usize);
        let mark = usize::from(line == 0 && before.starts_with('\u{feff}'));
        (line + 1, before.chars().count() + 1 - mark)
    }

    /// The bytes of a span as text, moved outwards to whole characters.
    pub fn snippet(&self, span: Span) -> &str {
        self.file(span)
            .slice(span.start as usize, span.end as usize)
    }

    /// The finding as people read it: message, place, the lines in question with carets, help.
    pub fn render(&self, finding: &Finding) -> String {
        render::render(self, finding)
    }

    /// The index, counted from 0, of the line that holds a byte.
    pub(crate) fn line_index(&self, offset: u32) -> usize {
        self.line_starts
            .partition_point(|&start| start <= offset)
            .saturating_sub(1)
    }

    /// The bytes of a line, its end and a byte order mark left out.
    pub(crate) fn line_range(&self, line: usize) -> (usize, usize) {
        let start = self
            .line_starts
            .get(line)
            .map_or(self.text.len(), |&start| start as usize);
        let end = self
            .line_starts
            .get(line + 1)
            .map_or(self.text.len(), |&end| end as usize);
        let text = self.text[start..end].trim_end_matches(['\r', '\n']);
        let mark = if line == 0 && text.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        (start + mark, start + text.len())
    }

    /// The text between two bytes, moved outwards to whole characters and inwards to the text.
    fn slice(&self, start: usize, end: usize) -> &str {
        let mut start = start.min(self.text.len());
        let mut end = end.clamp(start, self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        &self.text[start..end]
    }
}

fn line_starts(text: &[u8]) -> Box<[u32]> {
    let mut starts = vec![0];
    let mut at = 0;
    // A plain loop: an iterator takes several times as long where nothing is optimised.
    while at < text.len() {
        let byte = text[at];
        at += 1;
        let ends = byte == b'\n' || byte == b'\r' && text.get(at) != Some(&b'\n');
        if ends && let Ok(next) = u32::try_from(at) {
            starts.push(next);
        }
    }
    starts.into()
}
