//! CPU clocks and medians. CPU time, not time of day: other work on the machine blurs it far less.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// User and system time this thread has taken.
#[must_use]
pub fn thread_cpu() -> Duration {
    read(ClockId::ThreadCPUTime)
}

/// User and system time this process has taken, all its threads together.
#[must_use]
pub fn process_cpu() -> Duration {
    read(ClockId::ProcessCPUTime)
}

fn read(clock: ClockId) -> Duration {
    let now = clock_gettime(clock);
    Duration::new(
        now.tv_sec.try_into().unwrap_or(0),
        now.tv_nsec.try_into().unwrap_or(0),
    )
}

/// CPU time of this thread for one run of the work.
pub fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = thread_cpu();
    std::hint::black_box(work());
    thread_cpu().saturating_sub(start)
}

/// The middle one, the upper of two; zero of none.
#[must_use]
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The median CPU time of each work, one run of each in every round.
pub fn interleaved<const N: usize>(rounds: usize, works: [&dyn Fn(); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..rounds {
        for (times, work) in times.iter_mut().zip(works) {
            times.push(timed(work));
        }
    }
    times.map(median)
}
