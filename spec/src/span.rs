//! Where something stands in a document. Knows nothing of lines: those are for the reader, see [`Source`](crate::Source).

/// A range of bytes in one file of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file: 0 is the document's own, then come its overlays, then the files that references name.
    pub file: u16,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of the document's own file.
    pub const fn new(start: u32, end: u32) -> Self {
        Self {
            file: 0,
            start,
            end,
        }
    }

    /// The empty range before the first byte, for what has no place of its own.
    pub const fn start_of_file() -> Self {
        Self::new(0, 0)
    }
}
