//! What all commands share: help, usage errors, files that cannot be read.

use crate::folder::Folder;

#[test]
fn help_tells_the_exit_codes() {
    let folder = Folder::new("help");
    let run = folder.run("--help");
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("Exit codes:"), "{}", run.out);
    for command in ["generate", "check", "lint"] {
        let run = folder.run(&format!("{command} --help"));
        assert!(
            run.out.contains(&format!("bindery {command} ")),
            "{}",
            run.out
        );
        assert!(run.out.contains("Example"), "{}", run.out);
    }
}

#[test]
fn wrong_usage() {
    let folder = Folder::new("usage");
    for arguments in [
        "generate api.json",
        "generate api.json --out a.rs --sides both",
        "check --out a.rs",
        "lint",
        "paint",
    ] {
        assert_eq!(folder.run(arguments).code, Some(2), "{arguments}");
    }
}

#[test]
fn a_missing_spec_is_named() {
    let folder = Folder::new("missing");
    for arguments in [
        "generate none.json --out a.rs",
        "check none.json --out a.rs",
        "lint none.json",
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}");
        assert!(
            run.notes.starts_with("error: `none.json` cannot be read: "),
            "{}",
            run.notes
        );
    }
}

#[test]
fn a_folder_is_no_spec() {
    let folder = Folder::new("folder-given");
    for arguments in ["generate . --out a.rs", "lint .", "explain 7 --spec ."] {
        let run = folder.run(arguments);
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{arguments}");
        assert_eq!(run.notes, "error: `.` is a folder: name a file in it\n");
    }
}

#[test]
fn a_spec_that_is_not_utf8() {
    let folder = Folder::new("latin");
    folder.write("latin.json", b"{ \"openapi\": \"\xe9\" }");
    let run = folder.run("lint latin.json");
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.notes,
        "error: `latin.json` is not UTF-8 (byte 14): save it as UTF-8\n"
    );
}
