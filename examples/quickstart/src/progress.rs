//! Showing how far the work is: a bar on a terminal, a line at every quarter elsewhere.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

const TEMPLATE: &str = "{msg:12} [{bar:40}] {human_pos} of {human_len} messages, {elapsed}";

/// The progress of one phase; clones share it.
#[derive(Clone)]
pub(crate) struct Progress(Arc<Shared>);

struct Shared {
    label: &'static str,
    total: usize,
    done: AtomicUsize,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(label: &'static str, total: usize) -> Self {
        let bar = stderr().is_terminal().then(|| bar(label, total));
        Progress(Arc::new(Shared {
            label,
            total,
            done: AtomicUsize::new(0),
            bar,
        }))
    }

    /// `count` more messages are through.
    pub(crate) fn advance(&self, count: usize) {
        let Shared {
            label,
            total,
            done,
            bar,
        } = &*self.0;
        let before = done.fetch_add(count, Ordering::Relaxed);
        let after = before + count;
        let quarter = |done: usize| done.saturating_mul(4) / total.max(&1);
        match bar {
            Some(bar) => bar.inc(u64::try_from(count).unwrap_or(u64::MAX)),
            None if quarter(after) > quarter(before) => {
                eprintln!("{label}: {after} of {total} messages");
            }
            None => {}
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.abandon();
        }
    }
}

fn bar(label: &'static str, total: usize) -> ProgressBar {
    let style =
        ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(u64::try_from(total).unwrap_or(u64::MAX))
        .with_style(style.progress_chars("=> "))
        .with_message(label)
}
