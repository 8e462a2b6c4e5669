//! Many jobs on a few threads. Knows nothing of what they do.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::error::Error;

/// Does `work` on every job, and hands each result with the job's place to `take` on the caller's thread, in the order in
/// which they are done. After the first error of `take` no job is begun.
pub(super) fn work<J: Sync, R: Send>(
    jobs: &[J],
    threads: usize,
    work: impl Fn(&J) -> R + Sync,
    mut take: impl FnMut(usize, R) -> Result<(), Error>,
) -> Result<(), Error> {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        for _ in 0..threads.min(jobs.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((at, job)) = claim(jobs, next) {
                    if sender.send((at, work(job))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        results
            .into_iter()
            .try_for_each(|(at, result)| take(at, result))
    })
}

fn claim<'j, J>(jobs: &'j [J], next: &AtomicUsize) -> Option<(usize, &'j J)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    Some((at, jobs.get(at)?))
}
