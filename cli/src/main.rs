//! The `bindery` command. All it does is in the library beside it.

use std::io::Write;
use std::process::ExitCode;

use bindery_cli::{Cli, Error, Exit, run};
use bindery_spec::plain;
use clap::Parser;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = anstream::stdout().lock();
    let mut notes = anstream::stderr().lock();
    let result = run(&cli, &mut out, &mut notes)
        .and_then(|exit| out.flush().map(|()| exit).map_err(Error::Output));
    match result {
        Ok(exit) => exit.into(),
        // Whoever reads the output has seen enough.
        Err(error) if error.is_closed_pipe() => Exit::Fine.into(),
        Err(error) => {
            let _ = writeln!(
                notes,
                "{}: {}",
                bindery_cli::red("error"),
                plain::lines(&error.to_string())
            );
            Exit::Unusable.into()
        }
    }
}
