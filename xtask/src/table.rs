//! Tables as text, aligned for a terminal or as Markdown. Knows nothing of what stands in them.

use std::fmt::Write;

/// A table.
pub(crate) struct Table<const N: usize> {
    pub(crate) head: [Column; N],
    pub(crate) rows: Vec<[String; N]>,
}

/// The head of a column.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// Numbers stand at the right.
    Number(&'static str),
    Text(&'static str),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Column::Number(name) | Column::Text(name) => name,
        }
    }
}

impl<const N: usize> Table<N> {
    pub(crate) fn render(&self, markdown: bool) -> String {
        if markdown {
            self.markdown()
        } else {
            self.plain()
        }
    }

    fn markdown(&self) -> String {
        let mut text = line(&self.head.map(|column| column.name().to_owned()));
        let rule = self.head.map(|column| match column {
            Column::Number(_) => "--:".to_owned(),
            Column::Text(_) => "---".to_owned(),
        });
        text.push_str(&line(&rule));
        for row in &self.rows {
            text.push_str(&line(&row.each_ref().map(|cell| escaped(cell))));
        }
        text
    }

    fn plain(&self) -> String {
        let head = self.head.map(|column| column.name().to_owned());
        let lines = || std::iter::once(&head).chain(&self.rows);
        let mut widths = [0; N];
        for row in lines() {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let mut text = String::new();
        for row in lines() {
            let mut line = String::new();
            for ((column, cell), width) in self.head.iter().zip(row).zip(widths) {
                // Writing to a string cannot fail.
                let _ = match column {
                    Column::Number(_) => write!(line, "{cell:>width$}  "),
                    Column::Text(_) => write!(line, "{cell:<width$}  "),
                };
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

fn line<const N: usize>(cells: &[String; N]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A cell that stays one. Messages set what they quote in backticks, where nothing else needs escaping.
fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|").replace(['\n', '\r'], " ")
}
