//! How far a step is and how long it will take, on standard error. The only module that looks at a clock.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The progress of a step. Documents count by their size, for that is what their time depends on.
pub(super) struct Progress {
    step: &'static str,
    documents: usize,
    done: usize,
    bytes: u64,
    bytes_done: u64,
    started: Instant,
    terminal: bool,
}

impl Progress {
    pub(super) fn new(step: &'static str, sizes: impl Iterator<Item = u64>) -> Self {
        let (documents, bytes) = sizes.fold((0, 0), |(n, sum), size| (n + 1, sum + size));
        Progress {
            step,
            documents,
            done: 0,
            bytes,
            bytes_done: 0,
            started: Instant::now(),
            terminal: io::stderr().is_terminal(),
        }
    }

    /// One document more is done. A remark stays on the screen.
    pub(super) fn step(&mut self, size: u64, remark: Option<&str>) {
        let before = percent(self.bytes_done, self.bytes);
        self.done += 1;
        self.bytes_done += size;
        let now = percent(self.bytes_done, self.bytes);
        let left = left(self.started.elapsed(), self.bytes_done, self.bytes);
        let line = format!(
            "{}: {} of {} documents, {now} %, {} left",
            self.step,
            self.done,
            self.documents,
            clock(left)
        );
        // Nobody is the worse off where progress cannot be shown.
        let _ = self.show(&line, remark, before / 5 < now / 5);
    }

    /// A terminal gets one line that changes, a file a line now and then.
    fn show(&self, line: &str, remark: Option<&str>, due: bool) -> io::Result<()> {
        let mut err = io::stderr().lock();
        let clear = if self.terminal { "\r\x1b[K" } else { "" };
        if let Some(remark) = remark {
            writeln!(err, "{clear}{remark}")?;
        }
        if self.terminal {
            write!(err, "{clear}{line}")?;
        } else if due {
            writeln!(err, "{line}")?;
        }
        err.flush()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.terminal && self.done > 0 {
            eprintln!();
        }
    }
}

fn percent(done: u64, all: u64) -> u64 {
    (done * 100).checked_div(all).unwrap_or(100)
}

/// The time left, if the rest goes as what is done went.
fn left(elapsed: Duration, done: u64, all: u64) -> Duration {
    let millis = u128::from(all.saturating_sub(done)) * elapsed.as_millis();
    let millis = millis.checked_div(u128::from(done)).unwrap_or_default();
    Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX))
}

/// Such as `1:05:09`.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, left, percent};
    use std::time::Duration;

    #[test]
    fn the_rest_takes_as_long_as_the_part_before_it() {
        let elapsed = Duration::from_secs(30);
        assert_eq!(left(elapsed, 100, 400), Duration::from_secs(90));
        assert_eq!(left(elapsed, 400, 400), Duration::ZERO);
        assert_eq!(left(elapsed, 0, 400), Duration::ZERO);
    }

    #[test]
    fn nothing_to_do_is_done() {
        assert_eq!(percent(0, 0), 100);
        assert_eq!(percent(1, 3), 33);
    }

    #[test]
    fn times_are_shown_as_clocks_do() {
        assert_eq!(clock(Duration::from_secs(9)), "0:09");
        assert_eq!(clock(Duration::from_secs(3909)), "1:05:09");
    }
}
