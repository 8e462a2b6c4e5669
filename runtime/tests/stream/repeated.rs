//! Sending again: a source is opened anew, or the request is not sent again.

use bindery::{Done, Error, Source, TransportErrorKind as Kind, Upload};
use tokio::task::JoinHandle;

use crate::api::{FilmError, LendFilm, PostFilm, PutFilm, client};
use crate::pieces::{Film, letters};
use crate::service::{Seen, listen};

/// Out of order at first, then willing.
async fn busy_first(connections: usize) -> (String, JoinHandle<Vec<Seen>>) {
    listen(connections, async |mut connection, number| {
        let seen = connection.request().await;
        let status = if number == 0 {
            "503 Busy\r\nconnection: close"
        } else {
            "204 No Content"
        };
        connection.answer(status, "").await;
        seen
    })
    .await
}

fn film(source: Source) -> Upload {
    Upload::new("video/mp4", source)
}

fn assert_busy(result: Result<(), Error<FilmError>>) {
    let error = result.unwrap_err();
    assert!(
        matches!(&error, Error::Status(status) if status.status == 503),
        "{error:?}"
    );
    assert_eq!(error.done(), Done::Unknown);
}

#[tokio::test]
async fn each_attempt_opens_the_source_anew() {
    let (url, served) = busy_first(2).await;
    let reel = Film::of(200_000);
    client(&url)
        .send(PutFilm(film(reel.source())))
        .await
        .unwrap();
    assert_eq!(reel.opened.get(), 2);
    let seen = served.await.unwrap();
    assert!(
        seen.iter()
            .all(|seen| seen.complete && seen.body == letters(200_000))
    );
}

#[tokio::test]
async fn what_can_be_read_once_is_sent_once() {
    let (url, served) = busy_first(1).await;
    let upload = film(Film::of(200_000).once());
    let client = client(&url);
    assert_busy(client.send(PutFilm(upload.clone())).await);
    assert!(served.await.unwrap()[0].body == letters(200_000));
    // Nobody listens any more: this one fails before it gets that far.
    let error = client.send(PutFilm(upload)).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Request),
        "{error:?}"
    );
}

#[tokio::test]
async fn what_can_be_read_once_is_not_sent_again_without_an_answer() {
    let (url, served) = listen(1, async |mut connection, _| connection.request().await).await;
    let upload = film(Film::of(200_000).once());
    let error = client(&url).send(PutFilm(upload)).await.unwrap_err();
    assert!(
        matches!(&error, Error::UnknownOutcome(e) if e.kind() == Kind::Interrupted),
        "{error:?}"
    );
    assert!(served.await.unwrap()[0].complete);
}

#[tokio::test]
async fn what_can_be_read_once_is_tried_once() {
    let (url, served) = listen(0, async |_, _| ()).await;
    served.await.unwrap();
    let upload = film(Film::of(200_000).once());
    let error = client(&url).send(PutFilm(upload)).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Connect),
        "{error:?}"
    );
}

#[tokio::test]
async fn nor_is_what_the_document_forbids() {
    let (url, served) = busy_first(1).await;
    let reel = Film::of(200_000);
    assert_busy(client(&url).send(PostFilm(film(reel.source()))).await);
    served.await.unwrap();
    assert_eq!(reel.opened.get(), 1);
}

/// A key is remembered for a time, and nobody knows how long a body takes.
#[tokio::test]
async fn nor_what_is_only_safe_for_a_time() {
    let (url, served) = busy_first(1).await;
    let reel = Film::of(200_000);
    assert_busy(client(&url).send(LendFilm(film(reel.source()))).await);
    served.await.unwrap();
    assert_eq!(reel.opened.get(), 1);
    let (url, served) = busy_first(2).await;
    let whole = film("the sea".into());
    client(&url).send(LendFilm(whole)).await.unwrap();
    served.await.unwrap();
}
