//! A fair line of tasks: one stands in front at a time, in the order they came, and leaving is always safe.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

#[derive(Default)]
pub(super) struct Line {
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    next_ticket: u64,
    /// In ticket order. The waker is that of a task that has found itself not in front.
    waiting: VecDeque<(u64, Option<Waker>)>,
}

/// A place in the line. Dropping it leaves the line, wherever the place is.
pub(super) struct Place<'a> {
    line: &'a Line,
    ticket: u64,
}

impl Line {
    pub(super) fn join(&self) -> Place<'_> {
        let mut queue = self.lock();
        let ticket = queue.next_ticket;
        queue.next_ticket += 1;
        queue.waiting.push_back((ticket, None));
        Place { line: self, ticket }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place<'_> {
    /// Waits until all who came before have left.
    pub(super) async fn front(&self) {
        poll_fn(|context| {
            let mut queue = self.line.lock();
            let at = queue.position(self.ticket);
            match at.and_then(|at| queue.waiting.get_mut(at)) {
                Some((_, waker)) if at != Some(0) => {
                    *waker = Some(context.waker().clone());
                    Poll::Pending
                }
                _ => Poll::Ready(()),
            }
        })
        .await;
    }
}

impl Queue {
    fn position(&self, ticket: u64) -> Option<usize> {
        self.waiting
            .binary_search_by_key(&ticket, |(ticket, _)| *ticket)
            .ok()
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut queue = self.line.lock();
        if let Some(at) = queue.position(self.ticket) {
            queue.waiting.remove(at);
        }
        let next = queue
            .waiting
            .front_mut()
            .and_then(|(_, waker)| waker.take());
        drop(queue);
        if let Some(waker) = next {
            waker.wake();
        }
    }
}
