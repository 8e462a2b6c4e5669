//! Making the HTTP request of one attempt: URL, headers, body.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, USER_AGENT};
use http::{HeaderName, HeaderValue, Method, Uri};

use super::base_url::BaseUrl;
use super::pipeline::Call;
use crate::error::{TransportError, TransportErrorKind};
use crate::sign::Signed;
use crate::url::encode_to;

const JSON: &str = "application/json";

const AGENT: HeaderValue = HeaderValue::from_static(concat!("bindery/", env!("CARGO_PKG_VERSION")));

pub(super) fn make<B>(
    base: &BaseUrl,
    call: &Call,
    signed: &Signed,
    body: B,
) -> Result<http::Request<B>, TransportError> {
    check_path(call)?;
    let mut request = http::Request::new(body);
    *request.method_mut() = method(call.operation.method)?;
    *request.uri_mut() = uri(base, call, signed)?;
    let headers = request.headers_mut();
    headers.insert(ACCEPT, fixed(call.accept)?);
    headers.insert(USER_AGENT, AGENT);
    if call.body.is_some() {
        let media_type = match &call.content_type {
            Cow::Borrowed(text) => fixed(text)?,
            Cow::Owned(text) => HeaderValue::from_str(text).map_err(|_| malformed())?,
        };
        headers.insert(CONTENT_TYPE, media_type);
    } else if ["POST", "PUT", "PATCH", "QUERY"].contains(&call.operation.method) {
        // RFC 9110, 8.6: where a body would mean something, its absence is said. Some services insist.
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    for (name, value) in &call.headers {
        let (name, value) = header(name, value)?;
        headers.insert(name, value);
    }
    for (name, value) in &signed.headers {
        let value = match headers.get(name) {
            Some(cookies) if *name == COOKIE => both(cookies, value)?,
            _ => value.clone(),
        };
        headers.insert(name.clone(), value);
    }
    Ok(request)
}

fn method(name: &str) -> Result<Method, TransportError> {
    Method::from_bytes(name.as_bytes()).map_err(|_| unmakable("the method is malformed"))
}

/// A parameter that is empty or made of dots would make the URL name another resource than the one meant.
fn check_path(call: &Call) -> Result<(), TransportError> {
    if call.path == call.operation.path {
        return Ok(());
    }
    let template = call.operation.path.split('/');
    let changed = call.path.split('/').zip(template);
    for (segment, _) in changed.filter(|(segment, template)| segment != template) {
        if matches!(segment, "" | "." | "..") {
            return Err(unmakable(
                "a path parameter is empty, `.` or `..`, which no URL can carry",
            ));
        }
    }
    Ok(())
}

fn uri(base: &BaseUrl, call: &Call, signed: &Signed) -> Result<Uri, TransportError> {
    let base = base.as_str();
    let added = signed.query.iter();
    // Names and what is encoded may be longer; then the text grows.
    let room = call.query.len() * 32 + added.map(|(_, value)| value.len() + 32).sum::<usize>();
    let mut url = String::with_capacity(base.len() + call.path.len() + room);
    url.push_str(base);
    url.push_str(&call.path);
    let mut before = '?';
    for (name, value) in &call.query {
        start_pair(&mut url, &mut before, name);
        url.push_str(value);
    }
    for (name, value) in &signed.query {
        start_pair(&mut url, &mut before, name);
        encode_to(&mut url, value);
    }
    Uri::try_from(url).map_err(|_| unmakable("the URL is malformed or longer than 65,534 bytes"))
}

fn start_pair(url: &mut String, before: &mut char, name: &str) {
    url.push(std::mem::replace(before, '&'));
    encode_to(url, name);
    url.push('=');
}

/// A media type that the bindings name: no copy is made.
fn fixed(text: &'static str) -> Result<HeaderValue, TransportError> {
    if text == JSON {
        return Ok(HeaderValue::from_static(JSON));
    }
    HeaderValue::from_maybe_shared(Bytes::from_static(text.as_bytes())).map_err(|_| malformed())
}

fn malformed() -> TransportError {
    unmakable("a media type is malformed")
}

fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), TransportError> {
    let name = HeaderName::try_from(name).map_err(|_| unmakable("a header's name is malformed"))?;
    let mut value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| unmakable("a header's value holds a control character"))?;
    // Nobody but the spec's author knows which are secret, and no log of the HTTP stack needs any.
    value.set_sensitive(true);
    Ok((name, value))
}

/// Cookies of the operation and of the signer.
fn both(cookies: &HeaderValue, more: &HeaderValue) -> Result<HeaderValue, TransportError> {
    let both = [cookies.as_bytes(), more.as_bytes()].join(&b"; "[..]);
    let mut both = HeaderValue::from_bytes(&both)
        .map_err(|_| unmakable("a cookie holds a control character"))?;
    both.set_sensitive(true);
    Ok(both)
}

fn unmakable(why: &'static str) -> TransportError {
    TransportError::new(TransportErrorKind::Request).with_source(why)
}
