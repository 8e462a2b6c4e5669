//! `bindery diff`: what the step from one spec to the next means for callers of the bindings. Writes no file.

mod json;
mod table;

use std::io::Write;
use std::path::{Path, PathBuf};

use bindery_codegen::{GenerateError, Options, generate};
use bindery_spec::{Document, Findings, diff, plain};

use crate::args::{DiffArgs, Format};
use crate::document;
use crate::error::Error;
use crate::exit::Exit;
use crate::findings::{self, red};

pub(crate) fn run(
    args: &DiffArgs,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Result<Exit, Error> {
    let (old, new) = match (
        look_at(&args.old, &args.old_overlays, &args.roots)?,
        look_at(&args.new, &args.new_overlays, &args.roots)?,
    ) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => return refuse([old, new], notes),
    };
    let diff = match diff(&old, &new) {
        Ok(diff) => diff,
        Err(findings) => return refuse([Err(findings), Ok(new)], notes),
    };
    let specs = (&old.source, &new.source);
    match args.format {
        Format::Text => table::print(out, &diff, specs)?,
        Format::Json => json::print(out, &diff, specs)?,
    }
    Ok(if diff.is_breaking() {
        Exit::Findings
    } else {
        Exit::Fine
    })
}

/// A spec from which bindings can be generated, or what is wrong with it.
fn look_at(
    path: &Path,
    overlays: &[PathBuf],
    roots: &[PathBuf],
) -> Result<Result<Document, Findings>, Error> {
    let document = match document::read(path, overlays, roots)? {
        Ok(document) => document,
        Err(findings) => return Ok(Err(findings)),
    };
    match generate(&document, &Options::default()) {
        Ok(_) => Ok(Ok(document)),
        Err(GenerateError::Document(list)) => {
            let source = document.source;
            Ok(Err(Findings { source, list }))
        }
        Err(GenerateError::UnknownOperations(unknown)) => Err(Error::UnknownOperations(unknown)),
    }
}

fn refuse(specs: [Result<Document, Findings>; 2], notes: &mut dyn Write) -> Result<Exit, Error> {
    for spec in specs {
        let Err(found) = spec else { continue };
        findings::print(notes, &found.source, &found.list)?;
        let name = plain::line(&found.source.name);
        writeln!(
            notes,
            "{}: `{name}` cannot be compared: mend it first",
            red("error")
        )
        .map_err(Error::Output)?;
    }
    Ok(Exit::Unusable)
}
