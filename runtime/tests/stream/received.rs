//! Replies that the caller reads piece by piece.

use bindery::{Error, Source, TransportErrorKind as Kind, Upload};
use bytes::Bytes;
use http_body::Body;

use crate::api::{FilmError, GetFilm, PutFilm, client};
use crate::pieces::{Count, LARGE, LETTERS, ON_THE_WAY, PIECE};
use crate::service::{Connection, listen};

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: video/webm\r\ncontent-length:";

#[tokio::test]
async fn a_reply_is_read_as_it_comes_whatever_its_length() {
    let (read, written) = (Count::default(), Count::default());
    let counted = written.clone();
    let (url, served) = listen(1, move |mut connection, _| {
        let written = counted.clone();
        async move {
            connection.request().await;
            connection.text(format!("{HEAD} {LARGE}\r\n\r\n")).await;
            for _ in 0..LARGE / PIECE {
                connection.write(&LETTERS).await;
                written.add(PIECE);
            }
        }
    })
    .await;
    let mut reply = client(&url).open(GetFilm).await.unwrap();
    assert_eq!(
        (reply.status(), reply.content_type()),
        (200, Some("video/webm"))
    );
    assert_eq!(reply.length(), Some(LARGE as u64));
    while let Some(piece) = reply.chunk().await.unwrap() {
        assert!(piece.iter().all(|byte| *byte == b'f'));
        read.add(piece.len());
        let ahead = written.get().saturating_sub(read.get());
        assert!(ahead < ON_THE_WAY, "{ahead} bytes ahead of the reader");
    }
    assert_eq!(read.get(), LARGE);
    served.await.unwrap();
}

/// Answers one request after the other, each over a connection of its own.
async fn open(answers: &'static [(&str, &str)]) -> Result<Bytes, Error<FilmError>> {
    let (url, served) = listen(answers.len(), async |mut connection: Connection, number| {
        connection.request().await;
        let (head, body) = answers[number];
        connection
            .answer(&format!("{head}\r\nconnection: close"), body)
            .await;
    })
    .await;
    let mut reply = client(&url).open(GetFilm).await?;
    served.await.unwrap();
    let first = reply.chunk().await.unwrap();
    assert_eq!(reply.chunk().await.unwrap(), None);
    Ok(first.unwrap_or_default())
}

#[tokio::test]
async fn a_refusal_is_told_before_there_is_anything_to_read() {
    let error = open(&[("404 Not Found", "\"no such film\"")])
        .await
        .unwrap_err();
    let expected = FilmError::NotFound("no such film".to_owned());
    assert_eq!(error.refusal(), Some(&expected), "{error:?}");
}

#[tokio::test]
async fn the_body_of_a_refusal_is_limited() {
    const PAGE: &str = match std::str::from_utf8(&[b' '; 1001]) {
        Ok(page) => page,
        Err(_) => "",
    };
    let error = open(&[("403 Forbidden", PAGE)]).await.unwrap_err();
    assert!(
        matches!(&error, Error::UnknownOutcome(e) if e.kind() == Kind::TooLarge),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_reply_is_asked_for_again_until_there_is_one() {
    let film = open(&[("503 Busy", ""), ("200 OK", "the sea")])
        .await
        .unwrap();
    assert_eq!(film, "the sea");
}

#[tokio::test]
async fn a_reply_may_be_empty() {
    assert_eq!(open(&[("204 No Content", "")]).await.unwrap(), "");
}

#[tokio::test]
async fn a_reply_that_breaks_off_is_no_end() {
    let (url, served) = listen(1, async |mut connection, _| {
        connection.request().await;
        connection.text(format!("{HEAD} 10\r\n\r\nthe s")).await;
    })
    .await;
    let mut reply = client(&url).open(GetFilm).await.unwrap();
    assert_eq!(reply.chunk().await.unwrap().unwrap(), "the s");
    let error = reply.chunk().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Interrupted);
    assert_eq!(reply.chunk().await.unwrap(), None);
    served.await.unwrap();
}

#[tokio::test]
async fn dropping_a_reply_hangs_up_and_leaves_the_client_usable() {
    let (url, served) = listen(2, async |mut connection, number| {
        connection.request().await;
        if number == 0 {
            connection.text(format!("{HEAD} 10\r\n\r\nthe s")).await;
            return connection.some(1).await.is_empty();
        }
        connection.answer("200 OK", "the sea").await;
        true
    })
    .await;
    let client = client(&url);
    let mut reply = client.open(GetFilm).await.unwrap();
    assert_eq!(reply.chunk().await.unwrap().unwrap(), "the s");
    drop(reply);
    assert_eq!(client.send(GetFilm).await.unwrap().bytes(), "the sea");
    assert_eq!(served.await.unwrap(), [true, true]);
}

#[tokio::test]
async fn a_reply_is_passed_on_without_being_held() {
    let (from, _) = listen(1, async |mut connection, _| {
        connection.request().await;
        connection.answer("200 OK", "the sea").await;
    })
    .await;
    let (to, served) = listen(1, async |mut connection, _| {
        let seen = connection.request().await;
        connection.answer("204 No Content", "").await;
        seen
    })
    .await;
    let reply = client(&from).open(GetFilm).await.unwrap();
    assert_eq!(reply.size_hint().exact(), Some(7));
    let upload = Upload::new("video/mp4", Source::once(reply));
    client(&to).send(PutFilm(upload)).await.unwrap();
    let seen = &served.await.unwrap()[0];
    assert_eq!(seen.header("content-length"), Some("7"));
    assert_eq!(seen.body, b"the sea");
}
