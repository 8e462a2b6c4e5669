//! A server on a loopback port that keeps the bytes it was sent, and answers with bytes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Answers every request with the same bytes, and keeps what came.
pub(crate) struct Wire {
    url: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Wire {
    /// Answers with a status line (`200 OK`) and a body, which is JSON unless it is empty.
    pub(crate) fn answers(status: &str, body: &str) -> Self {
        let kind = "content-type: application/json\r\n";
        let kind = if body.is_empty() { "" } else { kind };
        let length = body.len();
        Self::raw(format!(
            "HTTP/1.1 {status}\r\n{kind}content-length: {length}\r\n\r\n{body}"
        ))
    }

    /// Answers with these bytes.
    pub(crate) fn raw(answer: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (answer, kept) = (answer.into(), Arc::clone(&seen));
        // Ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A client that hangs up is the test's own doing.
                serve(stream, &answer, &kept).ok();
            }
        });
        Self { url, seen }
    }

    /// The base URL.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The requests so far, each as the bytes that came: request line, headers in lower case, an empty line, the body.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The only request so far.
    #[track_caller]
    pub(crate) fn request(&self) -> String {
        let mut seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:?}");
        seen.remove(0)
    }

    /// The body of the only request so far.
    #[track_caller]
    pub(crate) fn body(&self) -> String {
        let request = self.request();
        let (_, body) = request.split_once("\r\n\r\n").unwrap();
        body.to_owned()
    }
}

/// One request a connection: the tests need no more.
fn serve(stream: TcpStream, answer: &[u8], kept: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        // The request line keeps its case.
        if let Some((name, value)) = line.split_once(':').filter(|_| !request.is_empty()) {
            let name = name.to_ascii_lowercase();
            if name == "content-length" {
                length = value.trim().parse().unwrap_or(0);
            }
            line = format!("{name}:{value}");
        }
        request += &line;
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    request += &String::from_utf8_lossy(&body);
    kept.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(request);
    let mut stream = reader.into_inner();
    stream.write_all(answer)?;
    stream.shutdown(std::net::Shutdown::Write)
}
