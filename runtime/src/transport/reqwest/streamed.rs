//! Bodies in pieces, to reqwest and from it.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::{converted, failed};
use crate::body::{Body, BoxError};
use crate::error::TransportError;

pub(super) async fn exchange(
    client: &reqwest::Client,
    request: http::Request<Body>,
) -> Result<http::Response<Body>, TransportError> {
    let request = converted(request.map(Sent::wrap))?;
    let answer = client.execute(request).await.map_err(failed)?;
    let answer = http::Response::<reqwest::Body>::from(answer);
    Ok(answer.map(|body| Body::new(Received(body))))
}

/// The body of a request. reqwest asks for bodies that threads may share, though it never does: nobody waits for the lock.
struct Sent(Mutex<Body>);

impl Sent {
    fn wrap(body: Body) -> reqwest::Body {
        reqwest::Body::wrap(Sent(Mutex::new(body)))
    }
}

impl http_body::Body for Sent {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let body = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        http_body::Body::size_hint(&*body)
    }
}

/// The body of an answer, its errors in our words.
struct Received(reqwest::Body);

impl http_body::Body for Received {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let frame = Pin::new(&mut self.0).poll_frame(context);
        frame.map(|frame| frame.map(|frame| frame.map_err(failed)))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}
