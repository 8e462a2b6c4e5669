//! Sockets: listens, reads requests off connections, writes answers out. Knows HTTP and accidents, no rule of the API.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bindery::server::{Reply, Request};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::faults::Fault;
use crate::refusal;
use crate::service::Visit;
use crate::state::Shared;

/// More of a body is not looked at ...
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// ... and when this much more has come, the connection ends.
const MAX_DISCARDED_BYTES: usize = 64 * 1024 * 1024;

/// How long requests in hand may take once the sandbox is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Serves connections until told to stop, then lets the requests in hand finish.
pub(crate) async fn listen(
    listener: TcpListener,
    shared: Arc<Shared>,
    mut stop: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    let told = stop.clone();
    loop {
        tokio::select! {
            () = stopped(&mut stop) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, Arc::clone(&shared), told.clone()));
                }
                // The client left before it was let in, or files ran out: others may still come.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    // What is left then is aborted with the set.
    let all = async { while connections.join_next().await.is_some() {} };
    let _ = tokio::time::timeout(LAST_ANSWERS, all).await;
}

async fn serve(stream: TcpStream, shared: Arc<Shared>, mut stop: watch::Receiver<bool>) {
    // Best effort: without it, answers may wait for acknowledgements.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| answer(Arc::clone(&shared), request));
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    // How a connection ends is its client's affair: the sandbox goes on either way.
    tokio::select! {
        _ = connection.as_mut() => return,
        () = stopped(&mut stop) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

/// Waits for the word to stop; a sandbox that is gone says it too.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Ends a connection without an answer.
#[derive(Debug)]
struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection was closed without an answer")
    }
}

impl std::error::Error for Closed {}

async fn answer(
    shared: Arc<Shared>,
    request: http::Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Closed> {
    let (head, body) = request.into_parts();
    let (body, cut) = read(body).await?;
    let visit = Visit {
        shared: &shared,
        body: &body,
        cut,
    };
    let request = Request {
        method: head.method,
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body: body.clone(),
    };
    reply(&visit, request).await.map(response)
}

/// What is answered, after what befalls the request.
async fn reply(visit: &Visit<'_>, request: Request) -> Result<Reply, Closed> {
    match visit.shared.faults.take() {
        None => Ok(tencent_im::serve(visit, request).await),
        Some(Fault::LoseRequest) => Err(Closed),
        Some(Fault::LoseAnswer) => {
            let _ = tencent_im::serve(visit, request).await;
            Err(Closed)
        }
        Some(Fault::Slow(delay)) => {
            let reply = tencent_im::serve(visit, request).await;
            tokio::time::sleep(delay).await;
            Ok(reply)
        }
        Some(Fault::BadGateway) => Ok(bad_gateway()),
        Some(Fault::Refuse(code)) => {
            let message = "the sandbox was told to refuse this";
            Ok(refusal::refuse(&code.into(), message))
        }
    }
}

/// The body, or as much of it as anyone may send. The rest is read all the same, within reason: a client that is
/// still writing would not see the answer.
async fn read(mut incoming: Incoming) -> Result<(Vec<u8>, bool), Closed> {
    let (mut body, mut discarded) = (Vec::new(), 0);
    while let Some(frame) = incoming.frame().await {
        let Ok(data) = frame.map_err(|_| Closed)?.into_data() else {
            continue;
        };
        let room = MAX_BODY_BYTES.saturating_sub(body.len()).min(data.len());
        body.extend_from_slice(&data[..room]);
        discarded += data.len() - room;
        if discarded > MAX_DISCARDED_BYTES {
            return Err(Closed);
        }
    }
    Ok((body, discarded > 0))
}

fn bad_gateway() -> Reply {
    Reply {
        status: 502,
        content_type: Some("text/html".into()),
        body: b"<html><body><h1>502 Bad Gateway</h1></body></html>".to_vec(),
    }
}

fn response(reply: Reply) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(reply.body)));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content_type = reply.content_type.as_deref().map(HeaderValue::from_str);
    if let Some(Ok(value)) = content_type {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    response
}
