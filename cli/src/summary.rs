//! How many findings of each code there are.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::Write;

use bindery_spec::{Finding, Severity};
use serde_json::json;

use crate::args::Format;
use crate::error::Error;
use crate::findings::word;

/// Findings of all specs, by severity and code.
#[derive(Debug, Default)]
pub(crate) struct Summary(BTreeMap<(bool, &'static str), usize>);

impl Summary {
    pub(crate) fn add(&mut self, findings: &[Finding]) {
        for finding in findings {
            let warning = finding.severity == Severity::Warning;
            *self.0.entry((warning, finding.code)).or_default() += 1;
        }
    }

    /// Prints a line for each code: errors first, then those with the most findings.
    pub(crate) fn print(&self, out: &mut dyn Write, format: Format) -> Result<(), Error> {
        let mut rows: Vec<_> = self.0.iter().collect();
        rows.sort_by_key(|&(&(warning, _), &count)| (warning, Reverse(count)));
        let longest = rows.iter().map(|(_, count)| count.to_string().len()).max();
        let width = longest.unwrap_or_default();
        for (&(warning, code), count) in rows {
            let severity = word(if warning {
                Severity::Warning
            } else {
                Severity::Error
            });
            match format {
                Format::Text => writeln!(out, "{count:>width$}  {severity:<7}  {code}"),
                Format::Json => {
                    let row = json!({ "code": code, "count": count, "severity": severity });
                    writeln!(out, "{row}")
                }
            }
            .map_err(Error::Output)?;
        }
        Ok(())
    }
}
