//! Sources that have been opened for one attempt: one body, made of theirs in a row, each held to its length.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as _, Frame, SizeHint};

use super::Source;
use crate::body::{Body, BoxError};

/// Opens all, so that what is missing is known before anything is sent.
pub(crate) async fn open(sources: &[Source]) -> Result<Opened, BoxError> {
    let mut pieces = VecDeque::with_capacity(sources.len());
    for source in sources {
        let mut piece = source.open().await?;
        if piece.is_used_up() {
            // A body of no bytes is never asked for any.
            poll_fn(|context| piece.poll_data(context)).await?;
        } else {
            pieces.push_back(piece);
        }
    }
    Ok(Opened { pieces })
}

/// One source, as far as it has not been read.
pub(super) struct Piece {
    body: Body,
    /// Bytes that are to come, where that is known.
    left: Option<u64>,
    /// The last bytes announced, until the source has ended: more of them would not be asked for once these are sent.
    held: Option<Bytes>,
}

impl Piece {
    pub(super) fn new(body: Body, length: Option<u64>) -> Self {
        Piece {
            body,
            left: length,
            held: None,
        }
    }

    /// Some bytes; `None` at the end.
    fn poll_data(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, BoxError>> {
        loop {
            let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(context)) else {
                self.end()?;
                return Poll::Ready(Ok(self.held.take()));
            };
            // Trailers are of no use in the middle of a body.
            let Ok(data) = frame?.into_data() else {
                continue;
            };
            self.count(data.len())?;
            match self.left {
                Some(0) if data.is_empty() => {}
                Some(0) => self.held = Some(data),
                _ => return Poll::Ready(Ok(Some(data))),
            }
        }
    }

    /// Whether all bytes announced have been given.
    fn is_used_up(&self) -> bool {
        self.left == Some(0) && self.held.is_none()
    }

    /// Bytes that have not been given, where that is known.
    fn rest(&self) -> Option<u64> {
        let held = self.held.as_ref().map_or(0, Bytes::len);
        self.left?.checked_add(held as u64)
    }

    fn count(&mut self, bytes: usize) -> io::Result<()> {
        let Some(left) = self.left else {
            return Ok(());
        };
        let rest = left.checked_sub(bytes as u64);
        let more = || {
            io::Error::new(
                io::ErrorKind::InvalidData,
                "the source gives more bytes than announced",
            )
        };
        self.left = Some(rest.ok_or_else(more)?);
        Ok(())
    }

    fn end(&self) -> io::Result<()> {
        match self.left {
            None | Some(0) => Ok(()),
            Some(left) => {
                let message = format!("the source ends {left} bytes earlier than announced");
                Err(io::Error::new(io::ErrorKind::UnexpectedEof, message))
            }
        }
    }
}

/// The body of one attempt.
pub(crate) struct Opened {
    pieces: VecDeque<Piece>,
}

impl http_body::Body for Opened {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        while let Some(piece) = self.pieces.front_mut() {
            let data = ready!(piece.poll_data(context))?;
            if data.is_none() || piece.is_used_up() {
                self.pieces.pop_front();
            }
            if let Some(data) = data {
                return Poll::Ready(Some(Ok(Frame::data(data))));
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let lengths = self.pieces.iter().map(Piece::rest);
        let sum = lengths.reduce(|sum, rest| sum?.checked_add(rest?));
        match sum {
            Some(None) => SizeHint::default(),
            Some(Some(sum)) => SizeHint::with_exact(sum),
            None => SizeHint::with_exact(0),
        }
    }
}
