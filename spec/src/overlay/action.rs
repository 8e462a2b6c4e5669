//! One action of an overlay, as it was read. Looks at no document.

use super::path::Segment;
use crate::span::Span;
use crate::value::Value;

/// What to change, and how.
pub(super) struct Action<'a> {
    pub(super) target: Query<'a>,
    pub(super) change: Change<'a>,
    /// What gives the new value, for complaints about it.
    pub(super) span: Span,
}

/// How an action changes what it selects.
pub(super) enum Change<'a> {
    /// Merged, appended or put in place of it.
    Update(&'a Value),
    /// As an update with a value of the document.
    Copy(Query<'a>),
    Remove,
}

/// A `JSONPath` query and where it stands.
pub(super) struct Query<'a> {
    /// The key of the action that holds it.
    pub(super) key: &'static str,
    pub(super) text: &'a str,
    pub(super) segments: Vec<Segment>,
    /// The string in the overlay.
    pub(super) span: Span,
    /// Where the text itself begins, unless escapes in it make places uncertain.
    pub(super) start: Option<u32>,
}

impl Query<'_> {
    /// The place of some bytes of the query.
    pub(super) fn part(&self, start: usize, end: usize) -> Span {
        part(self.span, self.start, start, end)
    }

    /// The query up to and including that many segments.
    pub(super) fn begin(&self, segments: usize) -> &str {
        let last = segments.checked_sub(1);
        let end = last.map_or(1, |last| self.segments[last].end);
        &self.text[..end]
    }
}

/// The place of some bytes of a string's text, or of the whole string where that is all that is known.
pub(super) fn part(whole: Span, text: Option<u32>, start: usize, end: usize) -> Span {
    let offset = |at: usize| Some(text?.saturating_add(u32::try_from(at).ok()?));
    match (offset(start), offset(end)) {
        (Some(start), Some(end)) => Span {
            start,
            end,
            ..whole
        },
        _ => whole,
    }
}
