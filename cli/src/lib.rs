//! The `bindery` command as a library: [`run`] is the whole of it, with the streams to write to given.
//!
//! Here is everything the generator may not do: read files, write files, format, talk to people. What is generated is
//! decided in `bindery-codegen` alone, so that this front door and the macro cannot differ.

mod args;
mod atomic;
mod check;
mod codes;
mod completions;
mod diff;
mod document;
mod error;
mod exit;
mod explain;
mod findings;
mod format;
mod generate;
mod header;
mod input;
mod lint;
mod lost;
mod summary;
mod text;
mod unified;
mod untyped;

pub use args::{
    Cli, Command, CompletionsArgs, DiffArgs, ExplainArgs, Format, LintArgs, Side, Target,
};
pub use codes::CodeName;
pub use error::Error;
pub use exit::Exit;
pub use findings::red;
pub use format::rust_text;
pub use text::{Bindings, bindings};

use std::io::Write;

/// Does what the command line asks for: results go to `out`, remarks to `notes`. Both may get ANSI colours.
pub fn run(cli: &Cli, out: &mut dyn Write, notes: &mut dyn Write) -> Result<Exit, Error> {
    match &cli.command {
        Command::Generate(target) => generate::run(target, out, notes),
        Command::Check(target) => check::run(target, out, notes),
        Command::Lint(args) => lint::run(args, out, notes),
        Command::Diff(args) => diff::run(args, out, notes),
        Command::Explain(args) => explain::run(args, out, notes),
        Command::Completions(args) => completions::run(*args, out),
    }
}
