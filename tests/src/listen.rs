//! A small HTTP/1.1 listener on a loopback port, enough to mount a generated service on.

use std::future::Future;
use std::io::{self, ErrorKind};
use std::sync::Arc;

use bindery::server::{Reply, Request};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Answers every request with `answer` until the runtime ends, and hangs up where it gives none.
/// Returns the base URL.
pub async fn listen<A, F>(answer: A) -> io::Result<String>
where
    A: Fn(Request) -> F + Send + Sync + 'static,
    F: Future<Output = Option<Reply>> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let answer = Arc::new(answer);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let answer = Arc::clone(&answer);
            // The client sees a broken connection as such; there is nobody else to tell.
            tokio::spawn(async move { converse(stream, &*answer).await.ok() });
        }
    });
    Ok(url)
}

async fn converse<A, F>(stream: TcpStream, answer: &A) -> io::Result<()>
where
    A: Fn(Request) -> F,
    F: Future<Output = Option<Reply>>,
{
    let mut stream = BufReader::new(stream);
    while let Some(request) = read_request(&mut stream).await? {
        let Some(reply) = answer(request).await else {
            break;
        };
        write_reply(stream.get_mut(), &reply).await?;
    }
    Ok(())
}

/// None where the client has hung up between two requests.
async fn read_request(stream: &mut BufReader<TcpStream>) -> io::Result<Option<Request>> {
    let first = read_line(stream).await?;
    if first.is_empty() {
        return Ok(None);
    }
    let mut words = first.split(' ');
    let method: Method = parsed(words.next())?;
    let target = words.next().ok_or(ErrorKind::InvalidData)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let headers = read_headers(stream).await?;
    let length = headers
        .get("content-length")
        .and_then(|value| value.to_str().ok());
    let mut body = vec![0; length.map_or(Ok(0), |length| parsed(Some(length)))?];
    stream.read_exact(&mut body).await?;
    let (path, query) = (path.to_owned(), query.to_owned());
    Ok(Some(Request {
        method,
        path,
        query,
        headers,
        body,
    }))
}

async fn read_headers(stream: &mut BufReader<TcpStream>) -> io::Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    loop {
        let line = read_line(stream).await?;
        let Some((name, value)) = line.split_once(':') else {
            return Ok(headers);
        };
        let name: HeaderName = parsed(Some(name))?;
        let value: HeaderValue = parsed(Some(value.trim()))?;
        headers.append(name, value);
    }
}

async fn read_line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    Ok(line.trim_end().to_owned())
}

fn parsed<T: std::str::FromStr>(text: Option<&str>) -> io::Result<T> {
    let value = text.and_then(|text| text.parse().ok());
    value.ok_or_else(|| ErrorKind::InvalidData.into())
}

async fn write_reply(stream: &mut TcpStream, reply: &Reply) -> io::Result<()> {
    let kind = reply
        .content_type
        .as_ref()
        .map(|kind| format!("content-type: {kind}\r\n"));
    let length = format!("content-length: {}\r\n", reply.body.len());
    // An answer without content has no length either (RFC 9110, 8.6).
    let length = Some(length).filter(|_| reply.status != 204);
    let (kind, length) = (kind.unwrap_or_default(), length.unwrap_or_default());
    let head = format!("HTTP/1.1 {} answer\r\n{kind}{length}\r\n", reply.status);
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&reply.body).await
}
