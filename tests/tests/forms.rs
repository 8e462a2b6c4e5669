//! Bodies as HTML forms send them: what the client writes the service reads, and structs of the caller's own write the same.

use std::sync::{Arc, Mutex};

use bindery::Transport;
use bindery::server::{Call, Refuse};
use bindery::sign::ApiKey;
use bindery_tests::clock::Clock;
use bindery_tests::listen::listen;
use bindery_tests::script::Script;
use http::HeaderName;

mod shapes {
    bindery::bindings! {
        spec = "../fixtures/shapes.json", operations = [enter, enter_again], sides = [client, server]
    }
}

use shapes::{
    Client, Enter, EnterAgain, EnterAgainError, EnterCode, EnterError, Entry, Point, Service, Word,
    serve,
};

#[derive(Default)]
struct Desk(Mutex<Vec<Enter>>, Mutex<Vec<EnterAgain>>);

impl Service for Desk {
    bindery_tests::refuses_nothing!();

    async fn enter(&self, _: &Call, request: Enter) -> Result<(), Refuse<EnterError>> {
        self.0.lock().unwrap().push(request);
        Ok(())
    }

    async fn enter_again(
        &self,
        _: &Call,
        request: EnterAgain,
    ) -> Result<(), Refuse<EnterAgainError>> {
        self.1.lock().unwrap().push(request);
        Ok(())
    }
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/shapes.json", operation = enter, bindings = shapes)]
struct Own<'a> {
    draft: bool,
    name: &'a str,
    age: Option<u8>,
    tags: Vec<&'a str>,
    points: [i32; 2],
    at: Option<Point>,
    code: Option<String>,
}

const ODD: &str = "a+b&c=d é/\u{1F4E6}";

fn word(text: &str) -> Word {
    Word::new(text).unwrap()
}

fn generated() -> Enter {
    Enter::builder()
        .name(ODD)
        .points([1, -2])
        .draft(true)
        .age(7)
        .tags([word("one"), word("1")])
        .at(Point::new(0.5, 2.0))
        .code(EnterCode::new("s3cr3t").unwrap())
        .build()
}

fn own() -> Own<'static> {
    Own {
        draft: true,
        name: ODD,
        age: Some(7),
        tags: vec!["one", "1"],
        points: [1, -2],
        at: Some(Point::new(0.5, 2.0)),
        code: Some("s3cr3t".to_owned()),
    }
}

fn client(url: &str, transport: Option<impl Transport + 'static>) -> Client {
    let key = ApiKey::header(HeaderName::from_static("x-key"), "k3y");
    let builder = Client::builder(key).base_url(url).timer(Clock::default());
    match transport {
        Some(transport) => builder.transport(transport).build().unwrap(),
        None => builder.build().unwrap(),
    }
}

#[tokio::test]
async fn what_the_client_writes_the_service_reads() {
    let desk = Arc::new(Desk::default());
    let shared = Arc::clone(&desk);
    let answer = move |request| {
        let desk = Arc::clone(&shared);
        async move { Some(serve(&*desk, request).await) }
    };
    let client = client(&listen(answer).await.unwrap(), None::<Script>);
    client.send(generated()).await.unwrap();
    client.send(own()).await.unwrap();
    let seen = std::mem::take(&mut *desk.0.lock().unwrap());
    assert_eq!(seen, [generated(), generated()]);

    let entry = Entry::builder().name("").points([]).build();
    let mut again = EnterAgain::new();
    client.send(again.clone()).await.unwrap();
    again.body = Some(Entry {
        age: Some(9),
        ..entry
    });
}

#[tokio::test]
async fn members_are_pairs() {
    let script = Script::default();
    let client = client("http://127.0.0.1:9", Some(script.clone()));
    let _ = client.send(generated()).await;
    let seen = script.seen();
    assert_eq!(
        seen[0].headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        std::str::from_utf8(seen[0].body()).unwrap(),
        "name=a%2Bb%26c%3Dd%20%C3%A9%2F%F0%9F%93%A6&age=7&tags=one&tags=1&points=1&points=-2\
         &at=%7B%22x%22%3A0.5%2C%22y%22%3A2.0%7D&code=s3cr3t"
    );
}

#[tokio::test]
async fn secrets_and_rules_are_those_of_any_body() {
    let script = Script::default();
    script.answers(502, "code=s3cr3t");
    let client = client("http://127.0.0.1:9", Some(script.clone()));
    let error = client.send(generated()).await.unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(!told.contains("s3cr3t"), "{told}");
    let mut own = own();
    own.name = "a name of more than twenty letters";
    let error = client.send(own).await.unwrap_err().to_string();
    assert!(
        error.contains("/name: 34 characters where at most 20 are allowed"),
        "{error}"
    );
    assert_eq!(script.seen().len(), 1);
}
