//! The other end of a connection, in plain bytes.

use std::future::Future;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub(crate) struct Connection(BufReader<TcpStream>);

/// Where a service listens that handles so many connections, one after the other, and what it returns for each.
pub(crate) async fn listen<F, T>(
    connections: usize,
    mut handle: impl FnMut(Connection, usize) -> F + Send + 'static,
) -> (String, JoinHandle<Vec<T>>)
where
    F: Future<Output = T> + Send,
    T: Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let mut seen = Vec::new();
        for number in 0..connections {
            let (stream, _) = listener.accept().await.unwrap();
            seen.push(handle(Connection(BufReader::new(stream)), number).await);
        }
        seen
    });
    (url, served)
}

/// A request as it came.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    /// It came to its end.
    pub(crate) complete: bool,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

impl Connection {
    /// The head of a request, up to its empty line or as far as it came.
    pub(crate) async fn head(&mut self) -> String {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.0.read_line(&mut head).await.unwrap() == 0 {
                break;
            }
        }
        head
    }

    /// At most so many bytes; none at the end.
    pub(crate) async fn some(&mut self, most: usize) -> Vec<u8> {
        let mut some = vec![0; most];
        let read = self.0.read(&mut some).await.unwrap_or(0);
        some.truncate(read);
        some
    }

    /// A request, to its end or as far as it came.
    pub(crate) async fn request(&mut self) -> Seen {
        let head = self.head().await;
        let mut seen = Seen {
            head,
            body: Vec::new(),
            complete: false,
        };
        seen.complete = match seen
            .header("content-length")
            .map(|length| length.parse().unwrap())
        {
            Some(length) => self.exactly(length, &mut seen.body).await,
            None if seen.header("transfer-encoding") == Some("chunked") => {
                self.chunks(&mut seen.body).await
            }
            None => seen.head.ends_with("\r\n\r\n"),
        };
        seen
    }

    async fn exactly(&mut self, bytes: usize, body: &mut Vec<u8>) -> bool {
        let end = body.len() + bytes;
        while body.len() < end {
            let some = self.some((end - body.len()).min(1 << 20)).await;
            if some.is_empty() {
                return false;
            }
            body.extend(some);
        }
        true
    }

    async fn chunks(&mut self, body: &mut Vec<u8>) -> bool {
        loop {
            let mut size = String::new();
            if self.0.read_line(&mut size).await.unwrap_or(0) == 0 {
                return false;
            }
            let size = usize::from_str_radix(size.trim_end(), 16).unwrap();
            let mut end = Vec::new();
            if !self.exactly(size, body).await || !self.exactly(2, &mut end).await {
                return false;
            }
            if size == 0 {
                return true;
            }
        }
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) {
        // Whoever hung up misses it.
        let _ = self.0.write_all(bytes).await;
    }

    pub(crate) async fn text(&mut self, text: String) {
        self.write(text.as_bytes()).await;
    }

    pub(crate) async fn answer(&mut self, head: &str, body: &str) {
        let length = body.len();
        self.text(format!(
            "HTTP/1.1 {head}\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
        .await;
    }
}
