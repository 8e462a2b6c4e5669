//! `cargo xtask corpus` on folders of small documents: its rows, its totals, what it keeps, and how it ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const GOOD: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Rooms", "version": "1" },
  "paths": {
    "/rooms/{id}": {
      "get": {
        "operationId": "get_room",
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": {
          "200": {
            "description": "the room",
            "content": { "application/json": { "schema": {
              "type": "object",
              "required": ["name"],
              "properties": { "name": { "type": "string" } }
            } } }
          }
        }
      }
    }
  }
}"#;

/// One operation of two cannot be generated: only texts can be secret.
const REFUSED: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Doors", "version": "1" },
  "paths": {
    "/open": { "post": { "operationId": "open", "responses": { "204": { "description": "open" } } } },
    "/shut": {
      "post": {
        "operationId": "shut",
        "requestBody": { "content": { "application/json": { "schema": {
          "type": "object",
          "properties": { "pin": { "type": "integer", "x-bindery-secret": true } }
        } } } },
        "responses": { "204": { "description": "shut" } }
      }
    }
  }
}"#;

const OTHER: &str = r#"{ "name": "a-package", "keywords": ["openapi"] }"#;

const BROKEN: &str = r#"{ "openapi": "3.1.0", "paths": { "#;

/// A folder with one document of each kind, and a folder for results.
struct Folder {
    documents: PathBuf,
    out: PathBuf,
}

impl Folder {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        let folder = Folder {
            documents: root.join("documents"),
            out: root.join("out"),
        };
        folder.write("rooms.com.json", GOOD);
        folder.write("doors.com/v1.json", REFUSED);
        folder.write("doors.com/v2.json", BROKEN);
        folder.write("package.json", OTHER);
        folder
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.documents.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, options: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("corpus")
            .arg(&self.documents)
            .arg("--out")
            .arg(&self.out)
            .args(options)
            .output()
            .unwrap()
    }

    /// What is printed; the generator is not at fault.
    fn table(&self, options: &[&str]) -> String {
        let output = self.run(options);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{stderr}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn results(&self) -> PathBuf {
        self.out.join("results.jsonl")
    }
}

/// The cells of the row that begins so.
fn row<'t>(table: &'t str, first: &str) -> Vec<&'t str> {
    let mut rows = table.lines().map(|line| {
        let cells = line.trim_matches('|').split('|');
        cells.map(str::trim).collect::<Vec<_>>()
    });
    rows.find(|cells| cells.first() == Some(&first))
        .unwrap_or_else(|| panic!("no row of {first} in\n{table}"))
}

#[test]
fn every_document_has_a_row() {
    let table = Folder::new("rows").table(&["--sample", "0", "--markdown"]);
    let good = row(&table, "rooms.com");
    assert_eq!(good[1..5], ["1", "generated", "1", "1"]);
    assert_ne!(good[5], "0", "no lines");
    assert_eq!(good[8..], ["-", "-", ""]);

    let refused = row(&table, "doors.com/v1");
    assert_eq!(refused[1..6], ["2", "refused", "0", "1", "0"]);
    assert_eq!(refused[10], "1 unsupported-secret");

    let broken = row(&table, "doors.com/v2");
    assert_eq!(broken[1..6], ["0", "refused", "0", "-", "0"]);
    assert_eq!(broken[10], "1 syntax");
    assert!(!table.contains("package"), "{table}");
}

#[test]
fn totals_are_over_all_documents() {
    let folder = Folder::new("totals");
    let table = folder.table(&["--sample", "0", "--markdown"]);
    assert_eq!(row(&table, "documents generated")[1], "1 of 3 (33.3 %)");
    assert_eq!(row(&table, "operations generated")[1], "1 of 3 (33.3 %)");
    let possible = row(&table, "operations possible without those at fault");
    assert_eq!(possible[1], "2 of 3 (66.6 %)");
    assert_eq!(row(&table, "other files that speak of OpenAPI")[1], "1");

    let reason = row(&table, "unsupported-secret");
    assert_eq!(reason[1..4], ["error", "1", "1"]);
    assert!(reason[4].starts_with("doors.com/v1: 11:"), "{table}");
    assert_eq!(row(&table, "syntax")[1..4], ["error", "1", "1"]);

    let without_rows = folder.table(&["--sample", "0", "--markdown", "--totals"]);
    assert!(table.ends_with(&without_rows), "{without_rows}");
    assert!(without_rows.starts_with("| total |"), "{without_rows}");
}

#[test]
fn documents_can_be_chosen() {
    let folder = Folder::new("chosen");
    let providers = folder.table(&["--sample", "0", "--one-per-provider"]);
    assert!(providers.contains("doors.com/v1"), "{providers}");
    assert!(!providers.contains("doors.com/v2"), "{providers}");
    assert!(providers.contains("rooms.com"), "{providers}");

    let only = folder.table(&["--sample", "0", "--markdown", "--only", "v2"]);
    assert_eq!(row(&only, "documents")[1], "1");

    let none = folder.run(&["--only", "nowhere"]);
    assert_eq!(none.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&none.stderr);
    assert!(stderr.contains("no OpenAPI document"), "{stderr}");
}

#[test]
fn a_second_run_does_only_what_changed() {
    let folder = Folder::new("resume");
    let options = ["--sample", "0", "--markdown", "--jobs", "1"];
    folder.table(&options);
    // A mark in a kept result shows that it was not made again.
    let kept = fs::read_to_string(folder.results()).unwrap();
    let mark = |line: &str| line.replace("unsupported-secret", "kept-result");
    // What is left of a run that was stopped while it wrote.
    let half = r#"{"build":"#;
    fs::write(folder.results(), mark(&kept) + half).unwrap();
    folder.write(
        "rooms.com.json",
        &GOOD
            .replace("get_room", "find_room")
            .replace("string", "number"),
    );

    let again = folder.table(&options);
    assert_eq!(row(&again, "kept-result")[1..4], ["error", "1", "1"]);
    assert_eq!(row(&again, "documents generated")[1], "1 of 3 (33.3 %)");
    let lines = fs::read_to_string(folder.results()).unwrap();
    assert_eq!(lines.lines().count(), 5, "{lines}");

    let fresh = folder.run(&["--sample", "0", "--markdown", "--fresh"]);
    let fresh = String::from_utf8(fresh.stdout).unwrap();
    assert_eq!(row(&fresh, "unsupported-secret")[2], "1");
}

#[test]
fn a_document_whose_time_was_up_gets_another_chance() {
    let folder = Folder::new("time");
    folder.table(&["--sample", "0"]);
    let kept = fs::read_to_string(folder.results()).unwrap();
    let late = kept.replace("\"verdict\":\"generated\"", "\"verdict\":\"timed-out\"");
    assert_ne!(kept, late);
    fs::write(folder.results(), late).unwrap();
    let again = folder.table(&["--sample", "0", "--markdown"]);
    assert_eq!(row(&again, "rooms.com")[2], "generated");
}

#[test]
fn a_crash_makes_the_run_fail() {
    let folder = Folder::new("crash");
    folder.table(&["--sample", "0"]);
    let kept = fs::read_to_string(folder.results()).unwrap();
    let crashed = kept
        .replace("\"verdict\":\"generated\"", "\"verdict\":\"panicked\"")
        .replace("\"crash\":null", "\"crash\":\"names.rs:1:2: no | bar\"");
    fs::write(folder.results(), crashed).unwrap();
    let again = folder.run(&["--sample", "0", "--only", "rooms", "--markdown"]);
    assert_eq!(again.status.code(), Some(1));
    let table = String::from_utf8(again.stdout).unwrap();
    assert!(table.contains(r"| names.rs:1:2: no \| bar |"), "{table}");
    assert_eq!(row(&table, "documents with a panic")[1], "1 of 1 (100.0 %)");
}

#[test]
fn results_of_another_build_do_not_count() {
    let folder = Folder::new("build");
    folder.table(&["--sample", "0"]);
    let kept = fs::read_to_string(folder.results()).unwrap();
    let (before, after) = kept.split_once("\"build\":\"").unwrap();
    assert_eq!(before, "{");
    let build = &after[..after.find('"').unwrap()];
    let other = kept
        .replace(build, "0")
        .replace("unsupported-secret", "kept-result");
    fs::write(folder.results(), other).unwrap();
    let again = folder.table(&["--sample", "0"]);
    assert!(!again.contains("kept-result"), "{again}");
}

#[test]
fn a_sample_is_compiled() {
    let mut folder = Folder::new("sample");
    // The runtime is built once for all runs of this test.
    folder.out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample-out");
    let table = folder.table(&["--sample", "5", "--markdown", "--fresh"]);
    assert_eq!(row(&table, "rooms.com")[8], "yes");
    assert_eq!(row(&table, "doors.com/v1")[8], "-");
    assert_eq!(
        row(&table, "sampled documents compiled")[1],
        "1 of 1 (100.0 %)"
    );

    // What the compiler refused makes the run fail, also when it is known from an earlier one.
    let kept = fs::read_to_string(folder.results()).unwrap();
    let faulty = kept.replace("\"error\":null", "\"error\":\"1:1: error: no\"");
    fs::write(folder.results(), faulty).unwrap();
    let again = folder.run(&["--sample", "5", "--markdown"]);
    let table = String::from_utf8(again.stdout).unwrap();
    assert_eq!(again.status.code(), Some(1), "{table}");
    assert_eq!(row(&table, "rooms.com")[10], "1:1: error: no");
    assert_eq!(row(&table, "does-not-compile")[1..4], ["fault", "1", "1"]);
}
