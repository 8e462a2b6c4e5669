//! Sources that have been opened for one attempt: one body, made of theirs in a row, each held to its length.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::Source;
use crate::body::{Body, BoxError};

/// Opens all, so that what is missing is known before anything is sent.
pub(crate) async fn open(sources: &[Source]) -> Result<Opened, BoxError> {
    let mut pieces = VecDeque::with_capacity(sources.len());
    for source in sources {
        pieces.push_back(source.open().await?);
    }
    Ok(Opened { pieces })
}

/// One source, as far as it has not been read.
pub(super) struct Piece {
    pub(super) body: Body,
    /// Bytes that are to come, where that is known.
    pub(super) left: Option<u64>,
}

impl Piece {
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
            let Some(frame) = ready!(Pin::new(&mut piece.body).poll_frame(context)) else {
                piece.end()?;
                self.pieces.pop_front();
                continue;
            };
            // Trailers are of no use in the middle of a body.
            if let Ok(data) = frame?.into_data() {
                piece.count(data.len())?;
                return Poll::Ready(Some(Ok(Frame::data(data))));
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.iter().all(|piece| piece.left == Some(0))
    }

    fn size_hint(&self) -> SizeHint {
        let lengths = self.pieces.iter().map(|piece| piece.left);
        let sum = lengths.reduce(|sum, left| sum?.checked_add(left?));
        match sum {
            Some(None) => SizeHint::default(),
            Some(Some(sum)) => SizeHint::with_exact(sum),
            None => SizeHint::with_exact(0),
        }
    }
}
