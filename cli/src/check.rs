//! `bindery check`: whether the file is what `generate` would write. Changes nothing.

use std::io::Write;

use crate::args::Target;
use crate::error::Error;
use crate::exit::Exit;
use crate::findings::{self, Count, red, shown};
use crate::input;
use crate::text::bindings;
use crate::unified::{self, Changes};

pub(crate) fn run(
    target: &Target,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Result<Exit, Error> {
    let made = bindings(target)?;
    findings::print(notes, &made.source, &made.findings)?;
    let path = shown(&target.out);
    let verdict = match (&made.text, input::read_generated(&target.out)?) {
        (None, _) => {
            let mut count = Count::default();
            count.add(&made.findings);
            count.summary()
        }
        (Some(_), None) => format!(
            "{}: there is no `{path}`: run `bindery generate`",
            red("stale")
        ),
        (Some(text), Some(old)) if old == *text => {
            writeln!(out, "`{path}` is current").map_err(Error::Output)?;
            return Ok(Exit::Fine);
        }
        (Some(text), Some(old)) => {
            unified::print(out, &path, &old, text)?;
            let changes = Changes::between(&old, text);
            format!(
                "{}: `{path}` would change: {changes}: run `bindery generate`",
                red("stale")
            )
        }
    };
    writeln!(notes, "{verdict}").map_err(Error::Output)?;
    Ok(Exit::Findings)
}
