//! Prism, started on a document and stopped when no longer needed.

use std::io::{self, BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use super::PATIENCE;
use crate::args::PrismArgs;
use crate::error::Error;
use crate::input::Input;

/// Where answers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answers {
    /// Made up from schemas, the same ones every time.
    Dynamic,
    /// Taken from examples, where there are any.
    Static,
}

/// Whoever answers.
pub(super) struct Server {
    /// Host and port.
    pub(super) address: String,
    child: Option<Child>,
}

impl Server {
    /// Starts Prism on a document and waits until it listens; takes what is listening already where the caller says so.
    pub(super) fn start(args: &PrismArgs, input: &Input, answers: Answers) -> Result<Self, Error> {
        if let Some(address) = &args.at {
            return Ok(Server {
                address: address.clone(),
                child: None,
            });
        }
        let failed = |error| Error::program(&args.prism, error);
        let port = free_port().map_err(failed)?;
        let mut command = Command::new(&args.prism);
        command.arg("mock").arg("--port").arg(port.to_string());
        if answers == Answers::Dynamic {
            command.args(["--dynamic", "--seed", "bindery"]);
        }
        let mut child = command
            .arg(&input.path)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let ready = wait(&mut child);
        let server = Server {
            address: format!("127.0.0.1:{port}"),
            child: Some(child),
        };
        ready.map(|()| server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It may be gone already, which is as well.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Waits until it says that it listens, and goes on reading what it says, for it would wait for a reader.
fn wait(child: &mut Child) -> Result<(), Error> {
    let (sender, told) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            for line in lines {
                // Nobody listens any more once it is ready.
                let _ = sender.send(line);
            }
        });
    }
    let mut last = "Prism says nothing".to_owned();
    while let Ok(line) = told.recv_timeout(PATIENCE) {
        if line.contains("Prism is listening") {
            return Ok(());
        }
        last = line;
    }
    let _ = child.kill();
    Err(Error::Prism(last))
}
