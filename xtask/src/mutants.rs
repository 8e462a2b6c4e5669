//! `cargo xtask mutants`: whether the runtime's own tests see it when its code is changed. Runs `cargo mutants` module by module, in copies of
//! the sources, and holds what no test noticed against the reasons in `docs/mutants.md`.

mod modules;
mod outcome;
mod reasons;

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::args::MutantsArgs;
use crate::error::Error;
use crate::table::{Column, Table};
use modules::Module;
use outcome::Outcome;
use reasons::Reasons;

/// Where the mutants stand that nothing notices, with the reasons.
const REASONS: &str = "docs/mutants.md";

/// Whether every module is at the target, and every survivor has its reason.
pub(crate) fn run(args: &MutantsArgs) -> Result<bool, Error> {
    installed()?;
    let reasons = Reasons::read(Path::new(REASONS))?;
    let mut rows = Vec::new();
    for module in modules::chosen(&args.modules).map_err(Error::Mutants)? {
        let outcome = module_by(args, module)?;
        eprintln!(
            "{}: {} of {}",
            module.name,
            outcome.caught,
            outcome.viable()
        );
        rows.push((module, outcome));
    }
    let text = report(&rows, &reasons);
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(Error::Output)?;
    Ok(rows.iter().all(|(_, outcome)| {
        let known = |mutant: &String| reasons.of_mutant(mutant).is_some();
        outcome.per_cent() >= args.target && outcome.missed.iter().all(known)
    }))
}

fn installed() -> Result<(), Error> {
    let mut command = Command::new("cargo");
    command.args(["mutants", "--version"]);
    let there = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    let why = "cargo-mutants is not installed: run `cargo install --locked cargo-mutants`";
    Err(Error::Mutants(why.to_owned()))
}

fn module_by(args: &MutantsArgs, module: &Module) -> Result<Outcome, Error> {
    let out = args.out.join(module.name.replace('/', "-"));
    std::fs::create_dir_all(&out).map_err(|error| Error::write(&out, error))?;
    let mut command = Command::new("cargo");
    command.args([
        "mutants",
        "--package",
        "bindery",
        "--test-package",
        "bindery",
    ]);
    command.args(["--no-shuffle", "--colors", "never", "--timeout", "120"]);
    command.arg("--jobs").arg(args.jobs.to_string());
    command.arg("--output").arg(&out);
    for file in module.files {
        command.args(["--file", file]);
    }
    if !args.tests.is_empty() {
        command.arg("--");
        for test in &args.tests {
            command.args(["--test", test]);
        }
    }
    // What it says of its progress is no result.
    command.stdout(io::stderr());
    let status = command.status();
    let status = status.map_err(|source| Error::program("cargo mutants", source))?;
    // All caught; some missed; some without an end.
    if let Some(0 | 2 | 3) = status.code() {
        return Outcome::read(&out.join("mutants.out"));
    }
    let why = format!("`cargo mutants` did not try `{}`: {status}", module.name);
    Err(Error::Mutants(why))
}

fn report(rows: &[(&Module, Outcome)], reasons: &Reasons) -> String {
    let modules = Table {
        head: [
            Column::Text("module"),
            Column::Number("viable"),
            Column::Number("caught"),
            Column::Number("%"),
        ],
        rows: rows
            .iter()
            .map(|(module, outcome)| {
                let figures = [outcome.viable(), outcome.caught, outcome.per_cent()];
                let [viable, caught, per_cent] = figures.map(|figure| figure.to_string());
                [module.name.to_owned(), viable, caught, per_cent]
            })
            .collect(),
    };
    let missed = rows.iter().flat_map(|(_, outcome)| &outcome.missed);
    let survivors = Table {
        head: [Column::Text("nothing notices"), Column::Text("reason")],
        rows: missed
            .map(|mutant| {
                let reason = reasons
                    .of_mutant(mutant)
                    .unwrap_or("none in docs/mutants.md");
                [mutant.clone(), reason.to_owned()]
            })
            .collect(),
    };
    let all: Vec<_> = rows
        .iter()
        .flat_map(|(_, outcome)| &outcome.missed)
        .collect();
    let stale = reasons.stale(rows.iter().flat_map(|(module, _)| module.files), &all);
    let stale: Vec<_> = stale.map(|it| format!("noticed now: {it}\n")).collect();
    [
        modules.render(false),
        survivors.render(false),
        stale.concat(),
    ]
    .join("\n")
}
