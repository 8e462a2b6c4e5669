//! `bindery explain`: what a spec knows about an operation or an error code, as a page. Writes no file.

mod answers;
mod api;
mod code;
mod fields;
mod json;
mod limits;
mod locate;
mod operation;
mod sheet;
mod text;
mod words;

use std::env;
use std::io::Write;

use bindery_spec::{CodeValue, check, has_errors, nearest, plain};

use crate::args::{ExplainArgs, Format};
use crate::document;
use crate::error::Error;
use crate::exit::Exit;
use crate::findings;

use api::Api;
use code::CodePage;
use operation::OperationPage;

/// The columns of a page that goes to no terminal.
const COLUMNS: usize = 100;

pub(crate) fn run(
    args: &ExplainArgs,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Result<Exit, Error> {
    let path = match &args.spec {
        Some(path) => path.clone(),
        None => locate::only_spec(&args.roots)?,
    };
    let document = match document::read(&path, &args.overlays, &args.roots)? {
        Ok(document) => document,
        Err(found) => {
            findings::print(notes, &found.source, &found.list)?;
            return Ok(Exit::Findings);
        }
    };
    let found = check(&document);
    if has_errors(&found) {
        findings::print(notes, &document.source, &found)?;
        return Ok(Exit::Findings);
    }
    let api = Api::of(&document);
    let pages = pages(&api, &args.subject)?;
    for (index, page) in pages.iter().enumerate() {
        if index > 0 && args.format == Format::Text {
            writeln!(out).map_err(Error::Output)?;
        }
        out.write_all(page.show(args.format).as_bytes())
            .map_err(Error::Output)?;
    }
    Ok(Exit::Fine)
}

/// What there is to say about a subject.
enum Page<'d> {
    Operation(Box<OperationPage<'d>>),
    Code(CodePage),
}

impl Page<'_> {
    fn show(&self, format: Format) -> String {
        match (self, format) {
            (Page::Operation(page), Format::Text) => text::operation(page, columns()),
            (Page::Code(page), Format::Text) => text::code(page, columns()),
            (Page::Operation(page), Format::Json) => line(&json::operation(page)),
            (Page::Code(page), Format::Json) => line(&json::code(page)),
        }
    }
}

/// An object in a line of its own.
fn line(object: &serde_json::Value) -> String {
    format!("{}\n", plain::json(&object.to_string()))
}

/// The pages of a subject: an operation, a code, or the name of an error, which may stand for several codes.
fn pages<'d>(api: &Api<'d>, subject: &str) -> Result<Vec<Page<'d>>, Error> {
    let operation = api
        .operations
        .iter()
        .find(|operation| operation.id == subject);
    if let Some(operation) = operation {
        let page = OperationPage::of(api, operation.clone());
        return Ok(vec![Page::Operation(Box::new(page))]);
    }
    let mut codes = vec![CodeValue::Str(subject.to_owned())];
    codes.extend(subject.parse().map(CodeValue::Int));
    codes.extend(code::named(api, subject));
    codes.sort();
    codes.dedup();
    let pages = codes.into_iter().filter_map(|code| CodePage::of(api, code));
    let pages: Vec<_> = pages.map(Page::Code).collect();
    if pages.is_empty() {
        return Err(unknown(api, subject));
    }
    Ok(pages)
}

fn unknown(api: &Api<'_>, subject: &str) -> Error {
    let rows = code::all(api);
    let codes: Vec<_> = rows
        .iter()
        .map(|(answer, _)| answer.row.code.value.to_string())
        .collect();
    let ids = api.operations.iter().map(|operation| &*operation.id);
    let names = rows.iter().map(|(answer, _)| &*answer.row.name.text);
    let known = ids.chain(names).chain(codes.iter().map(String::as_str));
    Error::UnknownSubject {
        name: subject.to_owned(),
        suggestion: nearest(subject, known).map(str::to_owned),
        operations: api
            .operations
            .iter()
            .map(|operation| operation.id.to_string())
            .collect(),
    }
}

/// The columns there are: those of `COLUMNS`, else of the terminal.
fn columns() -> usize {
    let told = env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    told.or_else(terminal).unwrap_or(COLUMNS)
}
