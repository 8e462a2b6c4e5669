//! Choices of scalars as parameters: written as one word, and read as the type they were of.

use std::sync::{Arc, Mutex};

use bindery::server::{Call, Refuse};
use bindery::sign::NoAuth;
use bindery_tests::clock::Clock;
use bindery_tests::listen::listen;

mod api {
    bindery::bindings! {
        spec = "../fixtures/choices.json", operations = [find], sides = [client, server]
    }
}

use api::{Any, Client, Find, FindError, Service, serve};

#[derive(Default)]
struct Desk(Mutex<Vec<Find>>);

impl Service for Desk {
    bindery_tests::refuses_nothing!();

    async fn find(&self, _: &Call, request: Find) -> Result<(), Refuse<FindError>> {
        self.0.lock().unwrap().push(request);
        Ok(())
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
    let url = listen(answer).await.unwrap();
    let client = Client::builder(NoAuth)
        .base_url(&url)
        .timer(Clock::default());
    let client = client.build().unwrap();
    let sent = [
        Find::builder().issue(7).open(true).build(),
        Find::builder().issue("seven/7").open(Any::Any).build(),
        Find::builder().issue("7th").build(),
    ];
    for request in sent.clone() {
        client.send(request).await.unwrap();
    }
    assert_eq!(*desk.0.lock().unwrap(), sent);
}
