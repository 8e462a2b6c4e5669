//! `bindery check`.

use crate::folder::{Folder, SPEC};

const CHECK: &str = "check api.json --out api.rs";

#[test]
fn current() {
    let folder = Folder::new("current");
    folder.run("generate api.json --out api.rs");
    let run = folder.run(CHECK);
    assert_eq!(
        (run.code, &*run.out, &*run.notes),
        (Some(0), "`api.rs` is current\n", "")
    );
    folder.write("api.rs", folder.read("api.rs").replace('\n', "\r\n"));
    assert_eq!(folder.run(CHECK).code, Some(0));
}

#[test]
fn stale_shows_what_would_change_and_changes_nothing() {
    let folder = Folder::new("stale");
    folder.run("generate api.json --out api.rs");
    let text = folder.read("api.rs");
    folder.write(
        "api.json",
        SPEC.replace("Where it is.", "The depot it is in."),
    );
    let run = folder.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out
            .starts_with("--- api.rs\n+++ api.rs\n@@ -1,6 +1,6 @@\n"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("\n-    /// Where it is.\n+    /// The depot it is in.\n"),
        "{}",
        run.out
    );
    assert_eq!(
        run.notes,
        "stale: `api.rs` would change: +2 -2 lines: run `bindery generate`\n"
    );
    assert_eq!(folder.read("api.rs"), text);
}

#[test]
fn a_hand_edit_is_stale() {
    let folder = Folder::new("edited");
    folder.run("generate api.json --out api.rs");
    folder.write(
        "api.rs",
        folder
            .read("api.rs")
            .replacen("pub struct", "pub(crate) struct", 1),
    );
    let run = folder.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.notes.contains("+1 -1 lines"), "{}", run.notes);
}

#[test]
fn other_options_are_stale() {
    let folder = Folder::new("options");
    folder.run("generate api.json --out api.rs");
    assert_eq!(
        folder
            .run("check api.json --out api.rs --sides client")
            .code,
        Some(0)
    );
    assert_eq!(
        folder
            .run("check api.json --out api.rs --sides client,server")
            .code,
        Some(1)
    );
}

#[test]
fn no_file_yet() {
    let folder = Folder::new("no-file");
    let run = folder.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.notes,
        "stale: there is no `api.rs`: run `bindery generate`\n"
    );
    assert_eq!(folder.files(), ["api.json"]);
}

#[test]
fn a_broken_spec() {
    let folder = Folder::new("check-broken");
    folder.write("api.json", SPEC.replace("\"info\"", "info"));
    let run = folder.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.notes.contains("--> api.json:3:3"), "{}", run.notes);
    assert!(
        run.notes.ends_with("1 error, 0 warnings\n"),
        "{}",
        run.notes
    );
}
