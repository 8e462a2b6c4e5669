//! What differs between two versions of a file.

use std::fmt;
use std::io::Write;

use anstyle::{AnsiColor, Style};
use bindery_spec::plain;
use similar::{ChangeTag, TextDiff};

use crate::error::Error;

const HUNK: Style = AnsiColor::Cyan.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();

/// How many lines came and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Changes {
    added: usize,
    removed: usize,
}

impl Changes {
    pub(crate) fn between(old: &str, new: &str) -> Self {
        let diff = TextDiff::from_lines(old, new);
        let count = |tag| {
            diff.iter_all_changes()
                .filter(|change| change.tag() == tag)
                .count()
        };
        Changes {
            added: count(ChangeTag::Insert),
            removed: count(ChangeTag::Delete),
        }
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{} -{} lines", self.added, self.removed)
    }
}

/// Prints a unified diff, which `patch` understands once colours are off.
pub(crate) fn print(out: &mut dyn Write, path: &str, old: &str, new: &str) -> Result<(), Error> {
    let diff = TextDiff::from_lines(old, new);
    let text = diff.unified_diff().header(path, path).to_string();
    for line in text.lines() {
        let style = match line.as_bytes().first() {
            Some(b'@') => HUNK,
            Some(b'+') => ADDED,
            Some(b'-') => REMOVED,
            _ => Style::new(),
        };
        let line = plain::line(line);
        writeln!(out, "{style}{line}{style:#}").map_err(Error::Output)?;
    }
    Ok(())
}
