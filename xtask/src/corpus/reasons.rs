//! Totals by reason: how many documents a finding or a fault of the generator is in.

use std::collections::BTreeMap;

use super::Row;
use crate::record::Verdict;
use crate::table::{Column, Table};

/// A reason over all documents.
struct Total {
    documents: usize,
    times: usize,
    /// The first document, with the message there.
    example: String,
}

/// Faults of the generator first, then errors, then warnings, each the most frequent first.
pub(super) fn table(rows: &[Row]) -> Table<5> {
    let mut totals: BTreeMap<(Kind, &str), Total> = BTreeMap::new();
    for row in rows {
        for (kind, code, times, message) in of(row) {
            let total = totals.entry((kind, code)).or_insert_with(|| Total {
                documents: 0,
                times: 0,
                example: format!("{}: {message}", row.found.name),
            });
            total.documents += 1;
            total.times += times;
        }
    }
    let mut totals: Vec<_> = totals.into_iter().collect();
    totals.sort_by_key(|((kind, _), total)| (*kind, usize::MAX - total.documents));
    Table {
        head: [
            Column::Text("reason"),
            Column::Text("kind"),
            Column::Number("documents"),
            Column::Number("times"),
            Column::Text("for example"),
        ],
        rows: totals.into_iter().map(cells).collect(),
    }
}

fn cells(((kind, code), total): ((Kind, &str), Total)) -> [String; 5] {
    [
        code.to_owned(),
        kind.name().to_owned(),
        total.documents.to_string(),
        total.times.to_string(),
        short(&total.example),
    ]
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Fault,
    Error,
    Warning,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Fault => "fault",
            Kind::Error => "error",
            Kind::Warning => "warning",
        }
    }
}

/// The reasons of one document: kind, code, how often, the first message.
fn of(row: &Row) -> impl Iterator<Item = (Kind, &str, usize, &str)> {
    let findings = row.generation.reasons.iter().map(|reason| {
        let kind = if reason.error {
            Kind::Error
        } else {
            Kind::Warning
        };
        (
            kind,
            reason.code.as_str(),
            reason.count,
            reason.first.as_str(),
        )
    });
    let crash = row.generation.crash.as_deref().map(|crash| {
        let timed_out = row.generation.verdict == Verdict::TimedOut;
        let code = if timed_out { "timed-out" } else { "panicked" };
        (Kind::Fault, code, 1, crash)
    });
    let compilation = row
        .compilation
        .as_ref()
        .and_then(|made| made.error.as_deref());
    let compilation = compilation.map(|error| (Kind::Fault, "does-not-compile", 1, error));
    findings.chain(crash).chain(compilation)
}

/// A message that fits a cell.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 140;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
