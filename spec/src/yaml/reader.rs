//! From the parser's events to values: where in the text the reader stands, what it has found, and collections.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, Tag};

use crate::finding::Finding;
use crate::json::{self, DEEPEST};
use crate::span::Span;
use crate::value::{Kind, Value};
use crate::yaml::anchors::Anchors;
use crate::yaml::open::{Inside, Members, Open};
use crate::yaml::{faults, merge, scalar, slips};

/// The most slips one run reports; a text with more is probably not meant to be a document.
const MOST_SLIPS: usize = 20;

/// The reading has ended early; the slips say why.
pub(super) struct Stop;

pub(super) type Read<T> = Result<T, Stop>;

pub(super) struct Reader<'a> {
    text: &'a str,
    events: Parser<'a, StrInput<'a>>,
    /// The end of what was read last, line ends and comments behind it left out.
    end: u32,
    /// The collections around this place, the innermost last.
    open: Vec<Open>,
    anchors: Anchors,
    slips: Vec<Finding>,
    /// What does not keep the text from being a document.
    noticed: Vec<Finding>,
}

/// Where an event stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) span: Span,
    /// The tag in front of it; empty where there is none.
    pub(super) tag: Span,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            flow_nesting_limit: DEEPEST,
            block_nesting_limit: DEEPEST,
        };
        Self {
            text,
            events: Parser::new_from_str_with_options(text, options),
            end: 0,
            open: Vec::new(),
            anchors: Anchors::for_text(text),
            slips: Vec::new(),
            noticed: Vec::new(),
        }
    }

    /// The slips, and what else was noticed.
    pub(super) fn found(self) -> (Vec<Finding>, Vec<Finding>) {
        (self.slips, self.noticed)
    }

    /// The whole text: one document and no other behind it.
    pub(super) fn document(&mut self) -> Read<Value> {
        let root = loop {
            let (event, place) = self.next()?;
            if let Some(value) = self.value(event, place)?
                && let Some(root) = self.put(value)?
            {
                break root;
            }
        };
        match self.next()? {
            (Event::DocumentEnd, _) => {}
            (_, place) => return self.fail(slips::unexpected(place.span)),
        }
        match self.next()? {
            (Event::StreamEnd, _) => Ok(root),
            (_, place) => self.fail(slips::second_document(place.span)),
        }
    }

    /// The value that an event completes, if it does. No recursion: a level of nesting costs no stack.
    fn value(&mut self, event: Event<'a>, place: Place) -> Read<Option<Value>> {
        if merge::is_key(&event)
            && let Some(open) = self.open.last_mut()
            && open.is_at_key()
        {
            open.merge();
            return Ok(None);
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let kind = self.scalar(text, style, tag.as_deref(), place)?;
                self.complete(kind, place.span, anchor).map(Some)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.collection_tag(tag.as_deref(), "seq", place)?;
                self.enter(place.span, anchor, Inside::Items(Vec::new()))
            }
            Event::MappingStart(_, anchor, tag) => {
                self.collection_tag(tag.as_deref(), "map", place)?;
                self.enter(place.span, anchor, Inside::Members(Members::default()))
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(),
            Event::Alias(anchor) => self.alias(anchor, place.span).map(Some),
            Event::UnresolvedAlias(name) => {
                self.slip(slips::unknown_anchor(place.span, &name))?;
                self.complete(Kind::Null, place.span, 0).map(Some)
            }
            Event::StreamEnd => self.fail(slips::empty()),
            _ => Ok(None),
        }
    }

    fn complete(&mut self, kind: Kind, start: Span, anchor: usize) -> Read<Value> {
        let end = self.end.max(start.end);
        let span = Span::new(start.start, end);
        let value = Value { span, kind };
        if anchor != 0 && !self.anchors.keep(anchor, &value) {
            return self.fail(slips::too_many_copies(value.span));
        }
        Ok(value)
    }

    /// Gives a value to the collection it stands in; the root comes back.
    fn put(&mut self, value: Value) -> Read<Option<Value>> {
        let Some(open) = self.open.last_mut() else {
            return Ok(Some(value));
        };
        let Span { start, end, .. } = value.span;
        if let Err(slip) = open.put(value) {
            // Template braces are keys within keys: one complaint is enough.
            self.slips
                .retain(|inner| !(start..end).contains(&inner.span.start));
            self.slip(slip)?;
        }
        Ok(None)
    }

    fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        tag: Option<&Tag>,
        place: Place,
    ) -> Read<Kind> {
        let is_key = self.open.last().is_some_and(Open::is_at_key);
        let is_text = is_key || style != ScalarStyle::Plain;
        match scalar::read(text, is_text, tag, place) {
            Ok((kind, remark)) => {
                self.noticed.extend(remark);
                Ok(kind)
            }
            Err(slip) => {
                self.slip(slip)?;
                Ok(Kind::Null)
            }
        }
    }

    /// A collection may have its own tag only; other types are for programs.
    fn collection_tag(&mut self, tag: Option<&Tag>, own: &str, place: Place) -> Read<()> {
        match tag {
            Some(tag) if !scalar::is_bare(tag) && tag.core_suffix() != Some(own) => {
                self.slip(slips::other_tag(place.tag, &tag.original()))
            }
            _ => Ok(()),
        }
    }

    fn enter<T>(&mut self, start: Span, anchor: usize, inside: Inside) -> Read<Option<T>> {
        if self.open.len() == DEEPEST {
            return self.fail(slips::too_deep(start));
        }
        self.open.push(Open {
            start,
            anchor,
            inside,
        });
        Ok(None)
    }

    fn leave(&mut self) -> Read<Option<Value>> {
        let Some(open) = self.open.pop() else {
            return Ok(None);
        };
        let (start, anchor) = (open.start, open.anchor);
        let kind = open.close(&mut self.noticed);
        self.complete(kind, start, anchor).map(Some)
    }

    /// What the anchor was put at. It keeps its place there.
    fn alias(&mut self, anchor: usize, at: Span) -> Read<Value> {
        let Some(depth) = self.anchors.depth(anchor) else {
            self.slip(slips::alias_within_itself(at))?;
            return Ok(Value {
                span: at,
                kind: Kind::Null,
            });
        };
        if self.open.len() + depth > DEEPEST {
            return self.fail(slips::too_deep(at));
        }
        match self.anchors.copy(anchor) {
            Some(value) => Ok(value),
            None => self.fail(slips::too_many_copies(at)),
        }
    }

    fn next(&mut self) -> Read<(Event<'a>, Place)> {
        match self.events.next_event() {
            Some(Ok((event, span))) => {
                let place = self.place(span);
                // The ends of collections without brackets stand where the next thing begins.
                if place.span.start < place.span.end {
                    self.end = place.span.end;
                }
                Ok((event, place))
            }
            Some(Err(error)) => {
                let fault = faults::finding(&error, self.text);
                self.fail(fault)
            }
            None => self.fail(slips::unexpected(Span::new(self.end, self.end))),
        }
    }

    /// The line ends behind a block of text belong to the text, but there is nothing to show.
    fn place(&self, span: granit_parser::Span) -> Place {
        let range = span.byte_range().unwrap_or_default();
        let shown = self.text.get(range.clone()).unwrap_or_default().trim_end();
        let tag = span.tag_span().and_then(|tag| tag.byte_range());
        let tag = tag.unwrap_or(range.start..range.start);
        Place {
            span: json::span(range.start, range.start + shown.len()),
            tag: json::span(tag.start, tag.end),
        }
    }

    /// Notes a slip that can be read over.
    fn slip(&mut self, slip: Finding) -> Read<()> {
        if self.slips.len() + 1 == MOST_SLIPS {
            return self.fail(slips::last_of(slip, MOST_SLIPS));
        }
        self.slips.push(slip);
        Ok(())
    }

    /// Notes a slip behind which nothing is certain.
    fn fail<T>(&mut self, slip: Finding) -> Read<T> {
        self.slips.push(slip);
        Err(Stop)
    }
}
