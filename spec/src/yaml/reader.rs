//! From the parser's events to values: where in the text the reader stands, what it has found, and collections.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, Tag};

use crate::finding::Finding;
use crate::json::{DEEPEST, repeated_keys};
use crate::span::Span;
use crate::value::{Kind, Member, Value};
use crate::yaml::anchors::Anchors;
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
    /// How many collections are open around this place.
    depth: usize,
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
            depth: 0,
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
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd, _) => return self.fail(slips::empty()),
                (event, place) => break self.node(event, place)?,
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

    /// The value that begins with an event.
    fn node(&mut self, event: Event<'a>, place: Place) -> Read<Value> {
        let (kind, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                (self.scalar(text, style, tag.as_deref(), place)?, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.collection_tag(tag.as_deref(), "seq", place)?;
                (self.nested(place, Self::sequence)?, anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.collection_tag(tag.as_deref(), "map", place)?;
                (self.nested(place, Self::mapping)?, anchor)
            }
            Event::Alias(anchor) => return self.alias(anchor, place.span),
            Event::UnresolvedAlias(name) => {
                self.slip(slips::unknown_anchor(place.span, &name))?;
                (Kind::Null, 0)
            }
            _ => return self.fail(slips::unexpected(place.span)),
        };
        let end = self.end.max(place.span.end);
        let span = Span::new(place.span.start, end);
        let value = Value { span, kind };
        if anchor != 0 && !self.anchors.keep(anchor, &value) {
            return self.fail(slips::too_many_copies(value.span));
        }
        Ok(value)
    }

    fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        tag: Option<&Tag>,
        place: Place,
    ) -> Read<Kind> {
        // The parser makes `~` of a value that is not there.
        let absent = place.span.start == place.span.end && style == ScalarStyle::Plain;
        let text = if absent { Cow::Borrowed("") } else { text };
        match scalar::read(text, style, tag, place) {
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

    fn nested(&mut self, place: Place, read: fn(&mut Self) -> Read<Kind>) -> Read<Kind> {
        if self.depth == DEEPEST {
            return self.fail(slips::too_deep(place.span));
        }
        self.depth += 1;
        let kind = read(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn sequence(&mut self) -> Read<Kind> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Kind::Array(items)),
                (event, place) => items.push(self.node(event, place)?),
            }
        }
    }

    fn mapping(&mut self) -> Read<Kind> {
        let mut members = Vec::new();
        let mut merges = Vec::new();
        loop {
            let (event, place) = match self.next()? {
                (Event::MappingEnd, _) => break,
                next => next,
            };
            if merge::is_key(&event) {
                let source = self.value()?;
                match merge::members(source) {
                    Ok(source) => merges.push((members.len(), source)),
                    Err(slip) => self.slip(slip)?,
                }
                continue;
            }
            let (key, key_span) = self.key(event, place)?;
            let value = self.value()?;
            members.push(Member {
                key,
                key_span,
                value,
            });
        }
        repeated_keys(&members, &mut self.noticed);
        Ok(Kind::Object(merge::merged(members, merges)))
    }

    fn value(&mut self) -> Read<Value> {
        let (event, place) = self.next()?;
        self.node(event, place)
    }

    /// A key is the text that stands there: `200` and `"200"` are the same one.
    fn key(&mut self, event: Event<'a>, place: Place) -> Read<(Box<str>, Span)> {
        let text = match &event {
            Event::Scalar(text, ..) => Some(Box::from(&**text)),
            _ => None,
        };
        let value = self.node(event, place)?;
        let key = text.or_else(|| value.as_str().map(Box::from));
        match key {
            Some(key) if place.span.start < place.span.end => Ok((key, place.span)),
            _ => {
                self.slip(slips::no_key(value.span, value.described()))?;
                Ok((Box::default(), value.span))
            }
        }
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
        if self.depth + depth > DEEPEST {
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
            span: slips::span(range.start, range.start + shown.len()),
            tag: slips::span(tag.start, tag.end),
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
