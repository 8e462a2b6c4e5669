//! What `cargo mutants` found: a file for each end that a mutant may come to, a mutant a line.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::error::Error;

/// How the mutants of a module fared. Those that do not compile do not count.
pub(super) struct Outcome {
    /// How many made a test fail, or go on without an end.
    pub(super) caught: usize,
    /// Those that nothing noticed, without their lines: `runtime/src/check.rs: replace < with <= in …`.
    pub(super) missed: Vec<String>,
}

impl Outcome {
    pub(super) fn read(folder: &Path) -> Result<Self, Error> {
        let lines = |name: &str| {
            let path = folder.join(name);
            match fs::read_to_string(&path) {
                Ok(text) => Ok(text.lines().map(without_line).collect::<Vec<_>>()),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
                Err(error) => Err(Error::read(&path, error)),
            }
        };
        Ok(Outcome {
            caught: lines("caught.txt")?.len() + lines("timeout.txt")?.len(),
            missed: lines("missed.txt")?,
        })
    }

    pub(super) fn viable(&self) -> usize {
        self.caught + self.missed.len()
    }

    /// How many of a hundred are caught, rounded down.
    pub(super) fn per_cent(&self) -> usize {
        let viable = self.viable();
        (100 * self.caught).checked_div(viable).unwrap_or(100)
    }
}

/// `file:line:column: what` without the line and the column, which move.
pub(super) fn without_line(mutant: &str) -> String {
    let mut parts = mutant.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(what)) => format!("{file}: {}", what.trim()),
        _ => mutant.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, without_line};

    #[test]
    fn a_mutant_keeps_its_name_when_lines_move() {
        let mutant =
            "runtime/src/check.rs:57:9: replace Checker::verdict -> Result<(), A> with Ok(())";
        let wanted = "runtime/src/check.rs: replace Checker::verdict -> Result<(), A> with Ok(())";
        assert_eq!(without_line(mutant), wanted);
    }

    #[test]
    fn per_cents_are_rounded_down() {
        let of = |caught, missed| Outcome {
            caught,
            missed: vec![String::new(); missed],
        };
        assert_eq!(of(899, 101).per_cent(), 89);
        assert_eq!(of(9, 1).per_cent(), 90);
        assert_eq!(of(0, 0).per_cent(), 100);
    }
}
