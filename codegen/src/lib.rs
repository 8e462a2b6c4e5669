//! From an API document to Rust source: representation, names, text.
//!
//! [`generate`] is the one way through, for the macro and for the command alike. Pure: reads no files, and every
//! call with the same document and options gives the same bytes.

// Generated text is put together from small pieces; a clear line is worth an allocation here.
#![allow(clippy::format_push_string, clippy::format_collect)]

mod docs;
mod emit;
mod formats;
mod ir;
mod lower;
mod own;
pub mod pattern;
mod source;
mod untyped;

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use bindery_spec::{Document, Finding, Severity, nearest};

pub use formats::Formats;
pub use own::{
    Derived, OwnError, OwnField, OwnPlace, OwnStruct, Piece, Role, Wrapper, derive_request,
    derive_response,
};

pub use untyped::Untyped;

use ir::Api;
use lower::Lost;

/// What to generate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that have nothing to do with one another"
)]
pub struct Options {
    /// The operations wanted, by `operationId`; `None` for all.
    pub operations: Option<Vec<String>>,
    /// Whether to generate what a client needs: encoding of requests, decoding of replies.
    pub client: bool,
    /// Whether to generate what a server needs: the service trait, and the other directions.
    pub server: bool,
    /// Whether what bindings cannot express is an error, and so is every slip of the document. Otherwise it is a warning whose code
    /// begins with `unsupported-`, and bindings hold a fallback: a text, or raw JSON.
    pub strict: bool,
    /// The crates whose types stand for formats of texts; a text without one is a `String`, or a type of its own.
    pub formats: Vec<Formats>,
    /// Whether to generate types of what the service sends by itself: webhooks, and callbacks of the operations wanted.
    pub webhooks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            operations: None,
            client: true,
            server: false,
            strict: false,
            formats: Vec::new(),
            webhooks: false,
        }
    }
}

/// Generated bindings.
#[derive(Debug)]
pub struct Generated {
    /// Rust items. They name the runtime as `__rt`, which the front door brings into scope.
    pub source: String,
    /// The items that operations became: the `operationId` and the name of its request type.
    pub operations: Vec<(String, String)>,
    /// What is worth looking at, though nothing failed.
    pub warnings: Vec<Finding>,
    /// The places whose values are any JSON, in the order of the document.
    pub untyped: Vec<Untyped>,
    /// How many operations send their body in one way, where another one that the document names would send files.
    pub without_upload: usize,
}

/// Why nothing was generated.
#[derive(Debug)]
pub enum GenerateError {
    /// Operations were asked for that the document does not have.
    UnknownOperations(Vec<UnknownOperation>),
    /// The document is at fault; at least one of the findings is an error.
    Document(Vec<Finding>),
}

/// An operation that the document does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownOperation {
    /// Its place among the operations asked for.
    pub index: usize,
    /// The name asked for.
    pub name: String,
    /// The nearest name there is.
    pub suggestion: Option<String>,
}

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document has no operation `{}`", self.name)?;
        match &self.suggestion {
            Some(near) => write!(f, ": did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}

/// The operations of a document, by name, in its order.
pub fn operations(doc: &Document) -> impl Iterator<Item = Cow<'_, str>> {
    lower::operations(doc).into_iter().map(|(id, _)| id)
}

/// The name that an operation's request type has unless the document gives it another: for stand-ins where nothing could
/// be generated.
///
/// ```
/// assert_eq!(bindery_codegen::request_name("import_group_msg"), "ImportGroupMsg");
/// ```
pub fn request_name(operation: &str) -> String {
    bindery_spec::names::camel(operation)
}

/// Generates bindings for a document.
pub fn generate(doc: &Document, options: &Options) -> Result<Generated, GenerateError> {
    let (api, warnings, lost) = represent(doc, options)?;
    let operations = api
        .operations
        .iter()
        .map(|op| (op.id.clone(), api.types[op.request.0].name.clone()))
        .collect();
    Ok(Generated {
        source: emit::emit(&api, options),
        operations,
        warnings,
        untyped: lost.untyped,
        without_upload: lost.without_upload,
    })
}

/// The representation of the operations wanted, and what is worth looking at.
fn represent(
    doc: &Document,
    options: &Options,
) -> Result<(Api, Vec<Finding>, Lost), GenerateError> {
    let all = lower::operations(doc);
    let chosen = choose(&all, options.operations.as_deref())?;
    let strict = options.strict;
    let mut findings = if strict {
        bindery_spec::check_strictly(doc)
    } else {
        bindery_spec::check(doc)
    };
    let (api, more, lost) = lower::lower(doc, &chosen, options);
    let same = |finding: &Finding| (finding.span, finding.code, finding.message.clone());
    let mut seen: HashSet<_> = findings.iter().map(same).collect();
    findings.extend(
        more.into_iter()
            .filter(|finding| seen.insert(same(finding))),
    );
    findings.sort_by_key(|finding| (finding.span.file, finding.span.start));
    if strict {
        let fallbacks = findings.iter_mut();
        let strictly = |finding: &&mut Finding| {
            finding.code.starts_with("unsupported-") || finding.code == "empty-intersection"
        };
        for finding in fallbacks.filter(strictly) {
            finding.severity = Severity::Error;
        }
    }
    if bindery_spec::has_errors(&findings) {
        return Err(GenerateError::Document(findings));
    }
    Ok((api, findings, lost))
}

fn choose<'d, T: Copy>(
    all: &[(Cow<'d, str>, T)],
    wanted: Option<&[String]>,
) -> Result<Vec<(Cow<'d, str>, T)>, GenerateError> {
    let Some(wanted) = wanted else {
        return Ok(all.to_vec());
    };
    let unknown: Vec<_> = wanted
        .iter()
        .enumerate()
        .filter(|(_, name)| !all.iter().any(|(id, _)| id == *name))
        .map(|(index, name)| UnknownOperation {
            index,
            name: name.clone(),
            suggestion: nearest(name, all.iter().map(|(id, _)| &**id)).map(str::to_owned),
        })
        .collect();
    if !unknown.is_empty() {
        return Err(GenerateError::UnknownOperations(unknown));
    }
    // In the document's order, so that the order of the list changes nothing.
    Ok(all
        .iter()
        .filter(|(id, _)| wanted.iter().any(|name| name == id))
        .cloned()
        .collect())
}
