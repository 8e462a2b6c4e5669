//! What the command opens and writes: regular files, in the places it was told of.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use crate::folder::{Folder, Run};

/// A document with one component, which refers to something.
fn referring(reference: &str) -> String {
    format!(
        r#"{{
  "openapi": "3.0.3",
  "info": {{ "title": "Doors", "version": "1" }},
  "paths": {{ "/a": {{ "get": {{ "operationId": "a", "responses": {{ "200": {{ "description": "ok", "content": {{
    "application/json": {{ "schema": {{ "$ref": "{reference}" }} }} }} }} }} }} }} }}
}}"#
    )
}

fn pipe(folder: &Folder, name: &str) {
    let made = Command::new("mkfifo").arg(folder.path(name)).status();
    assert!(made.expect("mkfifo is there").success());
}

/// What the commands that read specs say of this one, all of it.
fn said(folder: &Folder) -> String {
    let commands = [
        "lint d/api.json",
        "generate d/api.json --out api.rs",
        "explain a --spec d/api.json",
        "diff d/api.json d/api.json",
    ];
    let runs = commands.map(|command| {
        let run = folder.run(command);
        assert_ne!(run.code, Some(0), "{command}: {}", run.out);
        run.out + &run.notes
    });
    runs.concat()
}

fn doors(name: &str, reference: &str) -> Folder {
    let folder = Folder::new(name);
    fs::create_dir_all(folder.path("d/parts")).expect("the folder can be made");
    folder.write("d/api.json", referring(reference));
    folder.write(
        "secret.json",
        r#"{ "type": "object", "properties": { "PASSWORD": {} } }"#,
    );
    folder
}

#[track_caller]
fn outside(folder: &Folder, shown: &str) {
    let said = said(folder);
    let message = format!(
        "`{shown}` is outside the folder of the document, and is not read: allow the folder it is in with `--root DIR`"
    );
    assert_eq!(said.matches(&message).count(), 5, "{said}");
    assert!(!said.contains("PASSWORD"), "{said}");
}

#[test]
fn references_stay_below_the_folder_of_the_document() {
    outside(&doors("doors-up", "../secret.json"), "secret.json");
    let far = "../../../../../../../../../../../../etc/passwd";
    let folder = doors("doors-far", far);
    let said = said(&folder);
    assert!(said.contains("is outside the folder"), "{said}");
    assert!(!said.contains("root:"), "{said}");
    // What is outside is not so much as told to be missing.
    outside(&doors("doors-none", "../none.json"), "none.json");
}

#[test]
fn links_are_where_they_lead() {
    let folder = doors("doors-link", "parts/link.json");
    symlink("../../secret.json", folder.path("d/parts/link.json")).expect("links work here");
    outside(&folder, "d/parts/link.json");
    let folder = doors("doors-link-folder", "parts/out/secret.json");
    symlink("../..", folder.path("d/parts/out")).expect("links work here");
    outside(&folder, "d/parts/out/secret.json");
    let folder = doors("doors-link-inside", "parts/link.json");
    folder.write("d/real.json", r#"{ "type": "string" }"#);
    symlink("../real.json", folder.path("d/parts/link.json")).expect("links work here");
    let run = folder.run("generate d/api.json --out api.rs");
    assert_eq!(run.code, Some(0), "{}", run.notes);
}

#[test]
fn a_root_lets_them_out() {
    let folder = doors("doors-root", "../secret.json");
    let run = folder.run("generate d/api.json --out api.rs --root .");
    assert_eq!(run.code, Some(0), "{}", run.notes);
    assert!(folder.read("api.rs").contains("--out api.rs --root .\n"));
    for command in [
        "check d/api.json --out api.rs --root .",
        "lint d/api.json --root .",
        "explain a --spec d/api.json --root .",
        "diff d/api.json d/api.json --root .",
    ] {
        let run = folder.run(command);
        assert_eq!(run.code, Some(0), "{command}: {}", run.notes);
    }
    let run = folder.run("lint d/api.json --root nowhere");
    assert_eq!(run.code, Some(2));
    assert!(
        run.notes
            .starts_with("error: the root `nowhere` cannot be found: "),
        "{}",
        run.notes
    );
}

#[test]
fn only_regular_files_are_read_for_references() {
    let folder = doors("doors-pipe", "parts/pipe.json");
    pipe(&folder, "d/parts/pipe.json");
    let text = said(&folder);
    let message = "`d/parts/pipe.json` is a pipe, and only regular files are read";
    assert!(text.contains(message), "{text}");
    let folder = doors("doors-folder", "parts");
    let text = said(&folder);
    assert!(text.contains("`d/parts` is a folder"), "{text}");
    let run = doors("doors-zero", "../../dev/zero").run("lint d/api.json --root /");
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_file_without_end_is_not_read_to_its_end() {
    let folder = doors("doors-large", "parts/large.json");
    let large = fs::File::create(folder.path("d/parts/large.json")).expect("a file");
    large.set_len((64 << 20) + 1).expect("a sparse file");
    let text = said(&folder);
    let message = "`d/parts/large.json` has more than 64 MiB, and is not read";
    assert!(text.contains(message), "{text}");
}

#[test]
fn what_is_no_document_is_not_shown() {
    for (name, text) in [
        (".env", "DB_PASSWORD=hunter2\nB=2\n"),
        (".env", "DB_PASSWORD: 'hunter2\nB: [2\n"),
        ("key.json", "-----BEGIN KEY-----\nhunter2\n"),
        ("key.yaml", "hunter2 *and\n\t%more: [\n"),
        ("environ", "A=hunter2\0B=\0"),
        ("number.json", "7 hunter2"),
    ] {
        let folder = doors("doors-shown", &format!("parts/{name}"));
        folder.write(&format!("d/parts/{name}"), text);
        let run = folder.run("lint d/api.json");
        let said = run.out + &run.notes;
        assert!(said.contains("d/api.json:5:"), "{said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
    // A torn document is shown where it is torn.
    let folder = doors("doors-torn", "parts/torn.json");
    folder.write("d/parts/torn.json", "{ \"type\": \"string\", }\n");
    let run = folder.run("lint d/api.json");
    assert!(
        run.out.contains("{ \"type\": \"string\", }\n"),
        "{}",
        run.out
    );
}

#[test]
fn specs_and_overlays_are_regular_files() {
    let folder = Folder::new("doors-named");
    pipe(&folder, "pipe.json");
    for command in [
        "lint pipe.json",
        "lint api.json --overlay pipe.json",
        "explain x --spec pipe.json",
        "diff api.json pipe.json",
        "generate pipe.json --out api.rs",
        "generate api.json --overlay pipe.json --out api.rs",
    ] {
        let run = folder.run(command);
        let message = "error: `pipe.json` is a pipe, and only regular files are read";
        assert!(run.notes.starts_with(message), "{command}: {}", run.notes);
        assert_eq!(run.code, Some(2));
    }
    let run = folder.run("lint /dev/zero");
    let message = "error: `/dev/zero` is a device, and only regular files are read";
    assert!(run.notes.starts_with(message), "{}", run.notes);
}

fn generated(folder: &Folder, out: &str) -> Run {
    let check = folder.run(&format!("check api.json --out {out}"));
    let run = folder.run(&format!("generate api.json --out {out}"));
    assert_eq!((check.code, &check.notes), (run.code, &run.notes));
    run
}

#[test]
fn out_is_a_regular_file() {
    let folder = Folder::new("doors-out");
    pipe(&folder, "pipe.rs");
    fs::create_dir(folder.path("folder.rs")).expect("a folder");
    symlink("/dev/null", folder.path("null.rs")).expect("links work here");
    symlink("nowhere.rs", folder.path("loose.rs")).expect("links work here");
    for (out, message) in [
        ("pipe.rs", "`pipe.rs` is a pipe"),
        ("folder.rs", "`folder.rs` is a folder"),
        ("null.rs", "`null.rs` is a device"),
        ("/dev/full", "`/dev/full` is a device"),
        (
            "loose.rs",
            "`loose.rs` is a symbolic link that leads to no file",
        ),
    ] {
        let run = generated(&folder, out);
        assert_eq!(run.code, Some(2), "{out}");
        assert!(run.notes.contains(message), "{}", run.notes);
    }
    assert!(!fs::metadata("/dev/null").expect("it is there").is_file());
    assert_eq!(
        folder.files(),
        ["api.json", "folder.rs", "loose.rs", "null.rs", "pipe.rs"]
    );
}

#[test]
fn the_mode_of_a_file_is_kept_and_nothing_is_left_beside_it() {
    let folder = Folder::new("doors-mode");
    folder.write("api.rs", "");
    let mode = fs::Permissions::from_mode(0o640);
    fs::set_permissions(folder.path("api.rs"), mode).expect("the mode can be set");
    // What an older version would have written through.
    folder.write("precious", "mine");
    let run = folder.run("generate api.json --out api.rs");
    assert_eq!(run.code, Some(0), "{}", run.notes);
    let kept = fs::metadata(folder.path("api.rs")).expect("it is there");
    assert_eq!(kept.permissions().mode() & 0o777, 0o640);
    assert_eq!(folder.files(), ["api.json", "api.rs", "precious"]);
}
