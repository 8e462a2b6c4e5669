//! Bodies in pieces over a transport that knows whole ones only.

use super::{Limits, Transport};
use crate::body::{Body, collect};
use crate::error::{TransportError, TransportErrorKind as Kind};

/// The most that is collected of a request's body.
const MAX_BYTES: usize = 16 * 1024 * 1024;

pub(super) async fn exchange<T: Transport + ?Sized>(
    transport: &T,
    request: http::Request<Body>,
    limits: Limits,
) -> Result<http::Response<Body>, TransportError> {
    let (head, body) = request.into_parts();
    let unmakable = |why| TransportError::new(Kind::Request).with_source(why);
    let body = collect(body, MAX_BYTES).await.map_err(unmakable)?;
    let body = body.ok_or_else(|| unmakable(TOO_LARGE.into()))?;
    let request = http::Request::from_parts(head, body);
    let answer = transport.send(request, limits).await?;
    Ok(answer.map(Body::from))
}

const TOO_LARGE: &str = "this transport holds the whole body in memory, which takes 16 MiB at most: \
                         implement `Transport::stream` to send more";
