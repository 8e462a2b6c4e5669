//! Parameters of every form: what the client writes the service reads, and structs of the caller's own write the same.

use std::sync::{Arc, Mutex};

use bindery::server::{Call, Refuse};
use bindery::sign::ApiKey;
use bindery_tests::clock::Clock;
use bindery_tests::listen::listen;
use bindery_tests::script::Script;
use http::HeaderName;

mod shapes {
    bindery::bindings! {
        spec = "../fixtures/shapes.json", operations = [styles], sides = [client, server]
    }
}

use shapes::{Client, Service, Styles, StylesError, StylesSizeItem, Word, serve};

#[derive(Default)]
struct Desk(Mutex<Vec<Styles>>);

impl Service for Desk {
    bindery_tests::refuses_nothing!();

    async fn styles(&self, _: &Call, request: Styles) -> Result<(), Refuse<StylesError>> {
        self.0.lock().unwrap().push(request);
        Ok(())
    }
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/shapes.json", operation = styles, bindings = shapes)]
struct Own<'a> {
    ids: [u16; 2],
    tag: Option<Vec<&'a str>>,
    size: Vec<StylesSizeItem>,
    near: Option<[f32; 2]>,
    x_way: Option<Vec<&'a str>>,
    session: &'a str,
    theme: Option<bool>,
    filter: Option<String>,
}

fn word(text: &str) -> Word {
    Word::new(text).unwrap()
}

fn generated() -> Styles {
    Styles::builder()
        .ids([7, 12])
        .tag(["a,b".to_owned(), "c&d é".to_owned()])
        .size([StylesSizeItem::Small, StylesSizeItem::Large])
        .near([0.5, -2.0])
        .x_way([word("one"), word("two")])
        .session(word("s=1; x"))
        .theme(true)
        .filter("as it is")
        .build()
}

fn own() -> Own<'static> {
    Own {
        ids: [7, 12],
        tag: Some(vec!["a,b", "c&d é"]),
        size: vec![StylesSizeItem::Small, StylesSizeItem::Large],
        near: Some([0.5, -2.0]),
        x_way: Some(vec!["one", "two"]),
        session: "s=1; x",
        theme: Some(true),
        filter: Some("as it is".to_owned()),
    }
}

fn client(url: &str) -> bindery::ClientBuilder<shapes::Shapes> {
    let key = ApiKey::header(HeaderName::from_static("x-key"), "k3y");
    Client::builder(key).base_url(url).timer(Clock::default())
}

#[tokio::test]
async fn what_the_client_writes_the_service_reads() {
    let desk = Arc::new(Desk::default());
    let shared = Arc::clone(&desk);
    let answer = move |request| {
        let desk = Arc::clone(&shared);
        async move { Some(serve(&*desk, request).await) }
    };
    let client = client(&listen(answer).await.unwrap()).build().unwrap();
    client.send(generated()).await.unwrap();
    client.send(own()).await.unwrap();
    let mut least = generated();
    (least.tag, least.near, least.x_way) = (None, None, None);
    (least.theme, least.filter) = (None, None);
    client.send(least.clone()).await.unwrap();
    let seen = std::mem::take(&mut *desk.0.lock().unwrap());
    assert_eq!(seen, [generated(), generated(), least]);
}

#[tokio::test]
async fn lists_are_written_in_their_style() {
    let script = Script::default();
    let client = client("http://127.0.0.1:9").transport(script.clone());
    let client = client.build().unwrap();
    let _ = client.send(generated()).await;
    let seen = script.seen();
    assert_eq!(
        seen[0].uri().to_string(),
        "http://127.0.0.1:9/styles/7,12?tag=a%2Cb&tag=c%26d%20%C3%A9&size=small,large&near=0.5%7C-2&filter=as%20it%20is"
    );
    assert_eq!(seen[0].headers()["x-way"], "one,two");
    assert_eq!(
        seen[0].headers()["cookie"],
        "session=s%3D1%3B%20x; theme=true"
    );
}

#[tokio::test]
async fn the_rules_of_lists_hold_in_parameters() {
    let script = Script::default();
    let client = client("http://127.0.0.1:9").transport(script.clone());
    let client = client.build().unwrap();
    let mut own = own();
    own.tag = Some(vec!["a"; 4]);
    own.session = "";
    let error = client.send(own).await.unwrap_err().to_string();
    assert!(
        error.contains("/query/tag: 4 items where at most 3 are allowed"),
        "{error}"
    );
    assert!(
        error.contains("/cookie/session: `Word` must not be empty"),
        "{error}"
    );
    assert!(script.seen().is_empty());
}
