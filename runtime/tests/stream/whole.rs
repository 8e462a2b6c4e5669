//! A transport that knows nothing of pieces carries them all the same, as far as memory allows.

use std::sync::{Arc, Mutex};

use bindery::{
    BoxFuture, Client, Error, Limits, Transport, TransportError, TransportErrorKind as Kind, Upload,
};
use bytes::Bytes;

use crate::api::{Films, GetFilm, PutFilm, builder};
use crate::pieces::{Film, LARGE};

/// Keeps what is sent, and sends it back.
#[derive(Clone, Default)]
struct Mirror(Arc<Mutex<Vec<Bytes>>>);

impl Transport for Mirror {
    fn send(
        &self,
        request: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        self.0.lock().unwrap().push(request.into_body());
        Box::pin(async { Ok(http::Response::new(Bytes::from_static(b"the sea"))) })
    }
}

fn client(mirror: &Mirror) -> Client<Films> {
    builder("http://films.test")
        .transport(mirror.clone())
        .build()
        .unwrap()
}

#[tokio::test]
async fn pieces_are_collected() {
    let mirror = Mirror::default();
    let upload = Upload::new("video/mp4", Film::of(200_000).source());
    client(&mirror).send(PutFilm(upload)).await.unwrap();
    assert_eq!(mirror.0.lock().unwrap()[..], [vec![b'f'; 200_000]]);
}

#[tokio::test]
async fn more_than_memory_should_hold_is_not_sent() {
    let mirror = Mirror::default();
    let film = Film::of(LARGE);
    let upload = Upload::new("video/mp4", film.source());
    let error = client(&mirror).send(PutFilm(upload)).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Request),
        "{error:?}"
    );
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(cause.contains("Transport::stream"), "{cause}");
    assert!(mirror.0.lock().unwrap().is_empty());
    assert!(film.made.get() < LARGE);
}

#[tokio::test]
async fn a_source_that_fails_is_not_sent() {
    let mirror = Mirror::default();
    let upload = Upload::new("video/mp4", Film::breaking(200_000, 1).source());
    let error = client(&mirror).send(PutFilm(upload)).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Request),
        "{error:?}"
    );
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "the film is torn"
    );
    assert!(mirror.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_reply_is_opened_whole() {
    let mut reply = client(&Mirror::default()).open(GetFilm).await.unwrap();
    assert_eq!(reply.chunk().await.unwrap().unwrap(), "the sea");
    assert_eq!(reply.chunk().await.unwrap(), None);
}
