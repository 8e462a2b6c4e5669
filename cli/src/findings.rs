//! Findings as people read them, and how many there are.

use std::io::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use bindery_spec::{Finding, Severity, Source, plain};

use crate::error::Error;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// A word in the colour of errors.
pub fn red(word: &str) -> String {
    format!("{ERROR}{word}{ERROR:#}")
}

/// A path in a message.
pub(crate) fn shown(path: &Path) -> String {
    plain::line(&path.display().to_string()).into_owned()
}

/// How many findings of each kind.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Count {
    pub(crate) fn add(&mut self, findings: &[Finding]) {
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count();
        self.errors += errors;
        self.warnings += findings.len() - errors;
    }

    /// Such as `1 error, 2 warnings`.
    pub(crate) fn summary(self) -> String {
        format!(
            "{}, {}",
            counted(self.errors, "error"),
            counted(self.warnings, "warning")
        )
    }
}

/// Such as `2 errors`.
pub(crate) fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// The word for how bad a finding is.
pub(crate) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Prints every finding with the lines in question.
pub(crate) fn print(
    out: &mut dyn Write,
    source: &Source,
    findings: &[Finding],
) -> Result<(), Error> {
    for finding in findings {
        let rendered = source.render(finding);
        let name = word(finding.severity);
        let style = match finding.severity {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
        };
        // The renderer names warnings itself.
        let text = rendered.strip_prefix("warning: ").unwrap_or(&rendered);
        writeln!(out, "{style}{name}[{}]{style:#}: {text}\n", finding.code)
            .map_err(Error::Output)?;
    }
    Ok(())
}
