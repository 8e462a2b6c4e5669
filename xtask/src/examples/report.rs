//! What was found, for people: a row for each document, totals, and every fault with its reason.

use super::find::Example;
use super::trial::Went;
use crate::faults::{self, Faults};
use crate::input::Input;
use crate::table::{Column, Table};

/// A document and how its examples fared.
#[derive(Debug)]
pub(super) struct Row {
    name: String,
    examples: usize,
    untyped: usize,
    unfit: usize,
    decoded: usize,
    same: usize,
    faults: Faults<&'static str>,
    /// Why nothing was tried.
    pub(super) untried: Option<String>,
}

impl Row {
    pub(super) fn new(input: &Input) -> Self {
        Row::named(&input.name)
    }

    fn named(name: &str) -> Self {
        Row {
            name: name.to_owned(),
            examples: 0,
            untyped: 0,
            unfit: 0,
            decoded: 0,
            same: 0,
            faults: Faults::new(),
            untried: None,
        }
    }

    /// Counts an example.
    pub(super) fn count(&mut self, example: &Example<'_>, went: Went) {
        self.examples += 1;
        let (kind, why) = match went {
            Went::Untyped(why) => {
                self.untyped += 1;
                ("without a type", why.to_owned())
            }
            Went::Same => {
                self.decoded += 1;
                return self.same += 1;
            }
            Went::Changed(why) => {
                self.decoded += 1;
                ("changed", why)
            }
            Went::Undecoded(why) => ("not decoded", why),
            Went::Alone(why) => ("no request", why),
            Went::Unfit(why) => {
                self.unfit += 1;
                ("not of its schema", why)
            }
        };
        self.faults.add(kind, why, || example.place());
    }

    fn figures(&self) -> [usize; 6] {
        let fit = self.examples - self.untyped - self.unfit;
        [
            self.examples,
            self.untyped,
            self.unfit,
            fit,
            self.decoded,
            self.same,
        ]
    }
}

pub(super) fn render(rows: &[Row], markdown: bool) -> String {
    let tables = [
        documents(rows).render(markdown),
        faults::table(rows.iter().map(|row| (&*row.name, &row.faults)), |kind| {
            kind
        })
        .render(markdown),
    ];
    tables.join("\n")
}

fn documents(rows: &[Row]) -> Table<8> {
    let line = |row: &Row| {
        let [examples, untyped, unfit, fit, decoded, same] = row.figures().map(|n| n.to_string());
        let untried = row.untried.clone().unwrap_or_default();
        [
            row.name.clone(),
            examples,
            untyped,
            unfit,
            fit,
            decoded,
            same,
            untried,
        ]
    };
    let mut all = Row::named("all");
    for row in rows {
        all.examples += row.examples;
        all.untyped += row.untyped;
        all.unfit += row.unfit;
        all.decoded += row.decoded;
        all.same += row.same;
    }
    Table {
        head: [
            Column::Text("document"),
            Column::Number("examples"),
            Column::Number("without a type"),
            Column::Number("not of their schema"),
            Column::Number("left"),
            Column::Number("decoded"),
            Column::Number("same"),
            Column::Text("not tried"),
        ],
        rows: rows.iter().chain([&all]).map(line).collect(),
    }
}
