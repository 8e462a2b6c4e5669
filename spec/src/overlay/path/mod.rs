//! `JSONPath` (RFC 9535) as far as overlays need it: the query as data, and reading it. Looks at no document.
//!
//! Left out are slices, functions, and `$` within filters. Beyond the RFC, `.x-name` needs no brackets, because the
//! Overlay Specification itself writes it so.

mod filter;
mod parse;
mod string;

pub(super) use parse::parse;

use crate::value::Kind;

/// A step from some values to values in them.
#[derive(Debug)]
pub(super) struct Segment {
    /// Whether values at any depth are looked at, too: `..`.
    pub(super) descends: bool,
    pub(super) selectors: Vec<Selector>,
    /// The first byte of the segment in its query.
    pub(super) start: usize,
    /// The byte after its last one.
    pub(super) end: usize,
}

/// What a segment takes of a value.
#[derive(Debug)]
pub(super) enum Selector {
    Name(String),
    /// From the end where it is negative.
    Index(i64),
    Every,
    Filter(Test),
}

/// What a filter asks of a member or item.
#[derive(Debug)]
pub(super) enum Test {
    Any(Vec<Test>),
    All(Vec<Test>),
    Not(Box<Test>),
    /// The query finds something.
    Exists(Vec<Segment>),
    Compare(Operand, Comparison, Operand),
}

/// A side of a comparison.
#[derive(Debug)]
pub(super) enum Operand {
    /// Finds one value at most.
    Query(Vec<Segment>),
    /// Neither array nor object.
    Literal(Kind),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Different,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// Why a text is no query that is understood here.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) what: String,
    /// Whether other tools may understand it.
    pub(super) unsupported: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}
