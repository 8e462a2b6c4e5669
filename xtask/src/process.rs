//! Runs a program under a time limit and tells what it took. Where the system has no `/proc`, costs stay unknown.

use std::fs;
use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::record::Cost;

/// A program that came to its end.
#[derive(Debug)]
pub(crate) struct Ended {
    /// `None` where it was stopped for its time was up.
    pub(crate) status: Option<ExitStatus>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) cost: Cost,
}

/// Runs a program to its end or to the limit.
pub(crate) fn run(command: &mut Command, limit: Duration) -> io::Result<Ended> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let (status, cost) = wait(&mut child, limit)?;
    Ok(Ended {
        status,
        stdout: stdout.join().unwrap_or_default(),
        stderr: stderr.join().unwrap_or_default(),
        cost,
    })
}

/// Reads a pipe to its end beside the program, which would else wait for its reader.
fn drain(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What came before a fault of the pipe is still worth showing.
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child, limit: Duration) -> io::Result<(Option<ExitStatus>, Cost)> {
    let started = Instant::now();
    let process = child.id().to_string();
    let mut cost = Cost::default();
    let mut pause = Duration::from_millis(1);
    loop {
        let seen = Seen::of(&process);
        if let Some(seen) = &seen {
            cost.cpu_ms = Some(seen.cpu_ms);
            cost.peak_kb = peak_kb(&process).or(cost.peak_kb);
        }
        // What a process took can be read until it is waited for, and no longer.
        if seen.is_none_or(|seen| seen.over)
            && let Some(status) = child.try_wait()?
        {
            return Ok((Some(status), cost));
        }
        if started.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Ok((None, cost));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(25));
    }
}

/// A process as `/proc` shows it.
struct Seen {
    /// It ended, and nobody has waited for it yet.
    over: bool,
    cpu_ms: u64,
}

impl Seen {
    fn of(process: &str) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The name before it may hold blanks and brackets itself.
        let (_, after_name) = stat.rsplit_once(") ")?;
        let fields: Vec<_> = after_name.split(' ').collect();
        let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
        Some(Seen {
            over: matches!(fields.first(), Some(&("Z" | "X"))),
            // Linux counts them to programs at 100 Hz on every platform that Rust has.
            cpu_ms: (ticks(11)? + ticks(12)?) * 10,
        })
    }
}

/// The largest resident set so far of a process, `self` being this one.
pub(crate) fn peak_kb(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
