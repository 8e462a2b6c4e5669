//! Moves the chat history beside it into the sandbox, and proves that every message arrived as it was.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, error, io};

use quickstart::calls::Calls;
use quickstart::im::Client;
use tencent_im_sandbox::Sandbox;

const HISTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/history.jsonl");

const NEXT: &str = "\
next: cargo test --workspace                    the proofs
      cargo doc -p tencent-im --no-deps --open  the crate for the whole service";

#[tokio::main]
async fn main() -> ExitCode {
    match move_history().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            let causes = std::iter::successors(error.source(), |cause| cause.source());
            causes.for_each(|cause| eprintln!("  because: {cause}"));
            ExitCode::FAILURE
        }
    }
}

async fn move_history() -> Result<ExitCode, Box<dyn error::Error>> {
    let history = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(HISTORY), PathBuf::from);
    let sandbox = Sandbox::start().await?;
    writeln!(
        io::stdout(),
        "the sandbox answers at {}",
        sandbox.base_url()
    )?;
    let calls = Arc::new(Calls::default());
    let client = Client::builder(sandbox.credentials())
        .base_url(sandbox.base_url())
        .observer(Arc::clone(&calls))
        .build()?;
    let report = quickstart::run(&client, &calls, &history).await?;
    write!(io::stdout(), "\n{report}\n")?;
    if !report.is_equal() {
        writeln!(io::stdout(), "what came back is not what was sent")?;
        return Ok(ExitCode::FAILURE);
    }
    writeln!(io::stdout(), "what came back is what was sent\n\n{NEXT}")?;
    Ok(ExitCode::SUCCESS)
}
