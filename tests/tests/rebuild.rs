//! A spec that changes rebuilds the crate that uses it, and only then. A real cargo is driven in a crate outside the workspace whose
//! one dependency is bindery, under another name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A caller of a richer document, which edits of that document must reach.
const CALLER: &str = r#"#![deny(warnings)]
mod api {
    renamed::bindings! { spec = "api.json" }
}
fn main() {
    let _ = api::Send::builder().to("ann").items([1, 2, 3]).build();
    let _ = api::SendError::Gone;
}
"#;

/// A struct of the caller's own beside bindings that do not change.
const OWNER: &str = r#"#![deny(warnings)]
mod api {
    renamed::bindings! { spec = "bound.json" }
}
#[derive(renamed::Request)]
#[bindery(crate = "renamed", spec = "api.json", operation = send, bindings = api)]
struct Parcel {
    to: String,
    items: [u8; 3],
}
fn main() {
    let parcel = Parcel { to: String::new(), items: [1, 2, 3] };
    let _ = (parcel.to, parcel.items);
}
"#;

const RICH: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Demo", "version": "1" },
  "x-bindery-envelope": { "success": { "at": "/code", "equals": 0 }, "code": "/code" },
  "paths": { "/send": { "post": {
    "operationId": "send",
    "requestBody": { "required": true, "content": { "application/json": { "schema": {
      "type": "object",
      "required": ["to", "items"],
      "properties": {
        "to": { "type": "string" },
        "items": { "type": "array", "maxItems": 3, "items": { "type": "integer" } }
      } } } } },
    "responses": { "200": { "description": "The verdict.", "content": { "application/json": { "schema": {
      "type": "object", "required": ["code"], "properties": { "code": { "type": "integer" } } } } } } },
    "x-bindery-errors": [
      { "name": "Full", "code": 1, "description": "no room" },
      { "name": "Gone", "code": 2, "description": "nobody there" }
    ]
  } } }
}"#;

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
    fn new(name: &str, main: &str) -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
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
        fs::write(root.join("src/main.rs"), main).unwrap();
        Downstream { root }
    }

    fn write_spec(&self, field: &str) {
        self.write(&spec(field));
    }

    fn write(&self, text: &str) {
        fs::write(self.root.join("src/api.json"), text).unwrap();
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
    let downstream = Downstream::new("rebuild", MAIN);

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
    downstream.write("{");
    let (built, log) = downstream.check();
    assert!(
        !built && log.contains("--> api.json:1:"),
        "the broken spec went unnoticed:\n{log}"
    );

    downstream.write_spec("note");
    let (built, log) = downstream.check();
    assert!(built, "the repaired spec went unnoticed:\n{log}");
}

#[test]
fn an_edit_of_the_spec_shows_where_it_breaks_the_caller() {
    let downstream = Downstream::new("edits", CALLER);
    let optional = (r#""to": {"#, r#""note": { "type": "string" }, "to": {"#);
    let edits: [(&str, Option<&str>); 5] = [
        (RICH, None),
        (&RICH.replace(optional.0, optional.1), None),
        (
            &RICH
                .replace(r#"["to","#, r#"["to", "note","#)
                .replace(optional.0, optional.1),
            Some("required field `note` of `api::Send` is not set"),
        ),
        (
            &RICH.replace(
                r#""name": "Gone", "code": 2"#,
                r#""name": "Left", "code": 2"#,
            ),
            Some("no variant or associated item named `Gone`"),
        ),
        (
            &RICH.replace(r#""maxItems": 3"#, r#""maxItems": 2"#),
            Some("3 items in a list that takes at most 2"),
        ),
    ];
    for (spec, complaint) in edits {
        downstream.write(spec);
        let (built, log) = downstream.check();
        assert_eq!(built, complaint.is_none(), "{log}");
        assert!(log.contains(complaint.unwrap_or_default()), "{log}");
    }
}

#[test]
fn an_edit_of_the_spec_shows_where_a_struct_of_the_callers_own_no_longer_fits() {
    let downstream = Downstream::new("owner", OWNER);
    fs::write(downstream.root.join("src/bound.json"), RICH).unwrap();
    let edits: [(&str, &[&str]); 4] = [
        (RICH, &[]),
        (
            &RICH.replace(r#""to""#, r#""receiver""#),
            &["`send` has no member for `to`", "main.rs:8:5"],
        ),
        (
            &RICH.replace(r#""maxItems": 3"#, r#""maxItems": 2"#),
            &["`items` takes at most 2 items", "main.rs:9:12"],
        ),
        (RICH, &[]),
    ];
    for (spec, complaints) in edits {
        downstream.write(spec);
        let (built, log) = downstream.check();
        assert_eq!(built, complaints.is_empty(), "{log}");
        assert!(complaints.iter().all(|told| log.contains(told)), "{log}");
    }
}

/// A document whose body stands in a file of its own.
const REFERRED: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Test", "version": "1" },
  "paths": { "/ping": { "post": {
    "operationId": "ping",
    "requestBody": {
      "required": true,
      "content": { "application/json": { "schema": { "$ref": "parts/ping.json#/Body" } } }
    },
    "responses": { "200": { "description": "Pong." } }
  } } }
}"#;

#[test]
fn a_changed_file_that_the_spec_refers_to_rebuilds_the_crate() {
    let downstream = Downstream::new("referred", MAIN);
    downstream.write(REFERRED);
    fs::create_dir_all(downstream.root.join("src/parts")).unwrap();
    let part = downstream.root.join("src/parts/ping.json");
    for (member, fits) in [("note", true), ("remark", false), ("note", true)] {
        let schema = format!(
            r#"{{ "type": "object", "properties": {{ "{member}": {{ "type": "string" }} }} }}"#
        );
        fs::write(&part, format!(r#"{{ "Body": {schema} }}"#)).unwrap();
        let (built, log) = downstream.check();
        assert_eq!(built, fits, "{log}");
        assert_eq!(log.contains("no method named `note`"), !fits, "{log}");
    }
    fs::remove_file(&part).unwrap();
    let (built, log) = downstream.check();
    assert!(!built, "{log}");
    assert!(
        log.contains("there is no file `src/parts/ping.json`"),
        "{log}"
    );
    assert!(log.contains("--> api.json:8:"), "{log}");
}

/// A document with something laid over it.
const LAID: &str = r#"#![deny(warnings)]
mod api {
    renamed::bindings! { spec = "api.json", overlay = "over.json", operations = [ping] }
}
fn main() {
    let _ = api::Ping::new().note("hello").mark("x");
}
"#;

/// An overlay that adds one member.
fn overlay(member: &str) -> String {
    format!(
        r#"{{
  "overlay": "1.0.0",
  "info": {{ "title": "More", "version": "1" }},
  "actions": [{{
    "target": "$.paths['/ping'].post.requestBody.content['application/json'].schema.properties",
    "update": {{ "{member}": {{ "type": "string" }} }}
  }}]
}}"#
    )
}

#[test]
fn a_changed_overlay_rebuilds_the_crate() {
    let downstream = Downstream::new("laid", LAID);
    downstream.write_spec("note");
    let over = downstream.root.join("src/over.json");
    for (member, fits) in [("mark", true), ("stamp", false), ("mark", true)] {
        fs::write(&over, overlay(member)).unwrap();
        let (built, log) = downstream.check();
        assert_eq!(built, fits, "{log}");
        assert_eq!(log.contains("no method named `mark`"), !fits, "{log}");
    }
}
