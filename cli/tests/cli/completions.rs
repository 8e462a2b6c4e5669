//! `bindery completions`.

use crate::folder::Folder;

#[test]
fn every_shell_learns_every_command() {
    let folder = Folder::new("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = folder.run(&format!("completions {shell}"));
        assert_eq!((run.code, &*run.notes), (Some(0), ""), "{shell}");
        for command in ["generate", "check", "lint", "explain", "completions"] {
            assert!(run.out.contains(command), "{shell}: {command}");
        }
    }
}

#[test]
fn an_unknown_shell() {
    let run = Folder::new("completions-unknown").run("completions nutshell");
    assert_eq!(run.code, Some(2));
    assert!(run.notes.contains("bash"), "{}", run.notes);
}
