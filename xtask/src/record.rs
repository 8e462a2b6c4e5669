//! What is known about a document after a step: plain data, kept as JSON lines and handed from process to process.

use serde::{Deserialize, Serialize};

/// What is said of a step whose time was up.
pub(crate) const TIMED_OUT: &str = "timed out";

/// What became of a document in the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    Generated,
    /// With findings, at least one of them an error.
    Refused,
    Panicked,
    TimedOut,
    /// The file is no `OpenAPI` 3.x document.
    NoDocument,
}

/// A document and the generator.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Generation {
    pub(crate) verdict: Verdict,
    /// Operations in the document.
    pub(crate) operations: usize,
    /// Operations generated from the document as it is.
    pub(crate) generated: usize,
    /// Operations that can be generated when those at fault are left out; `None` where that is not known.
    pub(crate) possible: Option<usize>,
    /// Lines as the generator writes them.
    pub(crate) lines: usize,
    /// The `recursion_limit` that the generator asks the caller for.
    pub(crate) recursion_limit: Option<u32>,
    pub(crate) reasons: Vec<Reason>,
    /// What a panic said, and where.
    pub(crate) crash: Option<String>,
    pub(crate) cost: Cost,
}

/// A generated document and the compiler.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Compilation {
    /// The first error; `None` where there is none.
    pub(crate) error: Option<String>,
    pub(crate) cost: Cost,
}

/// What a process took; `None` where the system does not tell.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// User and system time.
    pub(crate) cpu_ms: Option<u64>,
    /// The largest resident set.
    pub(crate) peak_kb: Option<u64>,
}

/// All findings of one code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Reason {
    pub(crate) code: String,
    pub(crate) error: bool,
    pub(crate) count: usize,
    /// Place and message of the first.
    pub(crate) first: String,
}

impl Generation {
    /// A verdict and nothing else yet.
    pub(crate) fn of(verdict: Verdict) -> Self {
        Generation {
            verdict,
            operations: 0,
            generated: 0,
            possible: None,
            lines: 0,
            recursion_limit: None,
            reasons: Vec::new(),
            crash: None,
            cost: Cost::default(),
        }
    }
}
