//! The body of a reply, read by the caller piece by piece. Whether the service said yes is settled before.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::response::Parts;
use http::{HeaderMap, HeaderName};
use http_body::{Frame, SizeHint};

use super::scrub::Scrub;
use super::stream::interrupted;
use crate::body::{self, Body};
use crate::error::{TransportError, TransportErrorKind as Kind};
use crate::future::BoxFuture;
use crate::timer::Timer;

/// A reply whose body has not been read yet, see [`Client::open`](super::Client::open).
///
/// ```
/// use bindery::{Download, TransportError};
/// use std::io::Write;
///
/// async fn save(mut reply: Download, file: &mut impl Write) -> Result<(), Box<dyn std::error::Error>> {
///     while let Some(piece) = reply.chunk().await? {
///         file.write_all(&piece)?;
///     }
///     Ok(())
/// }
/// ```
///
/// However large the body is, one piece of it is in memory at a time, and the service is asked for no more than is
/// read. Dropping the value ends the exchange. It is an [`http_body::Body`] as well, for whatever takes those.
pub struct Download {
    head: Parts,
    body: Body,
    idle: Idle,
    scrub: Scrub,
}

impl Download {
    pub(super) fn new(
        head: Parts,
        body: Body,
        timer: Arc<dyn Timer>,
        timeout: Duration,
        scrub: Scrub,
    ) -> Self {
        let idle = Idle {
            timer,
            timeout,
            sleep: None,
        };
        Self {
            head,
            body,
            idle,
            scrub,
        }
    }

    /// The HTTP status, a success.
    pub fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    /// The headers, as the service sent them.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The media type, where the service gives one.
    pub fn content_type(&self) -> Option<&str> {
        self.header(CONTENT_TYPE)
    }

    /// The length of the whole body in bytes, where the service announces it.
    pub fn length(&self) -> Option<u64> {
        self.header(CONTENT_LENGTH)?.parse().ok()
    }

    fn header(&self, name: HeaderName) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }

    /// The next piece, of whatever size it came in; none at the end of the body.
    ///
    /// Dropping the future loses no bytes.
    ///
    /// # Errors
    /// The connection broke before the body was complete, or no piece came for as long as the call's timeout allows. The
    /// rest of the body is lost then.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        body::next(self).await
    }
}

impl http_body::Body for Download {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let this = &mut *self;
        let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) else {
            return this.idle.poll(context).map(|error| {
                // Nothing that comes now is read, and the exchange is over.
                this.body = Bytes::new().into();
                Some(Err(error))
            });
        };
        this.idle.sleep = None;
        let scrubbed = |error| this.scrub.transport_error(interrupted(error));
        Poll::Ready(frame.map(|frame| frame.map_err(scrubbed)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// How long the caller has been waiting for a piece.
struct Idle {
    timer: Arc<dyn Timer>,
    timeout: Duration,
    sleep: Option<BoxFuture<'static, ()>>,
}

impl Idle {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<TransportError> {
        let sleep = self.sleep.get_or_insert_with(|| {
            let (timer, timeout) = (Arc::clone(&self.timer), self.timeout);
            Box::pin(async move { timer.sleep(timeout).await })
        });
        sleep.as_mut().poll(context).map(|()| {
            self.sleep = None;
            TransportError::new(Kind::Timeout)
        })
    }
}

/// Shows what it is and how long, not what it holds.
impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content_type = self.content_type().map(|text| self.scrub.text(text));
        f.debug_struct("Download")
            .field("status", &self.status())
            .field("content_type", &content_type)
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}
