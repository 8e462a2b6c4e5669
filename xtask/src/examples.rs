//! `cargo xtask examples`: every example of a document's bodies read with its generated type and written again. Decides
//! what is tried; where examples stand is told by `find`, how one fares by `trial`, and all is printed by `report`.

mod find;
mod report;
mod trial;

use std::io::{self, Write};

use crate::args::Drivers;
use crate::args::ExamplesArgs;
use crate::drive::Workshop;
use crate::error::Error;
use crate::input::{self, Input};
use report::Row;

/// Whether every document was tried.
pub(crate) fn run(args: &ExamplesArgs) -> Result<bool, Error> {
    let Drivers { only, out, .. } = &args.drivers;
    let documents = input::documents(&args.paths, only.as_deref())?;
    let workshop = Workshop::open(out, args.drivers.timeout)?;
    let mut rows = Vec::new();
    for input in &documents {
        rows.push(document(&workshop, input)?);
        eprintln!("{} of {}: {}", rows.len(), documents.len(), input.name);
    }
    let text = report::render(&rows, args.drivers.markdown);
    let written = io::stdout().write_all(text.as_bytes());
    written.map_err(Error::Output)?;
    Ok(rows.iter().all(|row| row.untried.is_none()))
}

fn document(workshop: &Workshop, input: &Input) -> Result<Row, Error> {
    let mut row = Row::new(input);
    let description = &input.description;
    let examples = find::examples(description);
    if examples.is_empty() {
        return Ok(row);
    }
    let built = match workshop.build(&input.name, &input.document, &description.root)? {
        Ok(built) => built,
        Err(why) => {
            row.untried = Some(why);
            return Ok(row);
        }
    };
    let mut driver = built.start()?;
    for example in &examples {
        let went = if example.of_operations(&built.operations) {
            let went = trial::attempt(&mut driver, description, example);
            went.map_err(|error| Error::program("driver", error))?
        } else {
            trial::Went::Untyped("an operation that is not generated")
        };
        row.count(example, went);
    }
    Ok(row)
}
