//! Files on disk, read through tokio so that no thread of its runtime waits for the disk.

use std::future::poll_fn;
use std::io;
use std::mem;
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

/// Opens the file at `path`. What is no regular file, such as a pipe, has no length. Files that the system makes up when they
/// are read have a length of 0, so one of that length is read: up to a piece of it is held and has the length it has.
pub(super) async fn open(path: &Path) -> io::Result<Body> {
    let told =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let mut file = File::open(path).await.map_err(told)?;
    let metadata = file.metadata().await.map_err(told)?;
    let mut left = metadata.is_file().then_some(metadata.len());
    let mut start = Bytes::new();
    if left == Some(0) {
        start = beginning(&mut file).await.map_err(told)?;
        if start.len() < PIECE {
            return Ok(start.into());
        }
        left = None;
    }
    Ok(Body::new(Reading {
        file,
        left,
        start,
        buffer: BytesMut::new(),
    }))
}

/// The first piece of a file, or all of it where that is less.
async fn beginning(file: &mut File) -> io::Result<Bytes> {
    let mut bytes = vec![0; PIECE];
    let mut filled = 0;
    while filled < PIECE {
        let mut buffer = ReadBuf::new(&mut bytes[filled..]);
        poll_fn(|context| Pin::new(&mut *file).poll_read(context, &mut buffer)).await?;
        match buffer.filled().len() {
            0 => break,
            read => filled += read,
        }
    }
    bytes.truncate(filled);
    Ok(bytes.into())
}

struct Reading {
    file: File,
    /// What grows behind this length while it is read was not announced.
    left: Option<u64>,
    /// What has been read already.
    start: Bytes,
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
        if !this.start.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(mem::take(&mut this.start)))));
        }
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
