//! `cargo xtask prism`: every operation of a document called through its generated bindings, with Prism serving the same
//! document. Decides what is called in which order; how a call went is told by `call`, and printed by `report`.

mod call;
mod http;
mod report;
mod server;
mod tally;

use std::io::{self, Write};
use std::time::Duration;

use crate::args::PrismArgs;
use crate::drive::Workshop;
use crate::error::Error;
use crate::input::{self, Input};
use crate::sample::{Described, Extent};
use call::{Ask, call};
use server::{Answers, Server};
use tally::Row;

/// Whether every document was tried.
pub(crate) fn run(args: &PrismArgs) -> Result<bool, Error> {
    let documents = input::documents(&args.paths, args.drivers.only.as_deref())?;
    let workshop = Workshop::open(&args.drivers.out, args.drivers.timeout)?;
    let mut rows = Vec::new();
    for input in &documents {
        let row = document(args, &workshop, input)?;
        eprintln!("{}: {} calls", row.name, row.calls);
        rows.push(row);
    }
    let text = report::render(&rows, args.drivers.markdown);
    let written = io::stdout().write_all(text.as_bytes());
    written.map_err(Error::Output)?;
    Ok(rows.iter().all(|row| row.untried.is_none()))
}

fn document(args: &PrismArgs, workshop: &Workshop, input: &Input) -> Result<Row, Error> {
    let description = &input.description;
    let mut row = Row::new(input);
    let built = match workshop.build(&input.name, &input.document, &description.root)? {
        Ok(built) => built,
        Err(why) => {
            row.untried = Some(why);
            return Ok(row);
        }
    };
    let chosen = |operation: &&Described| built.operations.contains(&operation.id);
    let operations: Vec<_> = description.operations.iter().filter(chosen).collect();
    row.tried = operations.len();
    let mut driver = built.start()?;
    for answers in [Answers::Dynamic, Answers::Static] {
        let server = match Server::start(args, input, answers) {
            Ok(server) => server,
            Err(Error::Prism(why)) => {
                row.untried = Some(why);
                return Ok(row);
            }
            Err(error) => return Err(error),
        };
        for operation in &operations {
            for ask in asks(operation, answers) {
                let made = call(&mut driver, &server, input, operation, ask);
                let made = made.map_err(|error| Error::program("driver", error))?;
                row.count(ask, operation, made);
            }
        }
        if args.at.is_some() {
            break;
        }
    }
    Ok(row)
}

/// The calls of an operation: with what is required, with all there is, and one for each documented failure.
fn asks(operation: &Described, answers: Answers) -> Vec<Ask> {
    let plain = [Extent::Required, Extent::Full].map(|extent| Ask {
        answers,
        extent,
        status: None,
    });
    let responses = operation.value["responses"]
        .as_object()
        .into_iter()
        .flatten();
    let failures = responses.filter_map(|(status, _)| {
        let status = status.parse().ok().filter(|status| *status >= 300)?;
        Some(Ask {
            answers,
            extent: Extent::Required,
            status: Some(status),
        })
    });
    plain.into_iter().chain(failures).collect()
}

/// How long Prism may take to get ready, and to answer.
const PATIENCE: Duration = Duration::from_secs(120);
