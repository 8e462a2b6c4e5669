//! What changed documents become is not only Rust: it compiles, for both sides, without a warning, in every edition that bindings may
//! stand in. `MUTANTS=17..300` takes all of these seeds instead of a sample.

#[path = "../../codegen/tests/mutants/breed/mod.rs"]
mod breed;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bindery_codegen::{Options, generate};
use bindery_spec::Document;
use breed::{Mutant, asked, mutant, parents};

/// How many mutants are compiled.
const SAMPLE: usize = 40;

/// How many of them may come from one document.
const SIBLINGS: usize = 2;

/// Where the sample begins: not with those that the generator's own test parses first.
const FIRST: u64 = 1_000_000;

/// A mutant that became bindings.
struct Accepted {
    module: String,
    mutant: Mutant,
    source: String,
}

#[test]
fn bindings_of_mutants_compile_without_a_warning() {
    let accepted = sample();
    let root = downstream(&accepted);
    let output = Command::new(env!("CARGO"))
        .args(["check", "--workspace", "--offline", "--color", "never"])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let log = String::from_utf8_lossy(&output.stderr);
    let blamed = accepted
        .iter()
        .filter(|one| log.contains(&format!("src/{}.rs:", one.module)));
    let told: Vec<_> = blamed
        .map(|one| format!("MUTANTS={} ({})", one.mutant.seed, one.mutant.story))
        .collect();
    assert!(output.status.success(), "{log}\n{}", told.join("\n"));
}

/// Accepted mutants that differ, of as many documents as there are.
fn sample() -> Vec<Accepted> {
    let asked = asked();
    let parents = parents();
    let mut seen = BTreeSet::new();
    let mut siblings: BTreeMap<String, usize> = BTreeMap::new();
    let mut accepted = Vec::new();
    for seed in asked.clone().unwrap_or(FIRST..u64::MAX) {
        if asked.is_none() && accepted.len() == SAMPLE {
            break;
        }
        let mutant = mutant(&parents, seed);
        let family = siblings.entry(mutant.parent.clone()).or_default();
        if asked.is_none() && *family == SIBLINGS {
            continue;
        }
        if let Some(source) = bindings(&mutant.text)
            && seen.insert(source.clone())
        {
            *family += 1;
            accepted.push(Accepted {
                module: format!("mutant_{seed}"),
                mutant,
                source,
            });
        }
    }
    accepted
}

fn bindings(text: &str) -> Option<String> {
    let document = Document::parse("mutant.json", text.to_owned()).ok()?;
    let options = Options {
        operations: None,
        client: true,
        server: true,
        ..Options::default()
    };
    Some(generate(&document, &options).ok()?.source)
}

/// A crate outside the workspace with a module for each.
fn downstream(accepted: &[Accepted]) -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("a workspace");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    // Modules of an earlier run do no harm: nothing names them.
    for folder in ["src", "older"] {
        fs::create_dir_all(root.join(folder)).expect("a folder");
    }
    let manifest = |name: &str, edition: &str, rest: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n[dependencies]\n\
             bindery = {{ path = \"{}\", default-features = false, features = [\"usersig\"] }}\n\n{rest}\n",
            workspace.join("runtime").display()
        )
    };
    let older = manifest("older", "2021", "[lib]\npath = \"../src/lib.rs\"");
    fs::write(root.join("older/Cargo.toml"), older).expect("a manifest");
    let manifest = manifest("mutants", "2024", "[workspace]\nmembers = [\"older\"]");
    let modules: Vec<_> = accepted
        .iter()
        .map(|one| format!("pub mod {};", one.module))
        .collect();
    let lib = format!("#![deny(warnings)]\n{}\n", modules.join("\n"));
    for one in accepted {
        let text = format!(
            "#[allow(unused_imports)]\nuse ::bindery::__private as __rt;\n{}",
            one.source
        );
        fs::write(root.join(format!("src/{}.rs", one.module)), text).expect("a module");
    }
    fs::write(root.join("src/lib.rs"), lib).expect("a library");
    fs::write(root.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
    root
}
