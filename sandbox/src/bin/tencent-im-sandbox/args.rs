//! The command line.

use std::fmt;

pub(crate) const HELP: &str = "\
A stand-in for the Tencent Cloud IM server API on this machine's loopback. State is kept in memory until it ends.

Usage: tencent-im-sandbox [--port PORT]

Options:
      --port PORT  Listen on this port; any free one unless given
  -h, --help       Print this help
  -V, --version    Print the version

It prints where it listens, an app to call it with, and a first call for curl. Ctrl-C ends it.
Exit status: 0 ended by Ctrl-C, 1 could not start, 2 wrong usage.
";

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Run { port: u16 },
    Help,
    Version,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum UsageError {
    Unknown(String),
    PortMissing,
    PortInvalid(String),
}

pub(crate) fn parse(args: impl Iterator<Item = String>) -> Result<Command, UsageError> {
    let mut args = args;
    let mut port = 0;
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-h" | "--help" => return Ok(Command::Help),
            "-V" | "--version" => return Ok(Command::Version),
            "--port" => port = parse_port(&args.next().ok_or(UsageError::PortMissing)?)?,
            other => match other.strip_prefix("--port=") {
                Some(value) => port = parse_port(value)?,
                None => return Err(UsageError::Unknown(arg)),
            },
        }
    }
    Ok(Command::Run { port })
}

fn parse_port(text: &str) -> Result<u16, UsageError> {
    let invalid = |_| UsageError::PortInvalid(text.to_owned());
    text.parse().map_err(invalid)
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(arg) => write!(f, "unknown argument {arg:?}")?,
            Self::PortMissing => f.write_str("--port needs a number")?,
            Self::PortInvalid(text) => write!(f, "{text:?} is not a port, 0 to 65535")?,
        }
        f.write_str("; see --help")
    }
}

impl std::error::Error for UsageError {}
