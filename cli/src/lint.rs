//! `bindery lint`: everything that is wrong with specs. Writes no file.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use bindery_codegen::pattern::{self, Compiled};
use bindery_codegen::{GenerateError, Generated, Options, generate};
use bindery_spec::{Document, Finding, Source, Span, lint_with, plain};
use serde_json::{Value, json};

use crate::args::{Format, LintArgs};
use crate::document;
use crate::error::Error;
use crate::exit::Exit;
use crate::findings::{self, Count, counted, red};
use crate::summary::Summary;
use crate::untyped::Untypeds;

pub(crate) fn run(
    args: &LintArgs,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Result<Exit, Error> {
    let mut count = Count::default();
    let mut summary = Summary::default();
    let mut untyped = Untypeds::default();
    let mut unread = 0;
    for path in &args.specs {
        match look_at(path, &args.overlays, &args.roots) {
            Ok(Looked::Sound(document, generated)) if args.untyped => {
                untyped.print(out, &document, &generated.untyped, args.format)?;
            }
            Ok(looked) => {
                let (source, mut findings) = looked.findings();
                findings.retain(|finding| args.shows(finding.code));
                count.add(&findings);
                match args.format {
                    _ if args.summary => summary.add(&findings),
                    Format::Text => findings::print(out, &source, &findings)?,
                    Format::Json => print_json(out, &source, &findings)?,
                }
            }
            // The other files are looked at all the same.
            Err(error) => {
                unread += 1;
                writeln!(
                    notes,
                    "{}: {}",
                    red("error"),
                    plain::lines(&error.to_string())
                )
                .map_err(Error::Output)?;
            }
        }
    }
    summary.print(out, args.format)?;
    let read = args.specs.len() - unread;
    if read > 0 {
        let files = counted(read, "file");
        let told = match count.errors {
            0 if args.untyped => untyped.summary(),
            _ => count.summary(),
        };
        writeln!(notes, "{told} in {files}").map_err(Error::Output)?;
    }
    Ok(match (unread, count.errors) {
        (0, 0) => Exit::Fine,
        (0, _) => Exit::Findings,
        _ => Exit::Unusable,
    })
}

/// What came of a spec.
enum Looked {
    /// Bindings can be generated.
    Sound(Box<Document>, Generated),
    /// They cannot, for these findings.
    Broken(Source, Vec<Finding>),
}

impl Looked {
    /// All findings, and where there is no error, also what could be tidied up.
    fn findings(self) -> (Source, Vec<Finding>) {
        match self {
            Looked::Sound(document, generated) => {
                let mut findings = generated.warnings;
                findings.extend(tidy(&document));
                findings.sort_by_key(|finding| finding.span);
                (document.source, findings)
            }
            Looked::Broken(source, findings) => (source, findings),
        }
    }
}

/// Reads a spec and generates from it, for only that brings some findings to light.
fn look_at(path: &Path, overlays: &[PathBuf], roots: &[PathBuf]) -> Result<Looked, Error> {
    let document = match document::read(path, overlays, roots)? {
        Ok(document) => document,
        Err(found) => return Ok(Looked::Broken(found.source, found.list)),
    };
    let options = Options {
        operations: None,
        client: true,
        server: true,
        ..Options::default()
    };
    match generate(&document, &options) {
        Ok(generated) => Ok(Looked::Sound(Box::new(document), generated)),
        Err(GenerateError::Document(findings)) => Ok(Looked::Broken(document.source, findings)),
        Err(GenerateError::UnknownOperations(unknown)) => Err(Error::UnknownOperations(unknown)),
    }
}

/// What could be tidied up. A pattern that bindings cannot check is not asked.
fn tidy(document: &Document) -> Vec<Finding> {
    let compiled: RefCell<HashMap<String, Option<Compiled>>> = RefCell::default();
    lint_with(document, &|source, text| {
        let mut compiled = compiled.borrow_mut();
        if !compiled.contains_key(source) {
            compiled.insert(source.to_owned(), pattern::compile(source).ok());
        }
        Some(compiled.get(source)?.as_ref()?.matches(text))
    })
}

fn print_json(out: &mut dyn Write, source: &Source, findings: &[Finding]) -> Result<(), Error> {
    for finding in findings {
        writeln!(out, "{}", plain::json(&object(source, finding).to_string()))
            .map_err(Error::Output)?;
    }
    Ok(())
}

fn object(source: &Source, finding: &Finding) -> Value {
    let notes = finding.notes.iter().map(|(span, label)| {
        let mut note = place(source, *span);
        note["file"] = json!(source.file(*span).name);
        note["label"] = json!(label);
        note
    });
    let mut object = place(source, finding.span);
    object["code"] = json!(finding.code);
    object["severity"] = json!(findings::word(finding.severity));
    object["message"] = json!(finding.message);
    object["file"] = json!(source.file(finding.span).name);
    object["label"] = json!(finding.label);
    object["help"] = json!(finding.help);
    object["notes"] = notes.collect();
    object
}

pub(crate) fn place(source: &Source, span: Span) -> Value {
    let source = source.file(span);
    let (line, column) = source.line_col(span.start);
    let (end_line, end_column) = source.line_col(span.end);
    json!({ "line": line, "column": column, "end_line": end_line, "end_column": end_column })
}
