//! Changes for programs: one object a line, the total last.

use std::io::Write;

use bindery_spec::{Change, Diff, Source, Span, Step, plain};
use serde_json::{Value, json};

use crate::error::Error;

pub(super) fn print(
    out: &mut dyn Write,
    diff: &Diff,
    specs: (&Source, &Source),
) -> Result<(), Error> {
    for change in &diff.changes {
        writeln!(out, "{}", plain::json(&object(change, specs).to_string()))
            .map_err(Error::Output)?;
    }
    let total = json!({
        "changes": diff.changes.len(),
        "breaking": diff.changes.iter().filter(|change| change.is_breaking()).count(),
        "step": diff.step().map(Step::word),
    });
    writeln!(out, "{total}").map_err(Error::Output)
}

fn object(change: &Change, (old, new): (&Source, &Source)) -> Value {
    json!({
        "code": change.kind.code,
        "step": change.kind.step.word(),
        "breaking": change.is_breaking(),
        "side": change.side.word(),
        "subject": change.subject,
        "detail": change.detail,
        "meaning": change.kind.meaning,
        "old": place(old, change.old),
        "new": place(new, change.new),
    })
}

fn place(source: &Source, span: Option<Span>) -> Value {
    let Some(span) = span else {
        return Value::Null;
    };
    let source = source.file(span);
    let (line, column) = source.line_col(span.start);
    json!({ "file": source.name, "line": line, "column": column })
}
