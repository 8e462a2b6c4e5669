//! What was found, for people: a row for each document, totals, and every fault with its reason.

use super::tally::{Kind, Row};
use crate::faults;
use crate::table::{Column, Table};

pub(super) fn render(rows: &[Row], markdown: bool) -> String {
    let tables = [
        documents(rows).render(markdown),
        faults::table(rows.iter().map(|row| (&*row.name, &row.faults)), Kind::name)
            .render(markdown),
    ];
    tables.join("\n")
}

fn documents(rows: &[Row]) -> Table<10> {
    let mut lines: Vec<_> = rows.iter().map(document).collect();
    lines.push(total(rows));
    Table {
        head: [
            Column::Text("document"),
            Column::Text("OpenAPI"),
            Column::Number("operations"),
            Column::Number("calls"),
            Column::Number("accepted"),
            Column::Number("answered"),
            Column::Number("as documented"),
            Column::Number("decoded"),
            Column::Number("same"),
            Column::Text("not tried"),
        ],
        rows: lines,
    }
}

fn document(row: &Row) -> [String; 10] {
    [
        row.name.clone(),
        row.version.clone(),
        of(row.tried, row.operations),
        row.calls.to_string(),
        row.accepted.to_string(),
        row.answered.to_string(),
        (row.answered - row.broken).to_string(),
        row.decoded.to_string(),
        row.same.to_string(),
        row.untried.clone().unwrap_or_default(),
    ]
}

fn total(rows: &[Row]) -> [String; 10] {
    let sum = |field: &dyn Fn(&Row) -> usize| rows.iter().map(field).sum::<usize>();
    let calls = sum(&|row| row.calls);
    let accepted = sum(&|row| row.accepted);
    let answered = sum(&|row| row.answered);
    let documented = answered - sum(&|row| row.broken);
    let decoded = sum(&|row| row.decoded);
    [
        "all".to_owned(),
        String::new(),
        of(sum(&|row| row.tried), sum(&|row| row.operations)),
        calls.to_string(),
        share(accepted, calls),
        answered.to_string(),
        share(documented, answered),
        share(decoded, documented),
        share(sum(&|row| row.same), decoded),
        String::new(),
    ]
}

fn of(part: usize, whole: usize) -> String {
    if part == whole {
        whole.to_string()
    } else {
        format!("{part} of {whole}")
    }
}

/// A part and its share, never rounded up to all.
fn share(part: usize, whole: usize) -> String {
    match (part * 1000).checked_div(whole) {
        Some(tenths) => format!("{part} ({}.{} %)", tenths / 10, tenths % 10),
        None => "0".to_owned(),
    }
}
