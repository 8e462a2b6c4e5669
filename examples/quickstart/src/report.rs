//! What a move came to, as a table.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use bindery::Code;

use crate::compare::Difference;

/// How many differences are shown of each group.
const SHOWN: usize = 10;

/// What a move came to. Shows as a table.
#[derive(Debug, Clone)]
pub struct Report {
    /// What became of each group.
    pub groups: Vec<GroupReport>,
    /// The import.
    pub import: Phase,
    /// The reading back.
    pub reading: Phase,
}

/// What became of one group, or of all.
#[derive(Debug, Clone, Default)]
pub struct GroupReport {
    /// The group's id.
    pub name: String,
    /// How many messages were sent.
    pub sent: usize,
    /// How many the service said it stored.
    pub stored: usize,
    /// How many it refused, by code.
    pub refused: BTreeMap<Code, usize>,
    /// How many came back.
    pub read_back: usize,
    /// How what came back differs from what was sent.
    pub differences: Vec<Difference>,
}

/// The calls of one phase.
#[derive(Debug, Clone, Copy)]
pub struct Phase {
    /// How many, repeats included.
    pub calls: usize,
    /// How long they took together.
    pub elapsed: Duration,
}

impl Report {
    /// Whether all that was sent came back, and came back as it was sent.
    pub fn is_equal(&self) -> bool {
        self.groups.iter().all(|group| group.differences.is_empty())
    }

    fn total(&self) -> GroupReport {
        let mut total = GroupReport {
            name: "total".to_owned(),
            ..GroupReport::default()
        };
        for group in &self.groups {
            total.sent += group.sent;
            total.stored += group.stored;
            total.read_back += group.read_back;
            total.differences.extend_from_slice(&group.differences);
            for (code, count) in &group.refused {
                *total.refused.entry(code.clone()).or_default() += count;
            }
        }
        total
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.total();
        let width = self
            .groups
            .iter()
            .map(|group| group.name.len())
            .max()
            .unwrap_or(0)
            .max("group".len());
        writeln!(
            f,
            "{:width$}  {:>7}  {:>7}  {:>9}  {:>9}  refused",
            "group", "sent", "stored", "read back", "different"
        )?;
        for row in self.groups.iter().chain([&total]) {
            write_row(row, width, f)?;
        }
        writeln!(f)?;
        writeln!(f, "import     {}", self.import)?;
        writeln!(f, "read back  {}", self.reading)?;
        self.groups
            .iter()
            .try_for_each(|group| write_differences(group, f))
    }
}

fn write_row(row: &GroupReport, width: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let GroupReport {
        name,
        sent,
        stored,
        refused,
        read_back,
        differences,
    } = row;
    let different = differences.len();
    write!(
        f,
        "{name:width$}  {sent:>7}  {stored:>7}  {read_back:>9}  {different:>9}  "
    )?;
    if refused.is_empty() {
        return writeln!(f, "none");
    }
    let refused: Vec<_> = refused
        .iter()
        .map(|(code, count)| format!("{count} with {code}"))
        .collect();
    writeln!(f, "{}", refused.join(", "))
}

fn write_differences(group: &GroupReport, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for difference in group.differences.iter().take(SHOWN) {
        writeln!(f, "{}: {difference}", group.name)?;
    }
    match group.differences.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => writeln!(f, "{}: {more} more", group.name),
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.elapsed.as_secs_f64();
        write!(f, "{} calls in {seconds:.2} s", self.calls)?;
        match u32::try_from(self.calls) {
            // A shorter phase lives off the burst that the documented rate allows.
            Ok(calls) if seconds >= 1.0 => {
                write!(f, ", {:.0} a second", f64::from(calls) / seconds)
            }
            _ => Ok(()),
        }
    }
}
