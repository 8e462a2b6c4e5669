//! The crate `bindery`, built once for all that is compiled against it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::corpus::digest_of;
use crate::error::Error;

/// The workspace, which is the folder around this crate.
const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What is wanted of the runtime.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Make {
    /// As much as a check of other code needs.
    Metadata,
    /// As much as a program needs.
    Library,
}

impl Make {
    fn command(self) -> &'static str {
        match self {
            Make::Metadata => "check",
            Make::Library => "build",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Make::Metadata => "rmeta",
            Make::Library => "rlib",
        }
    }
}

/// What generated code is compiled against.
pub(crate) struct Runtime {
    pub(crate) library: PathBuf,
    /// The folder of the libraries that it leans on.
    pub(crate) dependencies: PathBuf,
    /// Tells builds apart.
    pub(crate) digest: String,
}

impl Runtime {
    /// Builds the runtime without HTTP and macro, which no generated line asks for.
    pub(crate) fn build(out: &Path, make: Make) -> Result<Self, Error> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let target =
            std::path::absolute(out.join("runtime")).map_err(|error| Error::write(out, error))?;
        let output = Command::new(&cargo)
            .current_dir(WORKSPACE)
            .args([
                make.command(),
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
        let files = files(&output);
        let with = |extension| {
            let mut files = files.iter();
            files.find(|file| file.extension().is_some_and(|end| end == extension))
        };
        // The metadata stands among the dependencies, wherever the library itself was put.
        let found = with(make.extension()).zip(with(Make::Metadata.extension()));
        let (library, metadata) = found
            .ok_or_else(|| Error::Runtime(String::from_utf8_lossy(&output.stderr).into_owned()))?;
        Ok(Runtime {
            digest: digest_of(library)?,
            dependencies: metadata.parent().unwrap_or(Path::new("")).to_owned(),
            library: library.clone(),
        })
    }
}

/// The files that cargo made of the crate `bindery`, if it made any.
fn files(output: &Output) -> Vec<PathBuf> {
    let messages = String::from_utf8_lossy(&output.stdout);
    let artifact = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|message| {
            message["reason"] == "compiler-artifact" && message["target"]["name"] == "bindery"
        });
    let files = artifact
        .iter()
        .filter_map(|artifact| artifact["filenames"].as_array());
    let paths = files
        .flatten()
        .filter_map(|file| file.as_str().map(PathBuf::from));
    paths.collect()
}
