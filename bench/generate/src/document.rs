//! Real documents: their stages, medians of three runs.

use std::time::Duration;
use std::{fmt, fs};

use bench_measure::{median, timed};
use bindery_codegen::{GenerateError, Generated, Options, generate};
use bindery_spec::{Document, Finding, Severity, check};

const ROUNDS: usize = 3;

/// Why nothing could be measured.
#[derive(Debug)]
pub enum Fault {
    Usage,
    Read(String, std::io::Error),
    /// The name, and the first thing that is wrong.
    Refused(String, String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Usage => {
                f.write_str("usage: bench-generate document FILE... | once FILE | growth")
            }
            Fault::Read(file, error) => write!(f, "`{file}` cannot be read: {error}"),
            Fault::Refused(name, why) => write!(f, "nothing was generated from `{name}`: {why}"),
        }
    }
}

/// One line a document.
pub fn report(files: &[String]) -> Result<(), Fault> {
    println!(
        "{:<44} {:>8} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "document", "MB", "operations", "read s", "check s", "lower s", "total s"
    );
    for file in files {
        line(file)?;
    }
    Ok(())
}

/// One generation and nothing else; prints the source.
pub fn once(file: &str) -> Result<(), Fault> {
    let made = made(file, read(file)?)?;
    println!("{}", made.source);
    Ok(())
}

fn line(file: &str) -> Result<(), Fault> {
    let text = read(file)?;
    let operations = made(file, text.clone())?.operations.len();
    let (mut reading, mut checking, mut generating) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let text = text.clone();
        reading.push(timed(|| Document::parse(file, text)));
        let document = parse(file, read(file)?)?;
        checking.push(timed(|| check(&document)));
        generating.push(timed(|| generate(&document, &Options::default())));
    }
    let (read, checked, generated) = (median(reading), median(checking), median(generating));
    println!(
        "{:<44} {:>8.2} {operations:>10} {:>10} {:>10} {:>10} {:>10}",
        short(file),
        megabytes(text.len()),
        seconds(read),
        seconds(checked),
        seconds(generated.saturating_sub(checked)),
        seconds(read + generated),
    );
    Ok(())
}

fn made(name: &str, text: String) -> Result<Generated, Fault> {
    let document = parse(name, text)?;
    generate(&document, &Options::default()).map_err(|error| refused(name, &error))
}

/// The CPU time of both stages on a text.
pub fn total(name: &str, text: &str) -> Result<Duration, Fault> {
    made(name, text.to_owned())?;
    Ok(timed(|| made(name, text.to_owned())))
}

fn parse(name: &str, text: String) -> Result<Document, Fault> {
    Document::parse(name, text).map_err(|findings| fault(name, &findings.list))
}

fn refused(name: &str, error: &GenerateError) -> Fault {
    match error {
        GenerateError::Document(findings) => fault(name, findings),
        GenerateError::UnknownOperations(_) => fault(name, &[]),
    }
}

fn fault(name: &str, findings: &[Finding]) -> Fault {
    let mut errors = findings
        .iter()
        .filter(|one| one.severity == Severity::Error);
    let why = errors.next().map_or("", |error| &error.message);
    Fault::Refused(name.to_owned(), why.to_owned())
}

fn read(file: &str) -> Result<String, Fault> {
    fs::read_to_string(file).map_err(|error| Fault::Read(file.to_owned(), error))
}

fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}

#[allow(clippy::cast_precision_loss, reason = "for people to read")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The end of a path, which tells enough.
fn short(file: &str) -> &str {
    file.rsplit_once("/api/").map_or(file, |(_, end)| end)
}
