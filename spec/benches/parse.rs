//! Time to read documents and to check them, the way users of the macro have it: unoptimised.
//!
//! `cargo bench -p bindery-spec --profile dev` reads the flagship document and one with thousands of slips; files named
//! after `--` are read as well. Medians, so that a noisy machine blurs the figures little.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use bindery_spec::{Document, check};

const ROUNDS: usize = 15;

fn main() -> std::io::Result<()> {
    let flagship = concat!(env!("CARGO_MANIFEST_DIR"), "/tencent-im.json");
    report("tencent-im.json", &fs::read_to_string(flagship)?);
    report("4000 slips", &slips(4000));
    for path in env::args().skip(1).filter(|word| !word.starts_with("--")) {
        report(&path, &fs::read_to_string(&path)?);
    }
    Ok(())
}

fn report(name: &str, text: &str) {
    let mut reading = Vec::new();
    let mut checking = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let document = Document::parse(name, text.to_owned());
        reading.push(start.elapsed());
        match document {
            Ok(document) => {
                let start = Instant::now();
                black_box(check(&document));
                checking.push(start.elapsed());
            }
            Err(findings) => return println!("{findings}"),
        }
    }
    let size = text.len() / 1024;
    let (parse, check) = (median(reading), median(checking));
    println!("{name}: {size} KiB, parse {parse:?}, check {check:?}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Schemas with names of one pattern, each with a reference to one that is not there.
fn slips(count: usize) -> String {
    let mut text = r#"{ "openapi": "3.1.0", "components": { "schemas": {"#.to_owned();
    for i in 0..count {
        let comma = if i > 0 { "," } else { "" };
        let _ = write!(
            text,
            r##"{comma} "Parcel{i}": {{ "$ref": "#/components/schemas/Parsel{i}" }}"##
        );
    }
    text + "} } }"
}
