//! What a run found, for people: a row for each document, totals, totals by reason.

use super::Row;
use super::reasons::{self, short};
use crate::args::Style;
use crate::record::{Cost, Verdict};
use crate::table::{Column, Table};

/// `others` are files that turned out to be no documents.
pub(super) fn render(rows: &[Row], others: usize, style: &Style) -> String {
    let documents = (!style.totals).then(|| documents(rows).render(style.markdown));
    let totals = [
        totals(rows, others).render(style.markdown),
        reasons::table(rows).render(style.markdown),
    ];
    let tables: Vec<_> = documents.into_iter().chain(totals).collect();
    tables.join("\n")
}

fn documents(rows: &[Row]) -> Table<11> {
    Table {
        head: [
            Column::Text("document"),
            Column::Number("operations"),
            Column::Text("verdict"),
            Column::Number("generated"),
            Column::Number("possible"),
            Column::Number("lines"),
            Column::Number("generator s"),
            Column::Number("MB"),
            Column::Text("compiled"),
            Column::Number("compiler s"),
            Column::Text("reason"),
        ],
        rows: rows.iter().map(document).collect(),
    }
}

fn document(row: &Row) -> [String; 11] {
    let generation = &row.generation;
    let unknown = || "-".to_owned();
    let possible = generation.possible.map_or_else(unknown, |n| n.to_string());
    let (compiled, compile_cost) = match &row.compilation {
        None => ("-", Cost::default()),
        Some(made) if made.error.is_none() => ("yes", made.cost),
        Some(made) => ("no", made.cost),
    };
    [
        row.found.name.clone(),
        generation.operations.to_string(),
        verdict(generation.verdict).to_owned(),
        generation.generated.to_string(),
        possible,
        generation.lines.to_string(),
        seconds(generation.cost.cpu_ms),
        generation
            .cost
            .peak_kb
            .map_or_else(unknown, |kb| (kb / 1024).to_string()),
        compiled.to_owned(),
        seconds(compile_cost.cpu_ms),
        short(&reason(row)),
    ]
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Generated => "generated",
        Verdict::Refused => "refused",
        Verdict::Panicked => "panicked",
        Verdict::TimedOut => "timed out",
        Verdict::NoDocument => "no document",
    }
}

fn seconds(millis: Option<u64>) -> String {
    let shown = |ms: u64| format!("{}.{:02}", ms / 1000, ms % 1000 / 10);
    millis.map_or_else(|| "-".to_owned(), shown)
}

/// Why something is missing; empty where nothing is.
fn reason(row: &Row) -> String {
    let compilation = row.compilation.as_ref().and_then(|made| made.error.clone());
    if let Some(fault) = row.generation.crash.clone().or(compilation) {
        return fault;
    }
    let errors = row.generation.reasons.iter().filter(|reason| reason.error);
    let errors: Vec<_> = errors
        .map(|reason| format!("{} {}", reason.count, reason.code))
        .collect();
    errors.join(", ")
}

fn totals(rows: &[Row], others: usize) -> Table<2> {
    let all = rows.len();
    let generations = || rows.iter().map(|row| &row.generation);
    let of = |wanted| generations().filter(|one| one.verdict == wanted).count();
    let compilations = || rows.iter().filter_map(|row| row.compilation.as_ref());
    let operations: usize = generations().map(|one| one.operations).sum();
    let generated = generations().map(|one| one.generated).sum();
    let possible = generations().filter_map(|one| one.possible).sum();
    let compiled = compilations().filter(|made| made.error.is_none()).count();
    let cpu = generations().filter_map(|one| one.cost.cpu_ms).sum();
    let compile_cpu = compilations().filter_map(|made| made.cost.cpu_ms).sum();
    let lines: usize = generations().map(|one| one.lines).sum();
    let rows = [
        ("documents", all.to_string()),
        ("documents generated", share(of(Verdict::Generated), all)),
        ("documents refused", share(of(Verdict::Refused), all)),
        ("documents with a panic", share(of(Verdict::Panicked), all)),
        ("documents timed out", share(of(Verdict::TimedOut), all)),
        ("operations", operations.to_string()),
        ("operations generated", share(generated, operations)),
        (
            "operations possible without those at fault",
            share(possible, operations),
        ),
        (
            "sampled documents compiled",
            share(compiled, compilations().count()),
        ),
        ("lines generated", lines.to_string()),
        ("CPU s of the generator", seconds(Some(cpu))),
        ("CPU s of the compiler", seconds(Some(compile_cpu))),
        ("other files that speak of OpenAPI", others.to_string()),
    ];
    Table {
        head: [Column::Text("total"), Column::Number("")],
        rows: rows.map(|(what, number)| [what.to_owned(), number]).into(),
    }
}

/// A part of a whole, such as `3 of 8 (37.5 %)`; never rounded up to all of it.
fn share(part: usize, whole: usize) -> String {
    match (part * 1000).checked_div(whole) {
        Some(tenths) => format!("{part} of {whole} ({}.{} %)", tenths / 10, tenths % 10),
        None => "0 of 0".to_owned(),
    }
}
