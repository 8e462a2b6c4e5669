//! What `bindery diff` calls breaking is what rustc refuses. Each folder of `tests/diff` is named after a kind of change and
//! holds two specs and a caller: the caller compiles against the first, and against the second just if the verdict is
//! not "major". Real cargos are driven, in crates outside the workspace, because `#[non_exhaustive]` only holds between crates.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bindery_codegen::{Options, generate};
use bindery_spec::{Document, diff, kinds};

/// A folder of `tests/diff`.
struct Case {
    name: String,
    folder: PathBuf,
    old: Document,
    new: Document,
}

impl Case {
    fn read(folder: PathBuf) -> Self {
        let document = |file: &str| {
            let path = folder.join(file);
            Document::parse(file, fs::read_to_string(path).unwrap()).unwrap()
        };
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let (old, new) = (document("old.json"), document("new.json"));
        Case {
            name,
            folder,
            old,
            new,
        }
    }

    fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// A module with a caller, who finds the bindings under the name `api`.
    fn caller(&self, version: &str) -> String {
        let module = self.module();
        let text = fs::read_to_string(self.folder.join("use.rs")).unwrap();
        format!("pub mod {module} {{\nuse bindings::{version}::{module} as api;\n{text}}}\n")
    }

    fn breaks(&self) -> bool {
        diff(&self.old, &self.new).unwrap().is_breaking()
    }
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("diff");
    let folders = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = folders.map(Case::read).collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// Two crates: bindings of all specs, and callers.
struct Crates {
    root: PathBuf,
}

impl Crates {
    fn new(cases: &[Case]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff_verdicts");
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
        let runtime = runtime.display();
        let crates = Crates { root };
        crates.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"bindings\", \"callers\"]\n",
        );
        let bindery = format!("bindery = {{ path = \"{runtime}\", default-features = false }}\n");
        let manifest = |name: &str| {
            format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{bindery}"
            )
        };
        crates.write("bindings/Cargo.toml", &manifest("bindings"));
        crates.write(
            "callers/Cargo.toml",
            &(manifest("callers") + "bindings = { path = \"../bindings\" }\n"),
        );
        crates.write("bindings/src/lib.rs", &bindings(cases));
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, crates.root.join("Cargo.lock")).unwrap();
        crates
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if fs::read_to_string(&path).ok().as_deref() != Some(text) {
            fs::write(path, text).unwrap();
        }
    }

    /// What the compiler says of callers; `None` where it has no error.
    fn check(&self, callers: &str) -> Option<String> {
        self.write("callers/src/lib.rs", callers);
        let output: Output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--color", "never", "-p", "callers"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap();
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        (!output.status.success()).then_some(log)
    }
}

/// The old and the new bindings of every case.
fn bindings(cases: &[Case]) -> String {
    let mut text = "#![allow(deprecated)]\n".to_owned();
    for version in ["old", "new"] {
        writeln!(text, "pub mod {version} {{").unwrap();
        for case in cases {
            let document = if version == "old" {
                &case.old
            } else {
                &case.new
            };
            let made = generate(document, &Options::default()).unwrap();
            let module = case.module();
            let source = made.source;
            writeln!(
                text,
                "pub mod {module} {{\n#[allow(unused_imports)] use bindery::__private as __rt;\n{source}\n}}"
            )
            .unwrap();
        }
        writeln!(text, "}}").unwrap();
    }
    text
}

#[test]
fn every_case_shows_its_kind_and_nothing_worse() {
    for case in cases() {
        let diff = diff(&case.old, &case.new).unwrap();
        let kind = kinds().find(|kind| kind.code == case.name);
        let kind = kind.unwrap_or_else(|| panic!("no kind is called `{}`", case.name));
        let found = diff.changes.iter().any(|change| change.kind == kind);
        assert!(found, "{}: {:#?}", case.name, diff.changes);
        assert_eq!(
            diff.step(),
            Some(kind.step),
            "{}: {:#?}",
            case.name,
            diff.changes
        );
    }
}

#[test]
fn what_is_called_breaking_is_what_the_compiler_refuses() {
    let cases = cases();
    let crates = Crates::new(&cases);

    let before: String = cases.iter().map(|case| case.caller("old")).collect();
    if let Some(log) = crates.check(&before) {
        panic!("callers do not compile against the specs as they were:\n{log}");
    }
    let (breaking, harmless): (Vec<_>, Vec<_>) = cases.iter().partition(|case| case.breaks());
    let after: String = harmless.iter().map(|case| case.caller("new")).collect();
    if let Some(log) = crates.check(&after) {
        panic!("changes that are not called breaking break callers:\n{log}");
    }
    let compiled: Vec<_> = breaking
        .into_iter()
        .filter(|case| crates.check(&case.caller("new")).is_none())
        .map(|case| &case.name)
        .collect();
    assert!(
        compiled.is_empty(),
        "called breaking, and yet callers compile: {compiled:?}"
    );
}

#[test]
fn every_kind_has_a_case() {
    let cases: Vec<_> = cases().into_iter().map(|case| case.name).collect();
    let open = kinds().filter(|kind| !cases.iter().any(|name| name == kind.code));
    let open: Vec<_> = open.map(|kind| kind.code).collect();
    assert!(open.is_empty(), "no case shows these: {open:?}");
}
