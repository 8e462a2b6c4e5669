//! Why some mutants are left: the table of `docs/mutants.md`.

use std::fs;
use std::path::Path;

use crate::error::Error;

/// Mutants that nothing notices, each with its reason.
pub(super) struct Reasons(Vec<(String, String)>);

impl Reasons {
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(|error| Error::read(path, error))?;
        Ok(Reasons::of(&text))
    }

    /// The rows whose first cell is the name of a mutant: a file, a colon, and what was changed.
    fn of(page: &str) -> Self {
        let rows = page.lines().filter_map(|line| {
            let cells = line.strip_prefix("| `")?.strip_suffix(" |")?;
            let (mutant, reason) = cells.split_once("` | ")?;
            mutant
                .contains(".rs: ")
                .then(|| (mutant.replace("\\|", "|"), reason.to_owned()))
        });
        Reasons(rows.collect())
    }

    pub(super) fn of_mutant(&self, mutant: &str) -> Option<&str> {
        let mut rows = self.0.iter();
        rows.find(|row| row.0 == mutant).map(|row| &*row.1)
    }

    /// The rows for files like these that are no survivors any more.
    pub(super) fn stale<'r>(
        &'r self,
        files: impl Iterator<Item = &'r &'static str>,
        missed: &'r [&String],
    ) -> impl Iterator<Item = &'r str> {
        let folders: Vec<_> = files.map(|file| file.trim_end_matches("*.rs")).collect();
        let rows = self.0.iter().map(|row| &*row.0);
        rows.filter(move |mutant| {
            let tried = folders.iter().any(|folder| mutant.starts_with(folder));
            tried && missed.iter().all(|other| other != mutant)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Reasons;

    const PAGE: &str = "\
# Mutants
| Mutant | Reason |
|---|---|
| `runtime/src/a.rs: replace \\|\\| with && in f` | the same |
| `words` | no mutant |
";

    #[test]
    fn the_page_is_read() {
        let reasons = Reasons::of(PAGE);
        let mutant = "runtime/src/a.rs: replace || with && in f";
        assert_eq!(reasons.of_mutant(mutant), Some("the same"));
        assert_eq!(reasons.of_mutant("words"), None);
    }

    #[test]
    fn a_reason_for_nothing_is_stale() {
        let reasons = Reasons::of(PAGE);
        let survivor = "runtime/src/a.rs: replace || with && in f".to_owned();
        let stale = |files: &'static [&'static str], missed: &[&String]| {
            reasons.stale(files.iter(), missed).count()
        };
        assert_eq!(stale(&["runtime/src/a.rs"], &[&survivor]), 0);
        assert_eq!(stale(&["runtime/src/a.rs"], &[]), 1);
        assert_eq!(stale(&["runtime/src/b/*.rs"], &[]), 0);
    }
}
