//! `cargo xtask corpus`: documents → generation → a compiled sample → tables. Decides the order of the steps; each is a
//! module of its own.

mod compile;
pub(crate) mod find;
mod generate;
mod pool;
mod progress;
mod reasons;
mod report;
mod sample;
mod store;

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs, thread};

use crate::args::CorpusArgs;
use crate::error::Error;
use crate::record::{Compilation, Generation, Verdict};
use find::Found;
pub(crate) use find::{digest_of, spec_files};
use store::Store;

/// A document and all that is known about it.
struct Row {
    found: Found,
    generation: Generation,
    /// `None` where it is not in the sample.
    compilation: Option<Compilation>,
}

impl Row {
    /// Whether the generator itself is at fault, and not the document.
    fn at_fault(&self) -> bool {
        let crashed = matches!(
            self.generation.verdict,
            Verdict::Panicked | Verdict::TimedOut
        );
        crashed
            || self
                .compilation
                .as_ref()
                .is_some_and(|made| made.error.is_some())
    }
}

/// How steps are done: by which program, how many at once, and how long each may take.
struct Work {
    program: PathBuf,
    jobs: usize,
    timeout: Duration,
    strict: bool,
    out: PathBuf,
}

/// Whether the generator did all that can be asked of it.
pub(crate) fn run(args: &CorpusArgs) -> Result<bool, Error> {
    let work = Work::new(args)?;
    let documents = find::documents(&args.choice, work.jobs)?;
    let mut build = find::digest_of(&work.program)?;
    if args.strict {
        build.push_str("+strict");
    }
    let mut store = Store::open(&work.out, &build, args.fresh)?;
    let mut rows = generate::all(documents, &work, &mut store)?;
    let files = rows.len();
    rows.retain(|row| row.generation.verdict != Verdict::NoDocument);
    compile::sample(&mut rows, args.sample, &work, &mut store)?;
    let text = report::render(&rows, files - rows.len(), &args.style);
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(Error::Output)?;
    Ok(!rows.iter().any(Row::at_fault))
}

impl Work {
    fn new(args: &CorpusArgs) -> Result<Self, Error> {
        fs::create_dir_all(&args.out).map_err(|error| Error::write(&args.out, error))?;
        let program = env::current_exe().map_err(|error| Error::program("xtask", error))?;
        let cores = || thread::available_parallelism().map_or(1, usize::from);
        Ok(Work {
            program,
            jobs: args.jobs.map_or_else(cores, usize::from),
            timeout: args.timeout,
            strict: args.strict,
            out: args.out.clone(),
        })
    }
}
