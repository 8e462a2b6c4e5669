//! Changes as a table for people.

use std::collections::BTreeMap;
use std::io::Write;

use anstyle::{AnsiColor, Style};
use bindery_spec::{Change, Diff, Source, Span, Step, plain};

use crate::error::Error;
use crate::findings::counted;

const HEADER: Style = Style::new().bold();
const MAJOR: Style = AnsiColor::Red.on_default().bold();
const MINOR: Style = AnsiColor::Green.on_default();

/// The columns of a row, the first being the step.
type Row = [String; 6];

pub(super) fn print(
    out: &mut dyn Write,
    diff: &Diff,
    specs: (&Source, &Source),
) -> Result<(), Error> {
    if !diff.changes.is_empty() {
        rows(out, diff, specs)?;
        writeln!(out).map_err(Error::Output)?;
        meanings(out, diff)?;
        writeln!(out).map_err(Error::Output)?;
    }
    writeln!(out, "{}", summary(diff)).map_err(Error::Output)
}

fn rows(out: &mut dyn Write, diff: &Diff, specs: (&Source, &Source)) -> Result<(), Error> {
    let header = ["STEP", "SIDE", "CHANGE", "OF", "OLD", "NEW"].map(str::to_owned);
    let rows = diff.changes.iter().map(|change| row(change, specs));
    let rows: Vec<Row> = std::iter::once(header).chain(rows).collect();
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let steps = diff.changes.iter().map(|change| Some(change.kind.step));
    for (row, step) in rows.iter().zip(std::iter::once(None).chain(steps)) {
        let style = match step {
            None => HEADER,
            Some(Step::Major) => MAJOR,
            Some(Step::Minor) => MINOR,
            Some(_) => Style::new(),
        };
        writeln!(out, "{}", line(row, widths, style)).map_err(Error::Output)?;
    }
    Ok(())
}

fn line(row: &Row, widths: [usize; 6], style: Style) -> String {
    let cell = |(cell, width): (&String, usize)| format!("{cell:width$}");
    let cells: Vec<_> = row.iter().zip(widths).map(cell).collect();
    let (step, others) = (&cells[0], cells[1..].join("  "));
    format!("{style}{step}{style:#}  {}", others.trim_end())
}

fn row(change: &Change, (old, new): (&Source, &Source)) -> Row {
    let subject = if change.detail.is_empty() {
        change.subject.clone()
    } else {
        format!("{}: {}", change.subject, change.detail)
    };
    [
        change.kind.step.to_string(),
        change.side.to_string(),
        change.kind.code.to_owned(),
        subject,
        place(old, change.old),
        place(new, change.new),
    ]
    .map(|cell| plain::line(&cell).into_owned())
}

/// `file:line:column`, which editors open.
fn place(source: &Source, span: Option<Span>) -> String {
    let Some(span) = span else {
        return "-".to_owned();
    };
    let source = source.file(span);
    let (line, column) = source.line_col(span.start);
    format!("{}:{line}:{column}", source.name)
}

/// What each kind of change means, once.
fn meanings(out: &mut dyn Write, diff: &Diff) -> Result<(), Error> {
    let kinds: BTreeMap<_, _> = diff
        .changes
        .iter()
        .map(|change| (change.kind.code, change.kind.meaning))
        .collect();
    for (code, meaning) in kinds {
        writeln!(out, "{code}: {meaning}").map_err(Error::Output)?;
    }
    Ok(())
}

fn summary(diff: &Diff) -> String {
    let breaking = diff.changes.iter().filter(|it| it.is_breaking()).count();
    let all = counted(diff.changes.len(), "change");
    match diff.step() {
        None => "no change that callers could notice".to_owned(),
        Some(step) => format!("{all}, {breaking} breaking; semver step: {step}"),
    }
}
