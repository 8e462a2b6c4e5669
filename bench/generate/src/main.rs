//! CPU time of reading a document and generating its bindings, as the macro does it in rustc's process.
//!
//! `document FILE...` measures documents; `growth` documents of 1 to 10,000 operations and the power they grow with;
//! `once FILE` generates one time, for a profiler, and prints the source; `write RELATION SIZE` prints one of the documents of `growth`.

mod document;
mod growth;
mod synthetic;

use std::env;
use std::process::ExitCode;

use document::Fault;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Fault> {
    match arguments {
        [command, files @ ..] if command == "document" => document::report(files),
        [command, file] if command == "once" => document::once(file),
        [command] if command == "growth" => growth::report(),
        [command, relation, size] if command == "write" => growth::write(relation, size),
        _ => Err(Fault::Usage),
    }
}
