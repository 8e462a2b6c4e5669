//! Thousands of changed documents: whatever comes in, findings or sound Rust come out; never a panic, never an endless loop.

mod breed;
mod soundness;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use bindery_codegen::{GenerateError, Options, generate};
use bindery_spec::{Document, check, has_errors};
use breed::{Mutant, Parent, asked, mutant, parents};

const MUTANTS: u64 = 20_000;

/// Seeds that one thread goes through. A stack that overflows takes the process along; the thread's name tells the seeds.
const BATCH: u64 = 50;

const THREADS: usize = 2;

/// What compilers give their main thread.
const STACK: usize = 8 << 20;

/// Far more than any batch takes: an endless loop is to be named, not sat out.
const PATIENCE: Duration = Duration::from_secs(300);

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    NoDocument,
    Refused,
    Accepted,
}

/// Of so many accepted mutants one is parsed in full, which costs more than all else.
const SAMPLE: u64 = 10;

#[test]
fn no_mutant_breaks_the_generator() {
    let parents = Arc::new(parents());
    let seeds = asked().unwrap_or(0..MUTANTS);
    let next = Arc::new(AtomicU64::new(seeds.start));
    let (sender, receiver) = mpsc::channel();
    for _ in 0..THREADS {
        let (parents, next, sender) = (parents.clone(), next.clone(), sender.clone());
        thread::spawn(move || work(&parents, &next, seeds.end, &sender));
    }
    drop(sender);
    let mut fates = BTreeMap::new();
    let mut faults = Vec::new();
    loop {
        match receiver.recv_timeout(PATIENCE) {
            Ok(Ok(fate)) => *fates.entry(fate).or_insert(0_u64) += 1,
            Ok(Err(fault)) => faults.push(fault),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let last = next.load(Ordering::Relaxed);
                panic!("a seed shortly before {last} takes for ever");
            }
        }
    }
    println!("{fates:?}");
    assert!(
        faults.is_empty(),
        "{} mutants:\n\n{}",
        faults.len(),
        faults.join("\n\n")
    );
}

type Report = mpsc::Sender<Result<Fate, String>>;

fn work(parents: &Arc<Vec<Parent>>, next: &AtomicU64, end: u64, report: &Report) {
    loop {
        let start = next.fetch_add(BATCH, Ordering::Relaxed);
        if start >= end {
            return;
        }
        let seeds = start..end.min(start + BATCH);
        let (parents, report) = (parents.clone(), report.clone());
        let batch = thread::Builder::new()
            .name(format!("seeds {seeds:?}"))
            .stack_size(STACK);
        let batch = batch.spawn(move || {
            for seed in seeds {
                let judged = report.send(judge(&mutant(&parents, seed)));
                judged.expect("somebody listens");
            }
        });
        batch.expect("a thread").join().expect("mutants are judged");
    }
}

fn judge(mutant: &Mutant) -> Result<Fate, String> {
    let fate = catch_unwind(AssertUnwindSafe(|| fate(mutant)));
    let fate = fate.unwrap_or_else(|_| Err("a panic".to_owned()));
    let Mutant {
        seed,
        parent,
        story,
        ..
    } = mutant;
    fate.map_err(|fault| format!("MUTANTS={seed} ({parent}; {story}): {fault}"))
}

fn fate(mutant: &Mutant) -> Result<Fate, String> {
    let document = match Document::parse("mutant.json", mutant.text.clone()) {
        Ok(document) => document,
        Err(findings) => {
            let told = findings.to_string();
            return if told.contains("-->") {
                Ok(Fate::NoDocument)
            } else {
                Err(told)
            };
        }
    };
    for finding in &check(&document) {
        drop(document.render(finding));
    }
    let options = Options {
        operations: None,
        client: !mutant.seed.is_multiple_of(3),
        server: mutant.seed % 3 < 2,
        ..Options::default()
    };
    match generate(&document, &options) {
        Ok(generated) => {
            let look = (mutant.seed / 3).is_multiple_of(SAMPLE) || asked().is_some();
            let fault = look.then(|| soundness::fault(&generated.source));
            fault.flatten().map_or(Ok(Fate::Accepted), Err)
        }
        Err(GenerateError::Document(findings)) if has_errors(&findings) => Ok(Fate::Refused),
        Err(error) => Err(format!("refused without a reason: {error:?}")),
    }
}
