//! Chores of this repository that are more than one cargo command: `cargo xtask <COMMAND>`.

mod args;
mod compare;
mod corpus;
mod document;
mod drive;
mod error;
mod examples;
mod faults;
mod input;
mod mutants;
mod prism;
mod process;
mod record;
mod runtime;
mod sample;
mod table;

use std::process::ExitCode;

use args::{Cli, Command};
use clap::Parser;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Corpus(args) => corpus::run(&args),
        Command::Prism(args) => prism::run(&args),
        Command::Examples(args) => examples::run(&args),
        Command::Mutants(args) => mutants::run(&args),
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
