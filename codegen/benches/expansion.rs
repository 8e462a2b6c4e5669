//! How long an expansion takes, stage by stage: medians of many runs over a spec.
//!
//! A proc macro runs unoptimised in a downstream's ordinary build, so measure it that way:
//! `cargo bench -p bindery-codegen --bench expansion --profile dev`. A path as argument measures another spec.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs};

use bindery_codegen::{Options, generate};
use bindery_spec::Document;

const RUNS: usize = 101;

fn main() -> ExitCode {
    let given = env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let path = given.map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../spec/tencent-im.json"),
        PathBuf::from,
    );
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("{} cannot be read", path.display());
        return ExitCode::FAILURE;
    };
    let Ok(document) = Document::parse("spec.json", text.clone()) else {
        eprintln!("{} is no JSON document", path.display());
        return ExitCode::FAILURE;
    };
    report(&text, &document);
    ExitCode::SUCCESS
}

fn report(text: &str, document: &Document) {
    let both = Options {
        server: true,
        ..Options::default()
    };
    let parse = median(|| Document::parse("spec.json", text.to_owned()).is_ok());
    let check = median(|| bindery_spec::check(document).len());
    let client = median(|| generate(document, &Options::default()).is_ok());
    let sides = median(|| generate(document, &both).is_ok());
    println!("parse                    {parse:>9.2?}");
    println!("check                    {check:>9.2?}");
    println!(
        "lower and emit, client   {:>9.2?}",
        client.saturating_sub(check)
    );
    println!(
        "lower and emit, both     {:>9.2?}",
        sides.saturating_sub(check)
    );
    println!("all, client              {:>9.2?}", parse + client);
    println!("all, both                {:>9.2?}", parse + sides);
}

fn median<T>(run: impl Fn() -> T) -> Duration {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
