//! What leaves, and what is told where it does not leave whole.

use bindery::{Done, Error, Source, TransportErrorKind as Kind, Upload};

use crate::api::{FilmError, LendFilm, PostFilm, PutFilm, client};
use crate::pieces::{Film, LARGE, ON_THE_WAY, PIECE, letters};
use crate::service::{Seen, listen};

fn film(source: Source) -> Upload {
    Upload::new("video/mp4", source)
}

/// What a service sees of a body that it takes whole.
async fn taken(source: Source) -> Seen {
    let (url, served) = listen(1, async |mut connection, _| {
        let seen = connection.request().await;
        connection.answer("204 No Content", "").await;
        seen
    })
    .await;
    client(&url).send(PostFilm(film(source))).await.unwrap();
    served.await.unwrap().remove(0)
}

/// How sending fails, and what a service sees of it.
async fn failed(source: Source) -> (Error<FilmError>, Seen) {
    let (url, served) = listen(1, async |mut connection, _| connection.request().await).await;
    let error = client(&url).send(PutFilm(film(source))).await.unwrap_err();
    (error, served.await.unwrap().remove(0))
}

/// How sending fails before there is a connection.
async fn not_sent(source: Source) -> String {
    let error = client("http://127.0.0.1:9")
        .send(PutFilm(film(source)))
        .await
        .unwrap_err();
    assert!(
        matches!(&error, Error::Transport(e) if e.kind() == Kind::Request),
        "{error:?}"
    );
    assert_eq!(error.done(), Done::No);
    let cause = std::error::Error::source(&error).unwrap();
    cause.to_string()
}

#[tokio::test]
async fn a_known_length_is_announced() {
    let seen = taken(Film::of(200_000).sized()).await;
    assert_eq!(seen.header("content-length"), Some("200000"));
    assert_eq!(seen.header("transfer-encoding"), None);
    assert_eq!(seen.header("content-type"), Some("video/mp4"));
    assert!(seen.body == letters(200_000));
}

#[tokio::test]
async fn a_body_of_unknown_length_goes_in_chunks() {
    let seen = taken(Film::of(200_000).source()).await;
    assert_eq!(seen.header("content-length"), None);
    assert_eq!(seen.header("transfer-encoding"), Some("chunked"));
    assert!(seen.body == letters(200_000));
    assert!(seen.complete);
}

#[tokio::test]
async fn a_body_that_knows_its_length_says_so() {
    let text = || "the sea".to_owned();
    let seen = taken(Source::from_fn(text)).await;
    assert_eq!(seen.header("content-length"), Some("7"));
    let nothing = taken(Source::from_fn(String::new)).await;
    let in_memory = taken("".into()).await;
    assert_eq!(
        nothing.header("content-length"),
        in_memory.header("content-length")
    );
    assert_eq!(nothing.header("transfer-encoding"), None);
}

#[tokio::test]
async fn no_more_is_made_than_the_service_takes() {
    let film = Film::of(LARGE);
    let made = film.made.clone();
    let (url, served) = listen(1, move |mut connection, _| {
        let made = made.clone();
        async move {
            connection.head().await;
            let (mut read, mut most) = (0, 0);
            while read < LARGE {
                most = most.max(made.get() - read);
                read += connection.some(PIECE).await.len();
            }
            connection.answer("204 No Content", "").await;
            most
        }
    })
    .await;
    client(&url)
        .send(PutFilm(Upload::new("video/mp4", film.sized())))
        .await
        .unwrap();
    let most = served.await.unwrap()[0];
    assert!(most < ON_THE_WAY, "{most} bytes ahead of the service");
}

#[tokio::test]
async fn a_file_is_sent_from_disk() {
    let path = std::env::temp_dir().join(format!("bindery-film-{}", std::process::id()));
    let text: Vec<u8> = (0..300_000_u32).map(|i| (i % 251) as u8).collect();
    std::fs::write(&path, &text).unwrap();
    let seen = taken(Source::file(&path)).await;
    std::fs::remove_file(&path).unwrap();
    assert_eq!(seen.header("content-length"), Some("300000"));
    assert!(seen.body == text);
    let error = not_sent(Source::file(&path)).await;
    assert!(error.starts_with(&*path.to_string_lossy()), "{error}");
}

#[tokio::test]
async fn a_source_that_fails_in_the_middle_ends_the_request() {
    let torn = Film::breaking(300_000, 100_000);
    for source in [torn.source(), torn.sized()] {
        let (error, seen) = failed(source).await;
        assert!(!seen.complete, "{}", seen.head);
        let Error::UnknownOutcome(told) = &error else {
            panic!("{error:?}")
        };
        assert_eq!((told.kind(), error.done()), (Kind::Source, Done::Unknown));
        assert_eq!(
            std::error::Error::source(told).unwrap().to_string(),
            "the film is torn"
        );
    }
    // Not even what may be repeated is: the source will fail again.
    assert_eq!(torn.opened.get(), 2);
}

#[tokio::test]
async fn what_a_source_says_of_its_failure_shows_no_secret() {
    let (url, served) = listen(1, async |mut connection, _| connection.request().await).await;
    let torn = film(Film::breaking(300_000, 100_000).source());
    let error = client(&url).send(LendFilm(torn)).await.unwrap_err();
    let cause = std::error::Error::source(&error).unwrap();
    assert_eq!(cause.to_string(), "the film is [redacted]");
    assert!(!format!("{error:?}").contains("torn"), "{error:?}");
    served.await.unwrap();
}

#[tokio::test]
async fn a_source_of_another_length_than_announced_fails() {
    for (length, cause) in [
        (
            400_000,
            "the source ends 100000 bytes earlier than announced",
        ),
        (200_000, "the source gives more bytes than announced"),
    ] {
        let (error, seen) = failed(Film::of(300_000).source().of_length(length)).await;
        assert!(!seen.complete, "{} of {length}", seen.body.len());
        let Error::UnknownOutcome(told) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(told.kind(), Kind::Source);
        assert_eq!(std::error::Error::source(told).unwrap().to_string(), cause);
    }
}

#[tokio::test]
async fn bytes_beyond_those_announced_are_noticed_wherever_they_begin() {
    let cause = "the source gives more bytes than announced";
    // Whole pieces have been sent, and the next one begins where the announced bytes end.
    for length in [PIECE as u64, 3 * PIECE as u64] {
        let source = Film::of(4 * PIECE).source().of_length(length);
        let (error, seen) = failed(source).await;
        assert!(!seen.complete, "{} of {length}", seen.body.len());
        let Error::UnknownOutcome(told) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(told.kind(), Kind::Source);
        assert_eq!(std::error::Error::source(told).unwrap().to_string(), cause);
    }
    let nothing = Film::of(PIECE).source().of_length(0);
    assert_eq!(not_sent(nothing).await, cause);
}

#[tokio::test]
async fn a_file_that_says_it_is_empty_is_sent_with_what_it_holds() {
    let path = std::env::temp_dir().join(format!("bindery-empty-{}", std::process::id()));
    std::fs::write(&path, "").unwrap();
    let seen = taken(Source::file(&path)).await;
    std::fs::remove_file(&path).unwrap();
    assert_eq!(seen.header("transfer-encoding"), None);
    assert!(seen.body.is_empty());
    #[cfg(target_os = "linux")]
    {
        let text = std::fs::read("/proc/self/limits").unwrap();
        let seen = taken(Source::file("/proc/self/limits")).await;
        assert_eq!(
            seen.header("content-length"),
            Some(&*text.len().to_string())
        );
        assert!(seen.body == text);
    }
}

#[tokio::test]
async fn after_a_refusal_nothing_more_is_sent() {
    let (url, served) = listen(1, async |mut connection, _| {
        connection.head().await;
        connection.answer("404 Not Found", "\"no shelf\"").await;
        // Until the client hangs up.
        while !connection.some(PIECE).await.is_empty() {}
    })
    .await;
    let client = client(&url);
    let reel = Film::of(LARGE);
    let upload = film(reel.source());
    let error = client.send(PutFilm(upload)).await.unwrap_err();
    let refused = error.refusal();
    assert_eq!(
        refused,
        Some(&FilmError::NotFound("no shelf".to_owned())),
        "{error:?}"
    );
    served.await.unwrap();
    assert!(reel.made.get() < LARGE);
}
