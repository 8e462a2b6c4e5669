//! The first step: every document through the generator, each in a process of its own.

use std::process::Command;

use super::find::Found;
use super::progress::Progress;
use super::store::Store;
use super::{Row, Work, pool};
use crate::error::Error;
use crate::process::{self, Ended};
use crate::record::{Generation, TIMED_OUT, Verdict};

/// Generates what is not known from an earlier run.
pub(super) fn all(
    documents: Vec<Found>,
    work: &Work,
    store: &mut Store,
) -> Result<Vec<Row>, Error> {
    let open: Vec<_> = documents
        .iter()
        .filter(|found| {
            let known = store.generation(&(*found).into());
            // Another run may have more time.
            known.is_none_or(|known| known.verdict == Verdict::TimedOut)
        })
        .collect();
    let mut progress = Progress::new("generate", open.iter().map(|found| found.bytes));
    pool::work(
        &open,
        work.jobs,
        |found| one(found, work),
        |at, generation| {
            let (found, generation) = (open[at], generation?);
            progress.step(found.bytes, remark(found, &generation).as_deref());
            store.generated(found.into(), generation)
        },
    )?;
    let row = |found: Found| {
        Some(Row {
            generation: store.generation(&(&found).into())?,
            found,
            compilation: None,
        })
    };
    Ok(documents.into_iter().filter_map(row).collect())
}

/// What nobody should have to wait for the table to learn.
fn remark(found: &Found, generation: &Generation) -> Option<String> {
    let crash = generation.crash.as_ref()?;
    Some(format!("{}: {crash}", found.name))
}

fn one(found: &Found, work: &Work) -> Result<Generation, Error> {
    let ended = run(work, found, &[])?;
    let mut generation = read(&ended);
    if generation.verdict == Verdict::Refused {
        // A crash in here is no crash of the document: the number stays unknown.
        generation.possible = read(&run(work, found, &["--possible"])?).possible;
    }
    Ok(generation)
}

/// Runs this program on one document.
pub(super) fn run(work: &Work, found: &Found, options: &[&str]) -> Result<Ended, Error> {
    let mut command = Command::new(&work.program);
    command.arg("document").arg(&found.path).args(options);
    command.args(work.strict.then_some("--strict"));
    process::run(&mut command, work.timeout).map_err(|error| Error::program(&work.program, error))
}

/// What a process told, or why it told nothing.
pub(super) fn read(ended: &Ended) -> Generation {
    let told = ended.stdout.lines().last();
    let mut generation = told
        .and_then(|line| serde_json::from_str(line).ok())
        .unwrap_or_else(|| Generation::of(Verdict::Panicked));
    match ended.status {
        None => {
            generation.verdict = Verdict::TimedOut;
            generation.crash = Some(TIMED_OUT.to_owned());
        }
        Some(status) if status.success() => {}
        Some(status) => {
            generation.verdict = Verdict::Panicked;
            generation.crash = Some(crash(&ended.stderr).unwrap_or_else(|| status.to_string()));
        }
    }
    generation.cost.cpu_ms = ended.cost.cpu_ms;
    generation.cost.peak_kb = generation.cost.peak_kb.or(ended.cost.peak_kb);
    generation
}

/// Place and message of a panic, or else the last line there is.
fn crash(stderr: &str) -> Option<String> {
    if stderr.contains("has overflowed its stack") {
        return Some("stack overflow".to_owned());
    }
    let mut lines = stderr.lines();
    if let Some((_, place)) = lines.find_map(|line| line.split_once(" panicked at ")) {
        return Some(format!("{place} {}", lines.next().unwrap_or_default()));
    }
    stderr.lines().last().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::crash;

    #[test]
    fn a_crash_is_told_in_one_line() {
        let told = |stderr| crash(stderr).unwrap_or_default();
        let panic = "\nthread 'main' (7) panicked at codegen/src/names.rs:12:5:\nindex out of bounds\nnote: run with\n";
        assert_eq!(
            told(panic),
            "codegen/src/names.rs:12:5: index out of bounds"
        );
        let overflow = "\nthread 'main' (7) has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";
        assert_eq!(told(overflow), "stack overflow");
        assert_eq!(told("error: no space left\n"), "error: no space left");
        assert_eq!(crash(""), None);
    }
}
