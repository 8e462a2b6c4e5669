//! `bindery completions`: the script that teaches a shell the command line. Reads nothing.

use std::io::Write;

use clap::CommandFactory;

use crate::args::{Cli, CompletionsArgs};
use crate::error::Error;
use crate::exit::Exit;

pub(crate) fn run(args: CompletionsArgs, out: &mut dyn Write) -> Result<Exit, Error> {
    // Into memory first: the generator panics where a pipe is closed.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "bindery", &mut script);
    out.write_all(&script).map_err(Error::Output)?;
    Ok(Exit::Fine)
}
