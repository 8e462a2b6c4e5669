//! A driver at work: one request in, the client's request out, its answer in, the end out.

use std::io::{self, BufReader, BufWriter};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::wire;
use crate::error::Error;

/// An HTTP request. The target is path and query, as they are on the wire.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// An HTTP answer; the default is one that no client takes for any.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What became of a request in the driver.
#[derive(Debug, Clone)]
pub(crate) enum End {
    /// The answer was read, as a reply or as a documented error, and written again.
    Read(Answer),
    /// The status is not one with a typed body.
    Status(String),
    /// The answer cannot be read.
    Undecodable(String),
    /// The service cannot read the request.
    Rejected(String),
    /// The client finds a rule broken.
    Invalid(String),
    /// The client cannot send the request.
    Unsent(String),
}

/// A running driver.
pub(crate) struct Driver {
    child: Child,
    input: BufWriter<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Driver {
    pub(super) fn start(program: &Path) -> Result<Self, Error> {
        let failed = |error| Error::program(program, error);
        let mut child = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (input, output) = pipes.ok_or_else(|| failed(io::ErrorKind::BrokenPipe.into()))?;
        Ok(Driver {
            child,
            input: BufWriter::new(input),
            output: BufReader::new(output),
        })
    }

    /// Sends a request through; `answer` is asked for an answer once the client has sent it on.
    pub(crate) fn call(
        &mut self,
        request: &Sent,
        mut answer: impl FnMut(&Sent) -> io::Result<Answer>,
    ) -> io::Result<End> {
        let (path, query) = request
            .target
            .split_once('?')
            .unwrap_or((&request.target, ""));
        let lines = lines(&request.headers);
        let fields = [&*request.method, path, query, &lines].map(str::as_bytes);
        let [method, path, query, lines] = fields;
        wire::write(
            &mut self.input,
            &[method, path, query, lines, &request.body],
        )?;
        loop {
            let frame = wire::read(&mut self.output)?.unwrap_or_default();
            let [what, fields @ ..] = &frame[..] else {
                return Err(io::ErrorKind::UnexpectedEof.into());
            };
            let fields: &[Vec<u8>; 4] = fields.try_into().map_err(|_| broken())?;
            if what != b"call" {
                return Ok(end(fields));
            }
            let [method, target, headers, body] = fields;
            let reply = answer(&Sent {
                method: text(method),
                target: text(target),
                headers: headers_of(&text(headers)),
                body: body.clone(),
            })?;
            let status = reply.status.to_string();
            let lines = self::lines(&reply.headers);
            wire::write(
                &mut self.input,
                &[status.as_bytes(), lines.as_bytes(), &reply.body],
            )?;
        }
    }

    /// Reads and writes a value with the type of a component; `None` where it has no type of that name.
    pub(crate) fn convert(
        &mut self,
        component: &str,
        json: &[u8],
    ) -> io::Result<Option<Result<Vec<u8>, String>>> {
        wire::write(&mut self.input, &[component.as_bytes(), json])?;
        let frame = wire::read(&mut self.output)?.unwrap_or_default();
        let [_, word, bytes] = <[Vec<u8>; 3]>::try_from(frame).map_err(|_| broken())?;
        Ok(match &word[..] {
            b"done" => Some(Ok(bytes)),
            b"undecodable" => Some(Err(text(&bytes))),
            _ => None,
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It ends by itself when its input does, unless it hangs.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn end([word, details, status, body]: &[Vec<u8>; 4]) -> End {
    let details = text(details);
    match &word[..] {
        b"done" | b"refused" => End::Read(Answer {
            status: text(status).parse().unwrap_or_default(),
            headers: Vec::new(),
            body: body.clone(),
        }),
        b"status" => End::Status(details),
        b"undecodable" => End::Undecodable(details),
        b"rejected" => End::Rejected(details),
        b"invalid" => End::Invalid(details),
        _ => End::Unsent(details),
    }
}

fn lines(headers: &[(String, String)]) -> String {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\n"));
    lines.collect()
}

fn headers_of(lines: &str) -> Vec<(String, String)> {
    let pairs = lines.lines().filter_map(|line| line.split_once(": "));
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    pairs.map(owned).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}
