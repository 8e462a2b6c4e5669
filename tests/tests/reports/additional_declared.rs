//! Additional members with the name of a declared one: refused before the member is written twice.

use std::collections::BTreeMap;

use bindery::server::{Call, Fault, Refuse, Reply, Request};
use bindery::sign::NoAuth;
use bindery::{Error, Rule, Violations};

use crate::wire::Wire;

mod plain {
    bindery::bindings! { spec = "../../fixtures/reports/additional-declared.json" }
}

bindery::bindings! {
    spec = "../../fixtures/reports/additional-everywhere.json",
    sides = [client, server],
}

fn named<T>(name: &str, value: T) -> BTreeMap<String, T> {
    BTreeMap::from([(name.to_owned(), value)])
}

#[track_caller]
fn refused<E: std::fmt::Debug>(error: &Error<E>) -> Vec<String> {
    let Error::Invalid(violations) = error else {
        panic!("{error:?}");
    };
    assert!(violations.iter().all(|it| it.rule == Rule::Json));
    let pointers = violations.iter().map(|it| it.pointer.clone());
    pointers.collect()
}

#[tokio::test]
async fn a_declared_name_is_refused_before_sending() {
    let wire = Wire::answers("200 OK", r#"{"id":1,"Id":null,"other":"x"}"#);
    let builder = plain::Client::builder(NoAuth).base_url(wire.url());
    let client = builder.build().unwrap();
    let send = |name: &str| {
        let more = named(name, "x".to_owned());
        let body = plain::AddlBody::new(7).additional_properties(more);
        client.send(plain::Addl::builder().body(body).build())
    };
    let error = send("id").await.unwrap_err();
    assert_eq!(refused(&error), ["/id"]);
    assert!(error.to_string().contains("declared"), "{error}");
    assert!(wire.seen().is_empty());
    let reply = send("Id").await.unwrap();
    assert_eq!(wire.body(), r#"{"id":7,"Id":"x"}"#);
    let rest = reply.additional_properties.unwrap();
    assert_eq!(rest.into_keys().collect::<Vec<_>>(), ["Id", "other"]);
}

#[tokio::test]
async fn so_it_is_for_patterns_constants_and_tags() {
    let wire = Wire::answers("200 OK", r#"{"type":"cat"}"#);
    let builder = Client::builder(NoAuth).base_url(wire.url());
    let client = builder.build().unwrap();
    // Whether or not the declared member is set.
    let pattern = SendPattern::new().additional_properties(named("x-id", 1));
    let tagged = Cat::new().additional_properties(named("type", "dog".to_owned()));
    let fixed = SendFixed::new().additional_properties(named("kind", bindery::json::Json::of("b")));
    let both = SendBothObject::new(1).additional_properties(named("a", 2));
    let request = Send::new()
        .pattern(pattern)
        .pets([Pet::Dog(Dog::new()), Pet::Cat(tagged)])
        .fixed(fixed)
        .both(both);
    let error = client.send(request).await.unwrap_err();
    let pointers = ["/pattern/x-id", "/pets/1/type", "/fixed/kind", "/both/a"];
    assert_eq!(refused(&error), pointers);
    assert!(wire.seen().is_empty());
    let pattern = SendPattern::new().additional_properties(named("x-other", 1));
    client.send(Send::new().pattern(pattern)).await.unwrap();
    assert_eq!(wire.body(), r#"{"pattern":{"x-other":1}}"#);
}

struct Answers(&'static str);

impl Service for Answers {
    fn reject(&self, _: Option<&Call>, fault: &Fault) -> Reply {
        panic!("{fault:?}")
    }

    fn invalid(&self, _: &Call, _: &Violations) -> Option<Reply> {
        None
    }

    async fn send(&self, _: &Call, _: Send) -> Result<Pet, Refuse<SendError>> {
        let more = named(self.0, "x".to_owned());
        Ok(Pet::Cat(Cat::new().additional_properties(more)))
    }
}

#[tokio::test]
async fn an_answer_with_such_a_member_is_the_servers_failure() {
    for (name, status) in [("lives", 500), ("type", 500), ("colour", 200)] {
        let request = Request {
            method: "POST".parse().unwrap(),
            path: "/a".to_owned(),
            query: String::new(),
            headers: http::HeaderMap::new(),
            body: b"{}".to_vec(),
        };
        let reply = serve(&Answers(name), request).await;
        assert_eq!(reply.status, status, "{name}");
        if status == 200 {
            assert_eq!(reply.body, br#"{"type":"cat","colour":"x"}"#);
        }
    }
}
