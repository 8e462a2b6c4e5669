//! Files on disk, read through tokio so that no thread of its runtime waits for the disk.

use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http_body::{Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use crate::body::Body;

/// A piece of a file: large enough that handing it between threads costs little beside reading it.
const PIECE: usize = 128 * 1024;

/// Opens the file at `path`. What is no regular file, such as a pipe, has no length.
pub(super) async fn open(path: &Path) -> io::Result<Body> {
    let told =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let file = File::open(path).await.map_err(told)?;
    let metadata = file.metadata().await.map_err(told)?;
    Ok(Body::new(Reading {
        file,
        left: metadata.is_file().then_some(metadata.len()),
        buffer: BytesMut::new(),
    }))
}

struct Reading {
    file: File,
    /// What grows behind this length while it is read was not announced.
    left: Option<u64>,
    buffer: BytesMut,
}

impl http_body::Body for Reading {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let this = self.get_mut();
        let most = this.left.and_then(|left| usize::try_from(left).ok());
        this.buffer.resize(most.unwrap_or(PIECE).min(PIECE), 0);
        let mut buffer = ReadBuf::new(&mut this.buffer);
        ready!(Pin::new(&mut this.file).poll_read(context, &mut buffer))?;
        let read = buffer.filled().len();
        if read == 0 {
            return Poll::Ready(None);
        }
        this.left = this.left.map(|left| left.saturating_sub(read as u64));
        let piece = this.buffer.split_to(read).freeze();
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn size_hint(&self) -> SizeHint {
        self.left
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
