//! Bodies that are no JSON: bytes go out as the caller gives them and come back as they are.

use std::sync::Arc;

use bindery::server::{Call, Refuse};
use bindery::sign::ApiKey;
use bindery::{Error, RawBody, Source, TokioTimer, Upload};
use bindery_tests::clock::Clock;
use bindery_tests::listen::listen;
use bindery_tests::script::Script;
use http::HeaderName;

mod shapes {
    bindery::bindings! { spec = "../fixtures/shapes.json", operations = [hang], sides = [client, server] }
}

use shapes::{Client, Hang, HangError, Service, serve};

struct Wall;

impl Service for Wall {
    bindery_tests::refuses_nothing!();

    async fn hang(&self, call: &Call, request: Hang) -> Result<RawBody, Refuse<HangError>> {
        assert_eq!(call.header("accept"), Some("image/png"));
        let bytes = request.body.bytes().unwrap();
        let framed = [b"[", &bytes[..], b"]"].concat();
        Ok(RawBody::new(request.body.content_type().to_owned(), framed))
    }
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/shapes.json", operation = hang, bindings = shapes)]
struct Own {
    name: String,
    body: RawBody,
}

fn client(url: &str) -> bindery::ClientBuilder<shapes::Shapes> {
    let key = ApiKey::header(HeaderName::from_static("x-key"), "k3y");
    Client::builder(key).base_url(url).timer(Clock::default())
}

const GIF: &[u8] = b"GIF89a\x00\xff";

#[tokio::test]
async fn bytes_arrive_as_they_are() {
    let wall = Arc::new(Wall);
    let answer = move |request| {
        let wall = Arc::clone(&wall);
        async move { Some(serve(&*wall, request).await) }
    };
    let client = client(&listen(answer).await.unwrap()).build().unwrap();
    let request = Hang::builder()
        .name("sea")
        .body(RawBody::new("image/gif", GIF))
        .build();
    let own = Own {
        name: "sea".to_owned(),
        body: RawBody::new("image/gif", GIF),
    };
    for framed in [
        client.send(request).await.unwrap(),
        client.send(own).await.unwrap(),
    ] {
        assert_eq!(framed.bytes()[..], [b"[", GIF, b"]"].concat());
        assert_eq!(framed.content_type(), "image/png");
        assert_eq!(
            format!("{framed:?}"),
            "RawBody { content_type: \"image/png\", bytes: 10 }"
        );
    }
}

#[tokio::test]
async fn a_file_goes_out_from_disk_and_its_answer_is_read_in_pieces() {
    let wall = Arc::new(Wall);
    let answer = move |request| {
        let wall = Arc::clone(&wall);
        async move { Some(serve(&*wall, request).await) }
    };
    // A clock that waits: bodies in pieces are watched by it.
    let client = client(&listen(answer).await.unwrap()).timer(TokioTimer::new());
    let client = client.build().unwrap();
    let path = std::env::temp_dir().join(format!("bindery-picture-{}", std::process::id()));
    std::fs::write(&path, GIF).unwrap();
    let request = Hang::builder()
        .name("sea")
        .body(Upload::new("image/gif", Source::file(&path)))
        .build();
    let mut framed = client.open(request.clone()).await.unwrap();
    assert_eq!(framed.content_type(), Some("image/gif"));
    let mut bytes = Vec::new();
    while let Some(piece) = framed.chunk().await.unwrap() {
        bytes.extend(piece);
    }
    assert_eq!(bytes, [b"[", GIF, b"]"].concat());
    assert_eq!(client.send(request).await.unwrap().bytes()[..], bytes);
    std::fs::remove_file(&path).unwrap();
}

#[tokio::test]
async fn nothing_at_all_is_a_body_too_and_a_refusal_keeps_its_text() {
    let script = Script::default();
    script.says("").answers(404, "no wall");
    let client = client("http://127.0.0.1:9")
        .transport(script.clone())
        .build()
        .unwrap();
    let request = Hang::builder()
        .name("sea")
        .body(RawBody::new("image/png", ""))
        .build();
    let framed = client.send(request.clone()).await.unwrap();
    assert!(framed.bytes().is_empty());
    assert_eq!(script.seen()[0].headers()["content-type"], "image/png");
    let Err(Error::Status(error)) = client.send(request).await else {
        panic!("accepted")
    };
    assert_eq!((error.status, &*error.body), (404, "no wall"));
}
