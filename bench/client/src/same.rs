//! Makes sure that both sides send the same, but for the order of headers, the signature and the random number.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::Failure;

const ANSWER: &str = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 30\r\n\r\n{\"ErrorInfo\":\"\",\"ErrorCode\":0}";

/// A server that passes on each request.
pub fn listen() -> Result<(SocketAddr, Receiver<Vec<String>>), Failure> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let (requests, received) = channel();
    thread::spawn(move || -> std::io::Result<()> {
        for stream in listener.incoming() {
            let mut stream = stream?;
            let request = read(&mut BufReader::new(&stream))?;
            stream.write_all(ANSWER.as_bytes())?;
            // Nobody listens any more: the comparison is over.
            let _ = requests.send(request);
        }
        Ok(())
    });
    Ok((address, received))
}

/// The lines of the head in alphabetical order, then the body.
fn read(stream: &mut impl BufRead) -> std::io::Result<Vec<String>> {
    let mut head = Vec::new();
    let mut length = 0;
    for line in stream.by_ref().lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.parse().unwrap_or(0);
        }
        head.push(masked(&line));
    }
    head.sort_unstable();
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    head.push(String::from_utf8_lossy(&body).into_owned());
    Ok(head)
}

/// Without what is new in each call.
fn masked(line: &str) -> String {
    let Some((before, query)) = line.split_once("&usersig=") else {
        return line.to_owned();
    };
    let others = query.split('&').skip(1);
    let names: Vec<_> = others.filter_map(|pair| pair.split('=').next()).collect();
    format!("{before} {}", names.join(" "))
}
