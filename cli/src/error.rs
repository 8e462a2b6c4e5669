//! Why the command could not do its work. What is wrong with a spec is no error here but a finding.

use std::error::Error as StdError;
use std::path::{Path, PathBuf};
use std::{fmt, io};

use bindery_codegen::UnknownOperation;
use bindery_spec::disk::ReadError;

/// Why the command stopped.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file cannot be read.
    Read {
        /// The file as the user named it.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// What should be a file is a folder.
    Folder(PathBuf),
    /// What should be a regular file is none: a device, a pipe, a socket.
    Special {
        /// The file as the user named it.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// A file is larger than what is read.
    TooLarge {
        /// The file as the user named it.
        path: PathBuf,
        /// The most bytes that are read.
        limit: u64,
    },
    /// A symbolic link leads to no file.
    LooseLink(PathBuf),
    /// A folder that `--root` names is not there, as a whole message.
    NoRoot(String),
    /// A file is no UTF-8 text.
    NotUtf8 {
        /// The file as the user named it.
        path: PathBuf,
        /// The first byte that does not belong, counted from 0.
        byte: usize,
    },
    /// The file to write to holds something that bindery did not write.
    NotGenerated(PathBuf),
    /// A file cannot be written.
    Write {
        /// The file as the user named it.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Operations were asked for that the spec does not have.
    UnknownOperations(Vec<UnknownOperation>),
    /// No spec was named, and there is none where one is looked for.
    NoSpec,
    /// No spec was named, and there are several where one is looked for.
    SeveralSpecs(Vec<PathBuf>),
    /// Something was to be explained that the spec does not have.
    UnknownSubject {
        /// What was asked for.
        name: String,
        /// The nearest name or code there is.
        suggestion: Option<String>,
        /// The operations there are.
        operations: Vec<String>,
    },
    /// The generator made something that is not Rust: a bug.
    NotRust(syn::Error),
    /// The results cannot be printed.
    Output(io::Error),
}

impl Error {
    /// Whether the reader of the output went away, as `head` does.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Error::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// A file that is not read.
    pub(crate) fn of(path: &Path, error: ReadError) -> Self {
        let path = path.to_owned();
        match error {
            ReadError::Folder => Error::Folder(path),
            ReadError::Special(what) => Error::Special { path, what },
            ReadError::TooLarge(limit) => Error::TooLarge { path, limit },
            ReadError::NotUtf8(byte) => Error::NotUtf8 { path, byte },
            ReadError::System(source) => Error::Read { path, source },
            other => Error::Read {
                path,
                source: io::Error::other(other),
            },
        }
    }

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
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Read { path, source } => {
                write!(f, "`{}` cannot be read: {source}", path.display())
            }
            Error::Folder(path) => {
                write!(f, "`{}` is a folder: name a file in it", path.display())
            }
            Error::Special { path, what } => {
                let error = ReadError::Special(what);
                write!(f, "`{}` {error}", path.display())
            }
            Error::TooLarge { path, limit } => {
                let error = ReadError::TooLarge(*limit);
                write!(f, "`{}` {error}", path.display())
            }
            Error::LooseLink(path) => write!(
                f,
                "`{}` is a symbolic link that leads to no file: remove it, or create what it leads to",
                path.display()
            ),
            Error::NoRoot(message) => f.write_str(message),
            Error::NotUtf8 { path, byte } => {
                write!(f, "`{}` {}", path.display(), ReadError::NotUtf8(*byte))
            }
            Error::NotGenerated(path) => write!(
                f,
                "`{}` was not written by bindery and stays as it is: remove it, or choose another file with `--out`",
                path.display()
            ),
            Error::Write { path, source } => {
                write!(f, "`{}` cannot be written: {source}", path.display())?;
                match source.kind() {
                    io::ErrorKind::NotFound => f.write_str("; create its folder first"),
                    _ => Ok(()),
                }
            }
            Error::UnknownOperations(unknown) => {
                let lines: Vec<_> = unknown.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Error::NoSpec => f.write_str(
                "there is no OpenAPI document in the folder `spec`: name one with `--spec`",
            ),
            Error::SeveralSpecs(specs) => {
                let names: Vec<_> = specs
                    .iter()
                    .map(|path| path.display().to_string())
                    .collect();
                write!(
                    f,
                    "there are several specs ({}): name one with `--spec`",
                    names.join(", ")
                )
            }
            Error::UnknownSubject {
                name,
                suggestion,
                operations,
            } => {
                write!(
                    f,
                    "the spec has no operation, error code or error name `{name}`"
                )?;
                match suggestion {
                    Some(near) => write!(f, ": did you mean `{near}`?"),
                    None if operations.is_empty() => Ok(()),
                    None => write!(f, "; its operations are {}", operations.join(", ")),
                }
            }
            Error::NotRust(error) => {
                write!(
                    f,
                    "bindery generated text that is not Rust ({error}); please report this with the spec"
                )
            }
            Error::Output(source) => write!(f, "the results cannot be printed: {source}"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Error::Read { source, .. } | Error::Write { source, .. } | Error::Output(source) => {
                Some(source)
            }
            Error::NotRust(error) => Some(error),
            Error::Folder(_)
            | Error::Special { .. }
            | Error::TooLarge { .. }
            | Error::LooseLink(_)
            | Error::NoRoot(_)
            | Error::NotUtf8 { .. }
            | Error::NotGenerated(_)
            | Error::UnknownOperations(_)
            | Error::NoSpec
            | Error::SeveralSpecs(_)
            | Error::UnknownSubject { .. } => None,
        }
    }
}
