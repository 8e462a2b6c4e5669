//! A body that is made on demand and counts what is asked of it.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use bindery::Source;
use bytes::Bytes;
use http_body::{Body, Frame};

pub(crate) const PIECE: usize = 64 * 1024;

/// So many bytes may lie between two ends of a connection, in the buffers of either system.
pub(crate) const ON_THE_WAY: usize = 48 * 1024 * 1024;

/// Far more than that.
pub(crate) const LARGE: usize = 2 * ON_THE_WAY;

/// One piece of a film.
pub(crate) static LETTERS: [u8; PIECE] = [b'f'; PIECE];

/// A film, as it should arrive.
pub(crate) fn letters(bytes: usize) -> Vec<u8> {
    vec![b'f'; bytes]
}

/// A counter that clones share.
#[derive(Clone, Default)]
pub(crate) struct Count(Arc<AtomicUsize>);

impl Count {
    pub(crate) fn add(&self, more: usize) {
        self.0.fetch_add(more, Ordering::SeqCst);
    }

    pub(crate) fn get(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

/// A body of the letter `f`, and what became of it.
#[derive(Clone, Default)]
pub(crate) struct Film {
    pub(crate) bytes: usize,
    /// Fails when so many are left.
    pub(crate) breaks: Option<usize>,
    pub(crate) opened: Count,
    pub(crate) made: Count,
}

impl Film {
    pub(crate) fn of(bytes: usize) -> Self {
        Film {
            bytes,
            ..Film::default()
        }
    }

    pub(crate) fn breaking(bytes: usize, left: usize) -> Self {
        Film {
            breaks: Some(left),
            ..Film::of(bytes)
        }
    }

    pub(crate) fn body(&self) -> Reel {
        self.opened.add(1);
        Reel {
            left: self.bytes,
            film: self.clone(),
        }
    }

    /// Without a length.
    pub(crate) fn source(&self) -> Source {
        let film = self.clone();
        Source::from_fn(move || film.body())
    }

    pub(crate) fn sized(&self) -> Source {
        self.source().of_length(self.bytes as u64)
    }

    pub(crate) fn once(&self) -> Source {
        Source::once(self.body())
    }
}

pub(crate) struct Reel {
    left: usize,
    film: Film,
}

impl Body for Reel {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, &'static str>>> {
        if self.film.breaks == Some(self.left) {
            return Poll::Ready(Some(Err("the film is torn")));
        }
        let until = self.film.breaks.unwrap_or(0);
        let bytes = (self.left - until).min(PIECE);
        if bytes == 0 {
            return Poll::Ready(None);
        }
        self.left -= bytes;
        self.film.made.add(bytes);
        let piece = Bytes::from_static(&LETTERS[..bytes]);
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
