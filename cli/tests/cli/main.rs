//! The command as a shell sees it: arguments, files, output, exit codes.

mod check;
mod codes;
mod command;
mod completions;
mod docs;
#[cfg(unix)]
mod doors;
mod explain;
mod files;
mod folder;
mod generate;
mod hostile;
mod lint;
mod overlay;
mod untyped;
#[path = "../../../spec/tests/yaml/writer.rs"]
mod writer;
mod yaml;
