//! One HTTP request over a connection of its own: as much of HTTP/1.1 as loopback needs.

use std::io::{self, Read, Write};
use std::net::TcpStream;

use super::PATIENCE;
use crate::drive::{Answer, Sent};

/// Sends a request to `host:port` and reads the answer to its end.
pub(super) fn exchange(address: &str, request: &Sent) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut bytes = head(address, request).into_bytes();
    bytes.extend_from_slice(&request.body);
    stream.write_all(&bytes)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    read(&answer).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn head(address: &str, request: &Sent) -> String {
    let Sent { method, target, .. } = request;
    let mut head =
        format!("{method} {target} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n");
    for (name, value) in &request.headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    let bodiless = ["GET", "HEAD", "DELETE", "OPTIONS"].contains(&&**method);
    if !(bodiless && request.body.is_empty()) {
        let length = request.body.len().to_string();
        head.extend(["content-length: ", &length, "\r\n"]);
    }
    head + "\r\n"
}

fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let body = &bytes[end + 4..];
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let chunked = headers
        .iter()
        .any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    Some(Answer {
        status,
        headers,
        body: if chunked {
            joined(body)?
        } else {
            body.to_vec()
        },
    })
}

/// A body out of its chunks.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let length = std::str::from_utf8(&rest[..end]).ok()?;
        let length = usize::from_str_radix(length.trim(), 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + length)?);
        rest = rest.get(end + 4 + length..)?;
    }
}
