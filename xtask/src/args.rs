//! The command line: names, help and defaults. Opens no file.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

const CORPUS_HELP: &str = "Examples:
  cargo xtask corpus ../shared/corpus
  cargo xtask corpus package/api --one-per-provider --sample 300

Exit codes:
  0  every document was generated or refused with findings, and the whole sample compiled
  1  a document made the generator panic or hang, or what was generated does not compile
  2  wrong usage, or a file cannot be read or written";

const PRISM_HELP: &str = "Examples:
  cargo xtask prism ../shared/corpus --only placekit
  cargo xtask prism api.json --markdown

Exit codes:
  0  every document was tried, whatever the table says of its calls
  1  a document could not be tried
  2  wrong usage, or a file or program cannot be used";

const EXAMPLES_HELP: &str = "Examples:
  cargo xtask examples ../shared/corpus
  cargo xtask examples api.json --markdown

Exit codes:
  0  every document was tried, whatever the table says of its examples
  1  a document could not be tried
  2  wrong usage, or a file cannot be read or written";

const MUTANTS_HELP: &str = "Examples:
  cargo xtask mutants
  cargo xtask mutants check envelope
  cargo xtask mutants check --test check

Exit codes:
  0  every module is at the target, and every mutant that is left has its reason in docs/mutants.md
  1  too many are left, or one without a reason
  2  wrong usage, or cargo-mutants is not installed or did not run";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Chores of this repository"
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Try the generator on every document of a folder, and compile a sample of what it makes
    ///
    /// Each document has a process of its own, so that a panic, a hang or an overflow is a row of the table and not its
    /// end. Results are kept: a run that was stopped goes on where it was, and so does one with a larger sample. Another
    /// build of the generator begins anew.
    #[command(after_help = CORPUS_HELP)]
    Corpus(CorpusArgs),
    /// Call every operation of a document through its generated bindings, with Prism serving the same document
    ///
    /// Requests are sampled from the document, read by the generated server side, and sent by the generated client; the
    /// answer goes the same way back. Needs Prism, which npm has: see docs/behaviour.md.
    #[command(after_help = PRISM_HELP)]
    Prism(PrismArgs),
    /// Read every example of a document's bodies with its generated type, and write it again
    #[command(after_help = EXAMPLES_HELP)]
    Examples(ExamplesArgs),
    /// Change the runtime's code, and see whether its own tests notice
    ///
    /// Needs cargo-mutants: `cargo install --locked cargo-mutants`. The sources are changed in a copy.
    #[command(after_help = MUTANTS_HELP)]
    Mutants(MutantsArgs),
    /// Try one document, and print the result as a line of JSON
    #[command(hide = true)]
    Document(DocumentArgs),
}

#[derive(Debug, Args)]
pub(crate) struct CorpusArgs {
    #[command(flatten)]
    pub(crate) choice: Choice,
    /// Take what bindings cannot express, and slips of the documents, for errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// How many of the generated documents to compile, spread evenly over their sizes
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub(crate) sample: usize,
    /// How many documents at once [default: the number of cores]
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// How long one step of one document may take
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = seconds)]
    pub(crate) timeout: Duration,
    /// Where results, sampled files and the prebuilt runtime are kept
    #[arg(long, value_name = "DIR", default_value = "target/corpus")]
    pub(crate) out: PathBuf,
    /// Forget the results kept from earlier runs
    #[arg(long)]
    pub(crate) fresh: bool,
    #[command(flatten)]
    pub(crate) style: Style,
}

/// Which documents.
#[derive(Debug, Args)]
pub(crate) struct Choice {
    /// The folder, searched with all folders in it
    pub(crate) dir: PathBuf,
    /// Only the first document of each provider: of each folder or file in DIR
    #[arg(long)]
    pub(crate) one_per_provider: bool,
    /// Only documents whose path in DIR has this text in it
    #[arg(long, value_name = "TEXT")]
    pub(crate) only: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct PrismArgs {
    /// Documents in JSON, or folders of them
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// The program that serves a document
    #[arg(
        long,
        value_name = "PATH",
        default_value = "target/prism/node_modules/.bin/prism"
    )]
    pub(crate) prism: PathBuf,
    /// Call what listens at this host and port, and start nothing
    #[arg(long, value_name = "HOST:PORT", conflicts_with = "prism")]
    pub(crate) at: Option<String>,
    #[command(flatten)]
    pub(crate) drivers: Drivers,
}

#[derive(Debug, Args)]
pub(crate) struct ExamplesArgs {
    /// Documents in JSON, or folders of them
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) drivers: Drivers,
}

#[derive(Debug, Args)]
pub(crate) struct MutantsArgs {
    /// The modules, such as `check` or `client/retry` [default: all that are watched]
    pub(crate) modules: Vec<String>,
    /// Run these test files of the runtime alone; may be given several times
    #[arg(long = "test", value_name = "NAME")]
    pub(crate) tests: Vec<String>,
    /// How many of a hundred must be noticed in each module
    #[arg(long, value_name = "PERCENT", default_value_t = 90)]
    pub(crate) target: usize,
    /// How many at once
    #[arg(long, value_name = "N", default_value = "1")]
    pub(crate) jobs: NonZeroUsize,
    /// Where results are kept
    #[arg(long, value_name = "DIR", default_value = "target/mutants")]
    pub(crate) out: PathBuf,
}

/// How drivers are made and results printed.
#[derive(Debug, Args)]
pub(crate) struct Drivers {
    /// Only documents whose name has this text in it
    #[arg(long, value_name = "TEXT")]
    pub(crate) only: Option<String>,
    /// How long the compiler may take for one document
    #[arg(long, value_name = "SECONDS", default_value = "600", value_parser = seconds)]
    pub(crate) timeout: Duration,
    /// Where drivers and the prebuilt runtime are kept
    #[arg(long, value_name = "DIR", default_value = "target/drivers")]
    pub(crate) out: PathBuf,
    /// Print Markdown
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// How results are printed.
#[derive(Debug, Args)]
pub(crate) struct Style {
    /// Leave out the rows of the documents
    #[arg(long)]
    pub(crate) totals: bool,
    /// Print Markdown
    #[arg(long)]
    pub(crate) markdown: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DocumentArgs {
    pub(crate) file: PathBuf,
    /// Count the operations that can be generated when those at fault are left out
    #[arg(long, conflicts_with = "write")]
    pub(crate) possible: bool,
    /// Take what bindings cannot express, and slips, for errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Write what is generated to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) write: Option<PathBuf>,
}

fn seconds(text: &str) -> Result<Duration, String> {
    match text.parse() {
        Ok(seconds) if seconds > 0 => Ok(Duration::from_secs(seconds)),
        _ => Err("a number of seconds from 1 is needed".to_owned()),
    }
}
