//! Nothing may stand still for longer than the timeout, and nothing that moves is cut off. Time passes as the test says.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bindery::{
    Body, BoxFuture, Error, Limits, Timer, Transport, TransportError, TransportErrorKind as Kind,
    Upload,
};
use bytes::Bytes;
use http_body::{Body as _, Frame};

use crate::api::{GetFilm, PutFilm, builder};
use crate::pieces::{Film, PIECE};

const NEARLY: Duration = Duration::from_secs(9);
const SECOND: Duration = Duration::from_secs(1);

/// Time passes only by [`Clock::pass`].
#[derive(Clone, Default)]
struct Clock(Arc<Mutex<Duration>>);

impl Clock {
    fn pass(&self, time: Duration) {
        *self.0.lock().unwrap() += time;
    }
}

impl Timer for Clock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        let end = self.elapsed() + duration;
        // Whoever waits is polled by the test.
        Box::pin(poll_fn(move |_| {
            if self.elapsed() >= end {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }))
    }
}

/// Takes a piece of the request each time it is polled, and never answers; or answers with a body that stops.
#[derive(Clone)]
struct Slow {
    answers: bool,
}

impl Transport for Slow {
    fn send(
        &self,
        _: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        unreachable!("bodies are streamed")
    }

    fn stream(
        &self,
        mut request: http::Request<Body>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let answers = self.answers;
        Box::pin(poll_fn(move |context| {
            if answers {
                return Poll::Ready(Ok(http::Response::new(Body::new(Piecemeal(3)))));
            }
            let _ = Pin::new(request.body_mut()).poll_frame(context);
            Poll::Pending
        }))
    }
}

/// A piece at every other poll, then nothing more, ever.
struct Piecemeal(u32);

impl http_body::Body for Piecemeal {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.0 = self.0.saturating_sub(1);
        match self.0 {
            1 => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"the sea"))))),
            _ => Poll::Pending,
        }
    }
}

fn poll<T>(future: Pin<&mut impl Future<Output = T>>) -> Poll<T> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn a_request_may_take_as_long_as_it_moves() {
    let clock = Clock::default();
    let transport = Slow { answers: false };
    let client = builder("http://films.test")
        .timer(clock.clone())
        .transport(transport);
    let client = client.build().unwrap();
    let film = Film::of(5 * PIECE);
    let upload = Upload::new("video/mp4", film.once());
    let mut call = pin!(client.send(PutFilm(upload)));
    for piece in 1..=5 {
        assert!(poll(call.as_mut()).is_pending());
        assert_eq!(film.made.get(), piece * PIECE);
        clock.pass(NEARLY);
    }
    // That there is nothing more is no progress.
    assert!(poll(call.as_mut()).is_pending());
    clock.pass(SECOND);
    let Poll::Ready(Err(Error::UnknownOutcome(error))) = poll(call.as_mut()) else {
        panic!("still waiting")
    };
    assert_eq!(error.kind(), Kind::Timeout);
}

#[test]
fn a_reply_may_take_as_long_as_it_moves() {
    let clock = Clock::default();
    let transport = Slow { answers: true };
    let client = builder("http://films.test")
        .timer(clock.clone())
        .transport(transport);
    let client = client.build().unwrap();
    let Poll::Ready(Ok(mut reply)) = poll(pin!(client.open(GetFilm)).as_mut()) else {
        panic!("no reply")
    };
    {
        let mut first = pin!(reply.chunk());
        assert!(poll(first.as_mut()).is_pending());
        clock.pass(NEARLY);
        let Poll::Ready(Ok(Some(piece))) = poll(first.as_mut()) else {
            panic!("no piece")
        };
        assert_eq!(piece, "the sea");
    }
    // The time in which nobody asks does not count.
    clock.pass(NEARLY);
    let mut second = pin!(reply.chunk());
    assert!(poll(second.as_mut()).is_pending());
    clock.pass(NEARLY);
    assert!(poll(second.as_mut()).is_pending());
    clock.pass(SECOND);
    let Poll::Ready(Err(error)) = poll(second.as_mut()) else {
        panic!("still waiting")
    };
    assert_eq!(error.kind(), Kind::Timeout);
}
