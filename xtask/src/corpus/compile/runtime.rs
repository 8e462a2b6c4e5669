//! The crate `bindery`, built once for the whole sample.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::corpus::find::digest_of;
use crate::error::Error;

/// The workspace, which is the folder around this crate.
const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What generated code is compiled against.
pub(super) struct Runtime {
    pub(super) library: PathBuf,
    /// The folder of the libraries that it leans on.
    pub(super) dependencies: PathBuf,
    /// Tells builds apart.
    pub(super) digest: String,
}

impl Runtime {
    /// Builds the runtime without HTTP and macro, which no generated line asks for.
    pub(super) fn build(out: &Path) -> Result<Self, Error> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let target =
            std::path::absolute(out.join("runtime")).map_err(|error| Error::write(out, error))?;
        let output = Command::new(&cargo)
            .current_dir(WORKSPACE)
            .args([
                "check",
                "--package=bindery",
                "--lib",
                "--no-default-features",
            ])
            .args([
                "--features=usersig",
                "--message-format=json-render-diagnostics",
            ])
            .arg("--target-dir")
            .arg(target)
            .output()
            .map_err(|error| Error::program(cargo, error))?;
        let library = library(&output)
            .ok_or_else(|| Error::Runtime(String::from_utf8_lossy(&output.stderr).into_owned()))?;
        Ok(Runtime {
            digest: digest_of(&library)?,
            dependencies: library.parent().unwrap_or(Path::new("")).to_owned(),
            library,
        })
    }
}

/// The file that cargo made of the crate `bindery`, if it made one.
fn library(output: &Output) -> Option<PathBuf> {
    let messages = String::from_utf8_lossy(&output.stdout);
    let artifact = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|message| {
            message["reason"] == "compiler-artifact" && message["target"]["name"] == "bindery"
        })?;
    let files = artifact["filenames"].as_array()?.iter();
    let mut paths = files.filter_map(|file| file.as_str().map(PathBuf::from));
    paths.find(|path| {
        path.extension()
            .is_some_and(|extension| extension == "rmeta")
    })
}
