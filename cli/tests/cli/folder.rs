//! A folder for one test, with a spec in it, in which the command runs.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, process};

/// A correct spec with the operations `send_parcel` and `track_parcel`.
pub(crate) const SPEC: &str = include_str!("../fixtures/api.json");

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) notes: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the command prints UTF-8");
        Run {
            code: output.status.code(),
            out: text(output.stdout),
            notes: text(output.stderr),
        }
    }
}

/// Gone at the end of the test.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A folder with a name of its own, which holds `api.json`.
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the folder can be made");
        let folder = Folder(path);
        folder.write("api.json", SPEC);
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).expect("the file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the folder is there");
        let mut names: Vec<_> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    /// Runs the command here with arguments separated by spaces.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        let output = self.command(arguments).output();
        output.expect("the command starts").into()
    }

    /// The command, not yet run.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        command
            .current_dir(&self.0)
            .args(arguments.split(' '))
            .env_remove("CLICOLOR_FORCE")
            .env_remove("COLUMNS");
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
