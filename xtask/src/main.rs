//! Chores of this repository that are more than one cargo command: `cargo xtask <COMMAND>`.

mod args;
mod corpus;
mod document;
mod error;
mod process;
mod record;

use std::process::ExitCode;

use args::{Cli, Command};
use clap::Parser;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Corpus(args) => corpus::run(&args),
        Command::Document(args) => document::run(&args).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
