//! The second step: what was generated of a sample, through the compiler, with warnings as errors.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::find::Found;
use super::generate;
use super::progress::Progress;
use super::store::{Key, Store};
use super::{Row, Work, pool, sample};
use crate::error::Error;
use crate::process;
use crate::record::{Compilation, Cost, TIMED_OUT, Verdict};
use crate::runtime::{Make, Runtime};

/// Compiles a sample of what was generated, as far as it is not known from an earlier run.
pub(super) fn sample(
    rows: &mut [Row],
    wanted: usize,
    work: &Work,
    store: &mut Store,
) -> Result<(), Error> {
    let mut chosen = choose(rows, wanted);
    if chosen.is_empty() {
        return Ok(());
    }
    let runtime = Runtime::build(&work.out, Make::Metadata)?;
    let key = |row: &Row| Key::from(&row.found).with(&runtime.digest);
    chosen.retain(|at| {
        let row = &mut rows[*at];
        let known = store.compilation(&key(row));
        // Another run may have more time.
        row.compilation = known.filter(|made| made.error.as_deref() != Some(TIMED_OUT));
        row.compilation.is_none()
    });
    let open: Vec<_> = chosen.iter().map(|at| rows[*at].found.clone()).collect();
    let mut progress = Progress::new("compile", open.iter().map(|found| found.bytes));
    pool::work(
        &open,
        work.jobs,
        |found| one(found, &runtime, work),
        |at, compilation| {
            let (row, compilation) = (&mut rows[chosen[at]], compilation?);
            progress.step(row.found.bytes, remark(row, &compilation).as_deref());
            row.compilation = Some(compilation.clone());
            store.compiled(key(row), compilation)
        },
    )
}

/// Places of the sample among the rows.
fn choose(rows: &[Row], wanted: usize) -> Vec<usize> {
    let mut by_size: Vec<_> = (0..rows.len())
        .filter(|at| rows[*at].generation.verdict == Verdict::Generated)
        .collect();
    by_size.sort_by_key(|at| rows[*at].found.bytes);
    let places = sample::spread(by_size.len(), wanted);
    places.into_iter().map(|place| by_size[place]).collect()
}

fn remark(row: &Row, compilation: &Compilation) -> Option<String> {
    let error = compilation.error.as_ref()?;
    Some(format!("{}: {error}", row.found.name))
}

fn one(found: &Found, runtime: &Runtime, work: &Work) -> Result<Compilation, Error> {
    let dir = work.out.join("sample");
    fs::create_dir_all(&dir).map_err(|error| Error::write(&dir, error))?;
    let source = dir.join(format!("{}.rs", found.name.replace('/', "__")));
    let text = source.to_string_lossy();
    let written = generate::read(&generate::run(work, found, &["--write", &text])?);
    if let Some(crash) = written.crash {
        return Ok(Compilation {
            error: Some(crash),
            cost: Cost::default(),
        });
    }
    compile(&source, runtime, work)
}

fn compile(source: &Path, runtime: &Runtime, work: &Work) -> Result<Compilation, Error> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let metadata = source.with_extension("rmeta");
    let mut command = Command::new(&rustc);
    command
        .args(["--edition=2024", "--crate-type=lib", "--crate-name=sample"])
        .args(["-Dwarnings", "--error-format=short"])
        .arg(format!("--emit=metadata={}", metadata.display()))
        .arg(format!("--extern=bindery={}", runtime.library.display()))
        .arg(format!("-Ldependency={}", runtime.dependencies.display()))
        .arg(source);
    let ended =
        process::run(&mut command, work.timeout).map_err(|error| Error::program(rustc, error))?;
    // Large, and of no use to anybody; there is none where an error was found.
    let _ = fs::remove_file(metadata);
    let error = match ended.status {
        None => Some(TIMED_OUT.to_owned()),
        Some(status) if status.success() => None,
        Some(_) => Some(first_error(&ended.stderr, source)),
    };
    Ok(Compilation {
        error,
        cost: ended.cost,
    })
}

/// The first error with its line and column.
fn first_error(stderr: &str, source: &Path) -> String {
    let file = format!("{}:", source.display());
    let line = stderr
        .lines()
        .find(|line| line.contains(": error") || line.starts_with("error"));
    let line = line.or(stderr.lines().next()).unwrap_or("no message");
    line.strip_prefix(&file).unwrap_or(line).to_owned()
}
