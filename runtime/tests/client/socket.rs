//! A transport against real sockets of this machine: the default one, and in `socket_over_reqwest.rs` the other.

use std::time::Duration;

use bindery::{CallOptions, Client, Error, TransportErrorKind as Kind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::api::{Key, Parcels, SendParcel};
use crate::transport::plain_http;

/// Serves connections one after the other, each with its own script.
async fn serve<F>(scripts: Vec<fn(TcpStream) -> F>) -> Client<Parcels>
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        for script in scripts {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(script(stream));
        }
    });
    client(port)
}

fn client(port: u16) -> Client<Parcels> {
    client_at(format!("http://127.0.0.1:{port}/v4/"))
}

fn client_at(base: String) -> Client<Parcels> {
    Client::builder(Key::default())
        .base_url(base)
        .transport(plain_http())
        .max_reply_bytes(1000)
        .build()
        .unwrap()
}

/// Reads one request to its end: its body is `[1,2]`.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut seen = Vec::new();
    while !seen.ends_with(b"[1,2]") {
        let mut some = [0; 1024];
        let read = stream.read(&mut some).await.unwrap();
        assert_ne!(read, 0, "the request ends early");
        seen.extend_from_slice(&some[..read]);
    }
    String::from_utf8(seen).unwrap()
}

async fn answer(stream: &mut TcpStream, head: &str, body: &str) {
    let text = format!(
        "HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(text.as_bytes()).await.unwrap();
}

#[tokio::test]
async fn a_connection_is_kept_for_the_next_call() {
    let client = serve(vec![|mut stream| async move {
        let first = read_request(&mut stream).await;
        assert!(
            first.starts_with("POST /v4/parcels/a%26b?signature=k3y%2Fof"),
            "{first}"
        );
        answer(&mut stream, "200 OK", r#"{"ErrorCode":0,"Seq":1}"#).await;
        read_request(&mut stream).await;
        answer(&mut stream, "200 OK", r#"{"ErrorCode":0,"Seq":2}"#).await;
    }])
    .await;
    assert_eq!(client.send(SendParcel::to("a&b")).await.unwrap(), 1);
    assert_eq!(client.send(SendParcel::to("a&b")).await.unwrap(), 2);
}

/// A call never leaves, and the error says so without the signature.
async fn assert_unsent(client: &Client<Parcels>) {
    let once = CallOptions::new().no_retry();
    let sent = client.send_with(SendParcel::to("ann"), once).await;
    let error = sent.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Connect),
        "{error:?}"
    );
    let text = format!("{error}");
    assert!(
        text.starts_with("not sent: no connection to `127.0.0.1:"),
        "{text}"
    );
    let cause = text.rsplit("`: ").next().unwrap_or_default();
    assert!(cause.len() > 5, "{text}");
    for shown in [text, format!("{error:?}")] {
        assert!(
            !shown.contains("signature") && !shown.contains("/parcels"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn nobody_listens() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().port()
    };
    assert_unsent(&client(port)).await;
}

#[tokio::test(start_paused = true)]
async fn a_handshake_that_never_ends_is_no_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let silent = tokio::spawn(async move {
        let connection = listener.accept().await.unwrap();
        std::future::pending::<()>().await;
        drop(connection);
    });
    assert_unsent(&client_at(format!("https://127.0.0.1:{port}/v4/"))).await;
    silent.abort();
}

#[tokio::test]
async fn the_service_hangs_up_after_reading() {
    let client = serve(vec![|mut stream| async move {
        read_request(&mut stream).await;
    }])
    .await;
    assert_unknown(&client, Kind::Interrupted).await;
}

#[tokio::test]
async fn the_service_hangs_up_in_the_middle_of_the_answer() {
    let client = serve(vec![|mut stream| async move {
        read_request(&mut stream).await;
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{")
            .await
            .unwrap();
    }])
    .await;
    assert_unknown(&client, Kind::Interrupted).await;
}

#[tokio::test]
async fn the_service_answers_nonsense() {
    let client = serve(vec![|mut stream| async move {
        read_request(&mut stream).await;
        stream.write_all(b"SMTP ready\r\n\r\n").await.unwrap();
    }])
    .await;
    assert_unknown(&client, Kind::Interrupted).await;
}

#[tokio::test]
async fn the_service_is_slow() {
    let client = serve(vec![|mut stream| async move {
        read_request(&mut stream).await;
        std::future::pending::<()>().await;
    }])
    .await;
    let short = CallOptions::new().timeout(Duration::from_millis(30));
    let error = client
        .send_with(SendParcel::to("ann"), short)
        .await
        .unwrap_err();
    assert!(
        matches!(&error, Error::UnknownOutcome(e) if e.kind() == Kind::Timeout),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_reply_may_not_be_larger_than_allowed() {
    let client = serve(vec![|mut stream| async move {
        for size in [1000 - r#"{"ErrorCode":0,"Seq":1}"#.len(), 1000] {
            read_request(&mut stream).await;
            let body = format!(r#"{{"ErrorCode":0,"Seq":1}}{}"#, " ".repeat(size));
            answer(&mut stream, "200 OK", &body).await;
        }
    }])
    .await;
    assert_eq!(client.send(SendParcel::to("ann")).await.unwrap(), 1);
    assert_unknown(&client, Kind::TooLarge).await;
}

#[tokio::test]
async fn a_reply_in_pieces_is_one() {
    let client = serve(vec![|mut stream| async move {
        for last in ["0\r\n\r\n", "3e8\r\n"] {
            read_request(&mut stream).await;
            let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
            let pieces = "f\r\n{\"ErrorCode\":0,\r\n6\r\n\"Seq\":\r\n2\r\n7}\r\n";
            let text = [head, pieces, last].concat();
            stream.write_all(text.as_bytes()).await.unwrap();
        }
        let too_much = [b' '; 1000];
        stream.write_all(&too_much).await.unwrap();
        read_request(&mut stream).await;
    }])
    .await;
    assert_eq!(client.send(SendParcel::to("ann")).await.unwrap(), 7);
    assert_unknown(&client, Kind::TooLarge).await;
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let client = serve(vec![|mut stream| async move {
        read_request(&mut stream).await;
        answer(
            &mut stream,
            "307 Temporary Redirect\r\nlocation: /elsewhere",
            "",
        )
        .await;
    }])
    .await;
    let error = client.send(SendParcel::to("ann")).await.unwrap_err();
    assert!(
        matches!(&error, Error::Status(status) if status.status == 307),
        "{error:?}"
    );
}

#[tokio::test]
async fn over_https_nothing_is_sent_before_the_handshake() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let seen = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut hello = vec![0; 4096];
        let read = stream.read(&mut hello).await.unwrap();
        stream.write_all(b"no TLS here\r\n").await.unwrap();
        hello.truncate(read);
        hello
    });
    let client: Client<Parcels> = Client::builder(Key::default())
        .base_url(format!("https://127.0.0.1:{port}"))
        .transport(plain_http())
        .build()
        .unwrap();
    let once = CallOptions::new().no_retry();
    let error = client
        .send_with(SendParcel::to("ann"), once)
        .await
        .unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Connect),
        "{error:?}"
    );
    let hello = seen.await.unwrap();
    assert_eq!(hello[0], 0x16, "a TLS record");
    assert!(!hello.windows(9).any(|part| part == b"signature"));
}

async fn assert_unknown(client: &Client<Parcels>, kind: Kind) {
    let error = client.send(SendParcel::to("ann")).await.unwrap_err();
    assert!(
        matches!(&error, Error::UnknownOutcome(e) if e.kind() == kind),
        "{error:?}"
    );
    assert!(!format!("{error:?}").contains("signature"), "{error:?}");
}
