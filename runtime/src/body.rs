//! Bodies that travel piece by piece, with their types forgotten. Nothing here knows where the pieces come from or go.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use http_body::{Frame, SizeHint};

/// Any error, where whoever failed is not of this crate.
pub(crate) type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A body in pieces, as the [`Transport`](crate::Transport) seam carries it: any [`http_body::Body`] in a box.
///
/// Its [`size_hint`](http_body::Body::size_hint) tells the length, where that is known.
pub struct Body(Inner);

enum Inner {
    Whole(Bytes),
    Pieces(Pin<Box<dyn Pieces>>),
}

impl Body {
    /// Puts a body into a box.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Body(Inner::Pieces(Box::pin(body)))
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Body(Inner::Whole(bytes))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.0 {
            Inner::Whole(bytes) if bytes.is_empty() => Poll::Ready(None),
            Inner::Whole(bytes) => {
                let bytes = std::mem::take(bytes);
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Inner::Pieces(body) => body.as_mut().poll(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Whole(bytes) => bytes.is_empty(),
            Inner::Pieces(body) => body.is_at_end(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Inner::Whole(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Inner::Pieces(body) => body.size(),
        }
    }
}

/// A body with one type of data and of errors. Implemented for all, so that no second box is needed to convert.
trait Pieces: Send {
    fn poll(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>>;
    fn is_at_end(&self) -> bool;
    fn size(&self) -> SizeHint;
}

impl<B> Pieces for B
where
    B: http_body::Body + Send,
    B::Error: Into<BoxError>,
{
    fn poll(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = ready!(self.poll_frame(context));
        // Of `Bytes` that is no copy.
        let bytes = |mut data: B::Data| data.copy_to_bytes(data.remaining());
        Poll::Ready(frame.map(|frame| match frame {
            Ok(frame) => Ok(frame.map_data(bytes)),
            Err(error) => Err(error.into()),
        }))
    }

    fn is_at_end(&self) -> bool {
        self.is_end_stream()
    }

    fn size(&self) -> SizeHint {
        self.size_hint()
    }
}

/// The next piece of data; trailers are passed over.
pub(crate) async fn next<B>(body: &mut B) -> Result<Option<Bytes>, B::Error>
where
    B: http_body::Body<Data = Bytes> + Unpin,
{
    loop {
        let frame = std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await;
        match frame.transpose()?.map(Frame::into_data) {
            None => return Ok(None),
            Some(Ok(data)) => return Ok(Some(data)),
            Some(Err(_)) => {}
        }
    }
}

/// All of a body that has at most `max` bytes; `None` of one that has more, which is not read to its end.
///
/// Most bodies come in one piece, which is handed on as it is.
pub(crate) async fn collect<B>(mut body: B, max: usize) -> Result<Option<Bytes>, B::Error>
where
    B: http_body::Body<Data = Bytes> + Unpin,
{
    let mut whole = next(&mut body).await?.unwrap_or_default();
    if whole.len() > max {
        return Ok(None);
    }
    let mut grown = None;
    while let Some(piece) = next(&mut body).await? {
        let mut so_far = grown.unwrap_or_else(|| Vec::from(std::mem::take(&mut whole)));
        if so_far.len() + piece.len() > max {
            return Ok(None);
        }
        so_far.extend_from_slice(&piece);
        grown = Some(so_far);
    }
    Ok(Some(grown.map_or(whole, Bytes::from)))
}

/// Shows how much is left, as far as that is known.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = http_body::Body::size_hint(self).exact();
        f.debug_struct("Body").field("bytes", &left).finish()
    }
}
