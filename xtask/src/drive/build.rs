//! Making drivers: bindings, glue and program through the compiler, against one `bindery` built once for all of them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use bindery_spec::Document;
use serde_json::Value;

use super::process::Driver;
use super::{glue, wanted};
use crate::error::Error;
use crate::process;
use crate::runtime::{Make, Runtime};

const PROGRAM: &str = include_str!("program/main.rs");
const WIRE: &str = include_str!("program/wire.rs");

/// Where drivers are made.
pub(crate) struct Workshop {
    runtime: Runtime,
    out: PathBuf,
    timeout: Duration,
}

/// A driver, and the operations it has.
pub(crate) struct Built {
    program: PathBuf,
    /// By the name that the generator goes by.
    pub(crate) operations: Vec<String>,
}

impl Workshop {
    pub(crate) fn open(out: &Path, timeout: Duration) -> Result<Self, Error> {
        fs::create_dir_all(out).map_err(|error| Error::write(out, error))?;
        Ok(Workshop {
            runtime: Runtime::build(out, Make::Library)?,
            out: out.to_owned(),
            timeout,
        })
    }

    /// Makes the driver of a document; the text says why there is none.
    pub(crate) fn build(
        &self,
        name: &str,
        document: &Document,
        root: &Value,
    ) -> Result<Result<Built, String>, Error> {
        let Some(made) = wanted::bindings(document) else {
            return Ok(Err("the generator refuses it".to_owned()));
        };
        let Some(glue) = glue::glue(&made.source, document, root) else {
            return Ok(Err("the bindings have no API".to_owned()));
        };
        let bindings = bindery_cli::rust_text(&made.source).map_err(Error::NotRust)?;
        let dir = self.out.join("drivers").join(name.replace('/', "__"));
        fs::create_dir_all(&dir).map_err(|error| Error::write(&dir, error))?;
        let files = [
            (
                "main.rs",
                &*format!("#![recursion_limit = \"1024\"]\n{}", without_docs(PROGRAM)),
            ),
            ("wire.rs", WIRE),
            ("glue.rs", &glue),
            ("api.rs", &bindings),
        ];
        for (file, text) in files {
            let path = dir.join(file);
            fs::write(&path, text).map_err(|error| Error::write(&path, error))?;
        }
        let program = dir.join("driver");
        if let Some(error) = self.compile(&dir.join("main.rs"), &program)? {
            return Ok(Err(error));
        }
        let operations = made.operations.into_iter().map(|(id, _)| id);
        Ok(Ok(Built {
            program,
            operations: operations.collect(),
        }))
    }

    /// The first error, if there is one.
    fn compile(&self, source: &Path, program: &Path) -> Result<Option<String>, Error> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut command = Command::new(&rustc);
        command
            .args(["--edition=2024", "--crate-name=driver", "--cap-lints=allow"])
            .args(["-Cdebuginfo=0", "--error-format=short", "-o"])
            .arg(program)
            .arg(format!(
                "--extern=bindery={}",
                self.runtime.library.display()
            ))
            .arg(format!(
                "-Ldependency={}",
                self.runtime.dependencies.display()
            ))
            .arg(source);
        let ended = process::run(&mut command, self.timeout);
        let ended = ended.map_err(|error| Error::program(rustc, error))?;
        Ok(match ended.status {
            Some(status) if status.success() => None,
            Some(_) => Some(first_error(&ended.stderr)),
            None => Some("the compiler's time was up".to_owned()),
        })
    }
}

impl Built {
    pub(crate) fn start(&self) -> Result<Driver, Error> {
        Driver::start(&self.program)
    }
}

/// The program without the words at its head, which would have to stand before any attribute.
fn without_docs(program: &str) -> &str {
    program.find("\nmod ").map_or(program, |at| &program[at..])
}

fn first_error(stderr: &str) -> String {
    let mut lines = stderr.lines();
    let error = lines.find(|line| line.contains("error"));
    error.unwrap_or("the compiler says nothing").to_owned()
}
