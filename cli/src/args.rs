//! The command line: names, help and examples. Opens no file.

use std::path::PathBuf;

use bindery_codegen::{Formats, Options};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::codes::CodeName;

const ABOUT: &str = "Typed Rust bindings from OpenAPI 3.1 specs with the x-bindery vocabulary";

const EXIT_CODES: &str = "Exit codes:
  0  done; nothing to complain of
  1  the spec has errors, the file is stale, or the change breaks callers
  2  wrong usage, or a file cannot be read or written";

const GENERATE_EXAMPLES: &str = "Examples:
  bindery generate api.json --out src/api.rs
  bindery generate api.json --out src/api.rs --operations get_user,list_users
  bindery generate api.json --out src/api.rs --sides client,server
  bindery generate api.json --overlay api.overlay.json --out src/api.rs";

const CHECK_EXAMPLES: &str = "Example, for a continuous integration job:
  bindery check api.json --out src/api.rs";

const LINT_EXAMPLES: &str = "Examples:
  bindery lint api.json
  bindery lint specs/*.json --format json
  bindery lint api.json --summary
  bindery lint api.json --only unsupported-,passed-over
  bindery lint api.json --untyped

Exit codes judge what is shown: a finding that --only or --ignore leaves out counts nowhere.
  0  no error is shown
  1  an error is shown
  2  wrong usage, or a file cannot be read";

const DIFF_EXAMPLES: &str = "Examples:
  bindery diff api-1.json api-2.json
  bindery diff api-1.json api-2.json --format json

Exit codes:
  0  nothing breaks callers
  1  some change breaks callers
  2  wrong usage, a file cannot be read, or a spec has errors";

const EXPLAIN_EXAMPLES: &str = "Examples:
  bindery explain import_group_msg
  bindery explain 10007 --spec api.json
  bindery explain NotPermitted --format json

Width: that of COLUMNS, else of the terminal, else 100; at most 100.";

const COMPLETIONS_EXAMPLES: &str = "Example:
  bindery completions bash > ~/.local/share/bash-completion/completions/bindery";

/// The whole command line.
#[derive(Debug, Clone, Parser)]
#[command(name = "bindery", version, about = ABOUT, long_about = None, after_help = EXIT_CODES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the command can do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Write the bindings of a spec to a Rust file
    ///
    /// The file is replaced in one step, and left alone when nothing changed. A file that bindery did not write is
    /// never overwritten.
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate(Target),
    /// Tell whether a generated file is current, and show what would change
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Target),
    /// Show everything that is wrong with specs
    #[command(after_help = LINT_EXAMPLES)]
    Lint(LintArgs),
    /// Tell what a change of a spec means for callers of the bindings
    ///
    /// Every change with its place in both specs, the semver step it needs (major, minor, patch), and the step of all
    /// of them. A major change keeps some caller in another crate from compiling.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
    /// Show what a spec knows about an operation or an error code
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Print the script that completes this command in a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArgs),
}

/// Which bindings, and in which file.
#[derive(Debug, Clone, Args)]
pub struct Target {
    /// The spec.
    #[arg(help = "The spec: an OpenAPI 3.1 document in JSON or YAML")]
    pub spec: PathBuf,
    /// The Rust file
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Overlays laid over the spec, in order; may be given several times
    #[arg(long = "overlay", value_name = "FILE")]
    pub overlays: Vec<PathBuf>,
    /// Folders that references may lead into, beside that of the spec; may be given several times
    #[arg(long = "root", value_name = "DIR")]
    pub roots: Vec<PathBuf>,
    /// The operations wanted; `None` for all.
    #[arg(
        long,
        value_name = "NAME",
        value_delimiter = ',',
        value_parser = clap::builder::NonEmptyStringValueParser::new(),
        help = "The operations wanted, by operationId, separated by commas [default: all]"
    )]
    pub operations: Option<Vec<String>>,
    /// The sides wanted; `server` adds a service trait and the other direction of every type
    #[arg(
        long,
        value_name = "SIDE",
        value_delimiter = ',',
        default_value = "client"
    )]
    pub sides: Vec<Side>,
    /// Crates whose types stand for formats of texts, separated by commas: `chrono` or `time` for dates, `url`, `uuid`
    #[arg(long, value_name = "CRATE", value_delimiter = ',', value_parser = format)]
    pub formats: Vec<Formats>,
    /// Refuse what bindings cannot express, instead of falling back to texts and raw JSON
    #[arg(long)]
    pub strict: bool,
}

impl Target {
    /// What the generator is asked for.
    pub fn options(&self) -> Options {
        Options {
            operations: self.operations.clone(),
            client: self.sides.contains(&Side::Client),
            server: self.sides.contains(&Side::Server),
            strict: self.strict,
            formats: self.formats.clone(),
            webhooks: self.sides.contains(&Side::Webhooks),
        }
    }
}

/// A side of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Side {
    /// Requests are written, replies are read.
    Client,
    /// Requests are read, replies are written.
    Server,
    /// What the service sends by itself is read: webhooks, and callbacks of the operations wanted.
    Webhooks,
}

/// Which specs to look at, and how to tell.
#[derive(Debug, Clone, Args)]
pub struct LintArgs {
    /// The specs
    #[arg(required = true, value_name = "SPEC")]
    pub specs: Vec<PathBuf>,
    /// Overlays laid over each spec, in order; may be given several times
    #[arg(long = "overlay", value_name = "FILE")]
    pub overlays: Vec<PathBuf>,
    /// Folders that references may lead into, beside those of the specs; may be given several times
    #[arg(long = "root", value_name = "DIR")]
    pub roots: Vec<PathBuf>,
    /// Findings of these codes alone, separated by commas; `unsupported-` stands for all that begin so
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = CodeName::read)]
    pub only: Vec<CodeName>,
    /// No findings of these codes, in the same words; it counts over `--only`
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = CodeName::read)]
    pub ignore: Vec<CodeName>,
    /// How many findings of each code there are, in place of the findings
    #[arg(long)]
    pub summary: bool,
    /// Every place whose values bindings keep as any JSON, and why, in place of the findings
    #[arg(long, conflicts_with_all = ["only", "ignore", "summary"])]
    pub untyped: bool,
    /// For people, or one JSON object a line
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

impl LintArgs {
    /// Whether findings of a code are shown.
    pub(crate) fn shows(&self, code: &str) -> bool {
        let named = |names: &[CodeName]| names.iter().any(|name| name.covers(code));
        (self.only.is_empty() || named(&self.only)) && !named(&self.ignore)
    }
}

/// What to explain, and from which spec.
#[derive(Debug, Clone, Args)]
pub struct ExplainArgs {
    /// An operationId, an error code, or the name of an error
    #[arg(value_name = "OPERATION|CODE")]
    pub subject: String,
    /// The spec.
    #[arg(
        long,
        value_name = "SPEC",
        help = "The spec [default: the only OpenAPI document in the folder `spec`]"
    )]
    pub spec: Option<PathBuf>,
    /// Overlays laid over the spec, in order; may be given several times
    #[arg(long = "overlay", value_name = "FILE")]
    pub overlays: Vec<PathBuf>,
    /// Folders that references may lead into, beside that of the spec; may be given several times
    #[arg(long = "root", value_name = "DIR")]
    pub roots: Vec<PathBuf>,
    /// For people, or one JSON object for each page
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// Which shell to complete in.
#[derive(Debug, Clone, Copy, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Which specs to compare, and how to tell.
#[derive(Debug, Clone, Args)]
pub struct DiffArgs {
    /// The spec as it was
    pub old: PathBuf,
    /// The spec as it is
    pub new: PathBuf,
    /// Overlays laid over the spec as it was, in order; may be given several times
    #[arg(long = "old-overlay", value_name = "FILE")]
    pub old_overlays: Vec<PathBuf>,
    /// Overlays laid over the spec as it is, in order; may be given several times
    #[arg(long = "new-overlay", value_name = "FILE")]
    pub new_overlays: Vec<PathBuf>,
    /// Folders that references may lead into, beside those of the specs; may be given several times
    #[arg(long = "root", value_name = "DIR")]
    pub roots: Vec<PathBuf>,
    /// A table for people, or one JSON object a line, the total last
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// How findings and pages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One object a line, for editors and scripts.
    Json,
}

fn format(name: &str) -> Result<Formats, String> {
    let known = Formats::ALL.into_iter().find(|known| known.name() == name);
    known.ok_or_else(|| format!("there are {}", Formats::ALL.map(Formats::name).join(", ")))
}
