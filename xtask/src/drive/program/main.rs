//! A driver: generated bindings on both of their sides, wired to each other. What comes in as an HTTP request is read by
//! the service, sent on by the client, and its answer goes the way back. Opens no socket: whoever started the driver
//! carries the client's requests and their answers.

mod api;
mod glue;
mod wire;

use std::future::{Future, pending};
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use bindery::bytes::Bytes;
use bindery::http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use bindery::server::{self, Fault, Refuse, Reply};
use bindery::{
    BoxFuture, Error, Limits, Operation, OperationOf, RetryPolicy, Timer, Transport,
    TransportError, TransportErrorKind, Violations,
};

/// The service: every method hands its request to the client.
pub(crate) struct Forward {
    client: api::Client,
    /// What became of the call: a word, and details.
    end: Mutex<(&'static str, String)>,
}

impl Forward {
    async fn send<O>(&self, request: O) -> Result<O::Reply, Refuse<O::Error>>
    where
        O: OperationOf<glue::Api> + Operation<Api = glue::Api>,
    {
        match self.client.send(request).await {
            Ok(reply) => {
                self.end("done", String::new());
                Ok(reply)
            }
            Err(Error::Refused(refusal)) => {
                self.end("refused", refusal.status.to_string());
                Err(Refuse::from(refusal.error).message(refusal.message))
            }
            Err(error) => {
                let word = match &error {
                    Error::Invalid(_) => "invalid",
                    Error::Status(_) => "status",
                    Error::Undecodable(_) => "undecodable",
                    _ => "unsent",
                };
                let details = match &error {
                    Error::Undecodable(bad) => told(&bad.error),
                    error => told(error),
                };
                self.end(word, details);
                // There is no reply to give: the call ends here.
                pending().await
            }
        }
    }

    fn rejected(&self, fault: &Fault) -> Reply {
        self.end("rejected", told(fault));
        Reply::empty(400)
    }

    fn broken(&self, violations: &Violations) -> Option<Reply> {
        self.end("invalid", violations.to_string());
        None
    }

    fn end(&self, word: &'static str, details: String) {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = (word, details);
    }
}

/// An error and its causes.
fn told(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// Carries requests over standard output and input.
struct Pipe;

impl Transport for Pipe {
    fn send(
        &self,
        request: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let answer = carry(&request).map_err(|error| {
            TransportError::new(TransportErrorKind::Interrupted).with_source(error)
        });
        Box::pin(async { answer })
    }
}

fn carry(request: &Request<Bytes>) -> io::Result<Response<Bytes>> {
    let uri = request.uri();
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let method = request.method().as_str();
    let headers = request.headers().iter();
    let headers: Vec<u8> = headers
        .flat_map(|(name, value)| {
            [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\n"].concat()
        })
        .collect();
    let call: [&[u8]; 5] = [
        b"call",
        method.as_bytes(),
        target.as_bytes(),
        &headers,
        request.body(),
    ];
    wire::write(&mut io::stdout().lock(), &call)?;
    let answer = wire::read(&mut io::stdin().lock())?.unwrap_or_default();
    let [status, headers, body] = <[Vec<u8>; 3]>::try_from(answer).map_err(|_| broken())?;
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = text(status)?.parse().map_err(|_| broken())?;
    *response.headers_mut() = header_map(&text(headers)?)?;
    Ok(response)
}

fn header_map(lines: &str) -> io::Result<HeaderMap> {
    let mut map = HeaderMap::new();
    for (name, value) in lines.lines().filter_map(|line| line.split_once(": ")) {
        let name = HeaderName::try_from(name).map_err(|_| broken())?;
        map.append(name, HeaderValue::from_str(value).map_err(|_| broken())?);
    }
    Ok(map)
}

fn text(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|_| broken())
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Stands still: nothing is sent twice, so nobody waits.
struct Still;

impl Timer for Still {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

fn main() -> io::Result<()> {
    let client = api::Client::builder(glue::credentials())
        .base_url("http://driver")
        .allow_plain_http()
        .transport(Pipe)
        .timer(Still)
        .retries(RetryPolicy::never())
        .rate(bindery::Rates::off())
        .build()
        .map_err(io::Error::other)?;
    let forward = Arc::new(Forward {
        client,
        end: Mutex::default(),
    });
    loop {
        // Not in the head of a loop or match: the lock would be held while the answer of a call is read.
        let Some(frame) = wire::read(&mut io::stdin().lock())? else {
            return Ok(());
        };
        match <[Vec<u8>; 5]>::try_from(frame) {
            Ok(request) => serve(&forward, request)?,
            Err(frame) => convert(frame)?,
        }
    }
}

fn serve(forward: &Forward, request: [Vec<u8>; 5]) -> io::Result<()> {
    let [method, path, query, headers, body] = request;
    let request = server::Request {
        method: text(method)?.parse().map_err(|_| broken())?,
        path: text(path)?,
        query: text(query)?,
        headers: header_map(&text(headers)?)?,
        body,
    };
    forward.end("lost", String::new());
    let call = pin!(api::serve(forward, request));
    // Every future here is ready at once, but for the one that ends a call without a reply.
    let reply = match call.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(reply) => reply,
        Poll::Pending => Reply::empty(0),
    };
    let end = forward.end.lock().unwrap_or_else(PoisonError::into_inner);
    let status = reply.status.to_string();
    let fields: [&[u8]; 5] = [
        b"end",
        end.0.as_bytes(),
        end.1.as_bytes(),
        status.as_bytes(),
        &reply.body,
    ];
    wire::write(&mut io::stdout().lock(), &fields)
}

/// Reads a value with the type of a component, and writes it again.
fn convert(frame: Vec<Vec<u8>>) -> io::Result<()> {
    let [name, json] = <[Vec<u8>; 2]>::try_from(frame).map_err(|_| broken())?;
    let (word, bytes) = match glue::convert(&text(name)?, &json) {
        None => ("unknown", Vec::new()),
        Some(Ok(bytes)) => ("done", bytes),
        Some(Err(error)) => ("undecodable", error.to_string().into_bytes()),
    };
    wire::write(
        &mut io::stdout().lock(),
        &[b"converted", word.as_bytes(), &bytes],
    )
}
