//! Forms with files that are not in memory: the same bytes as if they were.

use bindery::{Error, FilePart, Source};

use crate::api::{Card, EnterFilm, NoteFilm, client};
use crate::pieces::Film;
use crate::service::{Seen, listen};

fn card(source: impl Into<Source>) -> Card {
    Card {
        film: FilePart::new(source).named("sea.mp4"),
        still: FilePart::from(b"\x89PNG"),
    }
}

async fn sent(cards: Vec<Card>) -> Vec<Seen> {
    let (url, served) = listen(cards.len(), async |mut connection, _| {
        let seen = connection.request().await;
        connection
            .answer("204 No Content\r\nconnection: close", "")
            .await;
        seen
    })
    .await;
    let client = client(&url);
    for card in cards {
        client.send(EnterFilm(card)).await.unwrap();
    }
    served.await.unwrap()
}

#[tokio::test]
async fn a_form_in_pieces_is_the_same_form() {
    let film = Film::of(200_000);
    let in_memory = card(vec![b'f'; 200_000]);
    let seen = sent(vec![in_memory, card(film.sized()), card(film.source())]).await;
    assert_eq!(
        seen[0].header("content-type"),
        seen[1].header("content-type")
    );
    assert_eq!(
        seen[0].header("content-length"),
        seen[1].header("content-length")
    );
    assert_eq!(seen[2].header("transfer-encoding"), Some("chunked"));
    assert!(seen[0].body == seen[1].body);
    assert!(seen[0].body == seen[2].body);
    let text = String::from_utf8_lossy(&seen[0].body[..300]).into_owned();
    assert!(text.contains("name=\"title\"\r\n\r\nSea\r\n"), "{text}");
    assert!(
        text.contains("filename=\"sea.mp4\"\r\nContent-Type: video/mp4\r\n\r\nffff"),
        "{text}"
    );
}

#[tokio::test]
async fn two_sources_follow_one_another() {
    let (first, second) = (Film::of(100_000), Film::of(7));
    let mut card = card(first.sized());
    card.still = FilePart::new(second.sized());
    let seen = &sent(vec![card]).await[0];
    assert!(seen.complete);
    let end = String::from_utf8_lossy(&seen.body[100_000..]).into_owned();
    assert!(end.contains("fff\r\n--bindery"), "{end}");
    assert!(end.contains("\r\n\r\nfffffff\r\n--bindery"), "{end}");
}

#[tokio::test]
async fn a_file_that_is_not_in_memory_is_no_json() {
    let client = client("http://127.0.0.1:9");
    let film = Film::of(7);
    let error = client
        .send(NoteFilm(card(film.source())))
        .await
        .unwrap_err();
    let Error::Invalid(violations) = &error else {
        panic!("{error:?}");
    };
    let cause = violations.to_string();
    assert!(cause.contains("not in memory"), "{cause}");
    assert_eq!(film.opened.get(), 0);
}
