//! What a kind of change is. The kinds themselves stand in the tables of `kinds`.

use std::fmt;

/// A kind of change and its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeKind {
    /// A stable kebab-case id such as `enum-value-removed`.
    pub code: &'static str,
    /// Where such a change can be.
    pub side: Side,
    /// The semver step it needs.
    pub step: Step,
    /// What it means for callers, as half a sentence.
    pub meaning: &'static str,
}

/// The part of the API that a change is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Operations, servers, credentials: what is neither sent nor received.
    Api,
    /// What callers send.
    Request,
    /// What callers receive.
    Response,
    /// A type that callers both send and receive, or a kind that both sides know.
    Both,
    /// Error codes, and bodies of failures.
    Error,
}

/// A step of a version number, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Callers notice nothing.
    Patch,
    /// Callers compile as before; there is more for them, or calls behave otherwise.
    Minor,
    /// Some callers do not compile any more.
    Major,
}

impl Side {
    /// The word for it, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Side::Api => "api",
            Side::Request => "request",
            Side::Response => "response",
            Side::Both => "both",
            Side::Error => "error",
        }
    }
}

impl Step {
    /// The word of semantic versioning for it, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Step::Patch => "patch",
            Step::Minor => "minor",
            Step::Major => "major",
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
