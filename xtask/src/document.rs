//! One document in a process of its own: what the generator makes of it, as a line of JSON on standard output.

mod possible;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use bindery_codegen::{GenerateError, Generated, Options, generate};
use bindery_spec::disk::Roots;
use bindery_spec::operation::operations;
use bindery_spec::{Document, FileText, Finding, Severity, Source};

use crate::args::DocumentArgs;
use crate::corpus::find;
use crate::error::Error;
use crate::process::peak_kb;
use crate::record::{Generation, Reason, Verdict};

pub(crate) fn run(args: &DocumentArgs) -> Result<(), Error> {
    let bytes = fs::read(&args.file).map_err(|error| Error::read(&args.file, error))?;
    let generation = look(bytes, args)?;
    tell(&generation)
}

/// The text of a file that a document's references name, relative to the document.
fn referred(document: &Path, path: &str) -> Result<FileText, String> {
    let file = document.parent().unwrap_or(document).join(path);
    let (_, text) = Roots::of(document, &[])?.read(&file, path, "`--root DIR`")?;
    Ok(if find::is_yaml(&file) {
        FileText::Yaml(text)
    } else {
        FileText::Json(text)
    })
}

/// Prints a result. The last one counts; one with the verdict of a crash comes first, for the case that it stays the last.
fn tell(generation: &Generation) -> Result<(), Error> {
    let line = serde_json::to_string(generation).map_err(|error| Error::Output(error.into()))?;
    writeln!(io::stdout(), "{line}").map_err(Error::Output)
}

fn look(bytes: Vec<u8>, args: &DocumentArgs) -> Result<Generation, Error> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Ok(not_utf8(error.utf8_error().valid_up_to())),
    };
    // Findings are told by line and column; the name of the file is the table's affair.
    let parsed = if find::is_yaml(&args.file) {
        Document::parse_yaml("", text)
    } else {
        Document::parse("", text)
    };
    let read = |path: &str| referred(&args.file, path);
    let document = match parsed.and_then(|document| document.with_files(read)) {
        Ok(document) => document,
        Err(found) => return Ok(unreadable(&found.source, &found.list)),
    };
    let operations = operations(&document).len();
    tell(&Generation {
        operations,
        ..Generation::of(Verdict::Panicked)
    })?;
    if args.possible {
        return Ok(Generation {
            operations,
            possible: possible::possible(&document, args.strict),
            ..Generation::of(Verdict::Refused)
        });
    }
    let options = Options {
        strict: args.strict,
        ..Options::default()
    };
    let mut generation = match generate(&document, &options) {
        Ok(made) => {
            write(&made, args.write.as_deref())?;
            generated(&document, &made)
        }
        Err(GenerateError::Document(findings)) => Generation {
            reasons: reasons(&document.source, &findings),
            ..Generation::of(Verdict::Refused)
        },
        // Nothing was asked for by name.
        Err(GenerateError::UnknownOperations(_)) => Generation::of(Verdict::Refused),
    };
    generation.operations = operations;
    generation.cost.peak_kb = peak_kb("self");
    Ok(generation)
}

fn not_utf8(byte: usize) -> Generation {
    let reason = Reason {
        code: "not-utf8".to_owned(),
        error: true,
        count: 1,
        first: format!("byte {byte} is not UTF-8"),
    };
    Generation {
        reasons: vec![reason],
        ..Generation::of(Verdict::Refused)
    }
}

fn unreadable(source: &Source, findings: &[Finding]) -> Generation {
    if findings.iter().any(|finding| finding.code == "not-openapi") {
        return Generation::of(Verdict::NoDocument);
    }
    Generation {
        reasons: reasons(source, findings),
        ..Generation::of(Verdict::Refused)
    }
}

fn generated(document: &Document, made: &Generated) -> Generation {
    Generation {
        generated: made.operations.len(),
        possible: Some(made.operations.len()),
        lines: made.source.lines().count(),
        recursion_limit: recursion_limit(&made.warnings),
        reasons: reasons(&document.source, &made.warnings),
        ..Generation::of(Verdict::Generated)
    }
}

/// Writes the file that the command would write, as the root of a crate.
fn write(made: &Generated, path: Option<&Path>) -> Result<(), Error> {
    let Some(path) = path else { return Ok(()) };
    let limit = match recursion_limit(&made.warnings) {
        Some(limit) => format!("#![recursion_limit = \"{limit}\"]\n\n"),
        None => String::new(),
    };
    let items = bindery_cli::rust_text(&made.source).map_err(Error::NotRust)?;
    fs::write(path, limit + &items).map_err(|error| Error::write(path, error))
}

/// The limit that a finding tells the caller to set.
fn recursion_limit(findings: &[Finding]) -> Option<u32> {
    findings.iter().find_map(|finding| {
        let (_, after) = finding
            .help
            .as_deref()?
            .split_once("recursion_limit = \"")?;
        after.split_once('"')?.0.parse().ok()
    })
}

/// Findings by code, the most frequent first.
fn reasons(source: &Source, findings: &[Finding]) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for finding in findings {
        let error = finding.severity == Severity::Error;
        let known = reasons
            .iter_mut()
            .find(|reason| reason.code == finding.code && reason.error == error);
        if let Some(reason) = known {
            reason.count += 1;
            continue;
        }
        let (line, column) = source.file(finding.span).line_col(finding.span.start);
        reasons.push(Reason {
            code: finding.code.to_owned(),
            error,
            count: 1,
            first: format!("{line}:{column}: {}", finding.message),
        });
    }
    reasons.sort_by_key(|reason| (!reason.error, usize::MAX - reason.count));
    reasons
}
