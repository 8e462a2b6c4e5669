//! A spec that changes rebuilds the crate that uses it, and only then. A real cargo is driven in a crate outside the workspace whose
//! one dependency is bindery, under another name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MAIN: &str = r#"#![deny(warnings)]
mod api {
    renamed::bindings! { spec = "api.json", operations = [ping] }
}
fn main() {
    let _ = api::Ping::new().note("hello");
}
"#;

/// A document with one operation whose only optional field is called `field`.
fn spec(field: &str) -> String {
    format!(
        r#"{{
  "openapi": "3.1.0",
  "info": {{ "title": "Demo", "version": "1" }},
  "paths": {{ "/ping": {{ "post": {{
    "operationId": "ping",
    "requestBody": {{ "required": true, "content": {{ "application/json": {{ "schema": {{
      "type": "object", "properties": {{ "{field}": {{ "type": "string" }} }} }} }} }} }},
    "responses": {{ "204": {{ "description": "Done." }} }}
  }} }} }}
}}"#
    )
}

struct Downstream {
    root: PathBuf,
}

impl Downstream {
    fn new() -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild");
        fs::create_dir_all(root.join("src")).unwrap();
        let runtime = workspace.join("runtime");
        let manifest = format!(
            "[package]\nname = \"downstream\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             renamed = {{ package = \"bindery\", path = \"{}\", default-features = false, features = [\"macros\"] }}\n\n\
             [workspace]\n",
            runtime.display()
        );
        fs::write(root.join("Cargo.toml"), manifest).unwrap();
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
        fs::write(root.join("src/main.rs"), MAIN).unwrap();
        Downstream { root }
    }

    fn write_spec(&self, field: &str) {
        fs::write(self.root.join("src/api.json"), spec(field)).unwrap();
    }

    fn check(&self) -> (bool, String) {
        let output: Output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--color", "never"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }
}

#[test]
fn a_changed_spec_rebuilds_the_crate_and_an_unchanged_one_does_not() {
    let downstream = Downstream::new();

    downstream.write_spec("note");
    let (built, log) = downstream.check();
    assert!(built, "the first build failed:\n{log}");

    let (_, log) = downstream.check();
    assert!(
        !log.contains("Checking downstream"),
        "built again without a change:\n{log}"
    );

    downstream.write_spec("remark");
    let (built, log) = downstream.check();
    assert!(
        !built && log.contains("no method named `note`"),
        "the change went unnoticed:\n{log}"
    );

    // An error in the spec is seen, and so is its repair.
    fs::write(downstream.root.join("src/api.json"), "{").unwrap();
    let (built, log) = downstream.check();
    assert!(
        !built && log.contains("--> api.json:1:"),
        "the broken spec went unnoticed:\n{log}"
    );

    downstream.write_spec("note");
    let (built, log) = downstream.check();
    assert!(built, "the repaired spec went unnoticed:\n{log}");
}
