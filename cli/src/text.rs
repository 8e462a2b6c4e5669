//! From a spec's path to the text of its bindings. Writes nothing.

use bindery_codegen::{GenerateError, generate};
use bindery_spec::{Finding, Source};

use crate::args::Target;
use crate::document;
use crate::error::Error;
use crate::format::rust_text;
use crate::header::header;
use crate::lost;

/// What a spec gave.
#[derive(Debug)]
pub struct Bindings {
    /// The whole file, header included; `None` where the spec has errors.
    pub text: Option<String>,
    /// The names of the operations in it.
    pub operations: Vec<String>,
    /// The spec, for showing the findings.
    pub source: Source,
    /// What is wrong with the spec, or worth looking at.
    pub findings: Vec<Finding>,
    /// What bindings lose, in one line; `None` where they lose nothing.
    pub lost: Option<String>,
}

/// Makes the text of the file that `target` describes, without touching the file.
pub fn bindings(target: &Target) -> Result<Bindings, Error> {
    let document = match document::read(&target.spec, &target.overlays, &target.roots)? {
        Ok(document) => document,
        Err(found) => return Ok(refused(found.source, found.list)),
    };
    match generate(&document, &target.options()) {
        Ok(generated) => {
            let header = header(target, &document.source, &generated);
            Ok(Bindings {
                lost: lost::line(&generated),
                text: Some(header + &rust_text(&generated.source)?),
                operations: generated.operations.into_iter().map(|(id, _)| id).collect(),
                source: document.source,
                findings: generated.warnings,
            })
        }
        Err(GenerateError::Document(findings)) => Ok(refused(document.source, findings)),
        Err(GenerateError::UnknownOperations(unknown)) => Err(Error::UnknownOperations(unknown)),
    }
}

fn refused(source: Source, findings: Vec<Finding>) -> Bindings {
    Bindings {
        text: None,
        operations: Vec::new(),
        source,
        findings,
        lost: None,
    }
}
