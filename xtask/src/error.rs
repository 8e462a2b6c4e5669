//! Why a chore could not be done. What becomes of a document is no error but a row.

use std::error::Error as StdError;
use std::path::{Path, PathBuf};
use std::{fmt, io};

#[derive(Debug)]
pub(crate) enum Error {
    /// A file or folder cannot be read.
    Read { path: PathBuf, source: io::Error },
    /// A file or folder cannot be written.
    Write { path: PathBuf, source: io::Error },
    /// A folder has no documents, or none that was asked for.
    Nothing(PathBuf),
    /// A program cannot be started or waited for.
    Program { name: PathBuf, source: io::Error },
    /// The runtime does not build: what cargo says.
    Runtime(String),
    /// The generator made something that is not Rust.
    NotRust(bindery_cli::Error),
    /// Prism does not serve a document: what it says.
    Prism(String),
    /// Mutants cannot be tried: why.
    Mutants(String),
    /// The results cannot be printed.
    Output(io::Error),
}

impl Error {
    pub(crate) fn read(path: &Path, source: io::Error) -> Self {
        Error::Read {
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn write(path: &Path, source: io::Error) -> Self {
        Error::Write {
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn program(name: impl Into<PathBuf>, source: io::Error) -> Self {
        Error::Program {
            name: name.into(),
            source,
        }
    }

    /// Whether the reader of the output went away, as `head` does.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Error::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Read { path, source } => {
                write!(f, "`{}` cannot be read: {source}", path.display())
            }
            Error::Write { path, source } => {
                write!(f, "`{}` cannot be written: {source}", path.display())
            }
            Error::Nothing(path) => write!(
                f,
                "no OpenAPI document in `{}` was asked for: name a folder that has some, or another text with `--only`",
                path.display()
            ),
            Error::Program { name, source } => {
                write!(f, "`{}` cannot be run: {source}", name.display())
            }
            Error::Runtime(said) => write!(f, "the crate `bindery` does not build:\n{said}"),
            Error::NotRust(error) => error.fmt(f),
            Error::Prism(said) => write!(f, "Prism does not serve the document: {said}"),
            Error::Mutants(why) => f.write_str(why),
            Error::Output(source) => write!(f, "the results cannot be printed: {source}"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Error::Read { source, .. }
            | Error::Write { source, .. }
            | Error::Program { source, .. }
            | Error::Output(source) => Some(source),
            Error::NotRust(error) => Some(error),
            Error::Nothing(_) | Error::Runtime(_) | Error::Prism(_) | Error::Mutants(_) => None,
        }
    }
}
