//! `bindery generate`: writes the file, and tells what changed.

use std::io::Write;

use crate::args::Target;
use crate::error::Error;
use crate::exit::Exit;
use crate::findings::{self, Count, counted, shown};
use crate::text::bindings;
use crate::unified::Changes;
use crate::{atomic, header, input};

pub(crate) fn run(
    target: &Target,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Result<Exit, Error> {
    let made = bindings(target)?;
    findings::print(notes, &made.source, &made.findings)?;
    let Some(text) = made.text else {
        let mut count = Count::default();
        count.add(&made.findings);
        let path = shown(&target.out);
        writeln!(notes, "{}; `{path}` stays as it is", count.summary()).map_err(Error::Output)?;
        return Ok(Exit::Findings);
    };
    let remark = write(target, &text)?;
    let operations = counted(made.operations.len(), "operation");
    writeln!(out, "`{}` {remark}; {operations}", shown(&target.out)).map_err(Error::Output)?;
    if let Some(lost) = made.lost {
        writeln!(notes, "{lost}").map_err(Error::Output)?;
    }
    Ok(Exit::Fine)
}

/// Writes the file where it differs; what happened to it, in words.
fn write(target: &Target, text: &str) -> Result<String, Error> {
    let old = input::read_generated(&target.out)?.unwrap_or_default();
    if old == text {
        return Ok("unchanged".to_owned());
    }
    if !header::replaceable(&old) {
        return Err(Error::NotGenerated(target.out.clone()));
    }
    atomic::write(&target.out, text).map_err(|error| Error::write(&target.out, error))?;
    let changes = Changes::between(&old, text);
    Ok(format!("written: {changes}"))
}
