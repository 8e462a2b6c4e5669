//! NaN and infinities, which JSON does not have: refused before they are sent, wherever they stand.

use std::collections::BTreeMap;

use bindery::server::{Call, Fault, Refuse, Reply, Request};
use bindery::sign::NoAuth;
use bindery::{Error, FilePart, Rule, Violations, bindings};

use crate::wire::Wire;

mod plain {
    bindery::bindings! { spec = "../../fixtures/reports/nan.json", sides = [client, server] }
}

bindings! {
    spec = "../../fixtures/reports/nan-everywhere.json",
    sides = [client, server],
}

fn client() -> (Wire, Client) {
    let wire = Wire::answers("204 No Content", "");
    let builder = Client::builder(NoAuth).base_url(wire.url());
    let client = builder.build().unwrap();
    (wire, client)
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

fn place(body: PlaceBody) -> Place {
    Place::builder().at(1.5).body(body).build()
}

#[tokio::test]
async fn a_number_of_the_body_is_refused_with_its_pointer() {
    let wire = Wire::answers("200 OK", r#"{"d":1}"#);
    let builder = plain::Client::builder(NoAuth).base_url(wire.url());
    let client = builder.build().unwrap();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let any = bindery::json::Json::of("x");
        let request = plain::Num::builder().d(number).i(1).any(any).build();
        assert_eq!(refused(&client.send(request).await.unwrap_err()), ["/d"]);
        let any = bindery::json::Json::of(&[[1.0, number]]);
        let request = plain::Num::builder().d(1.0).i(1).any(any).build();
        assert_eq!(refused(&client.send(request).await.unwrap_err()), ["/any"]);
    }
    assert!(wire.seen().is_empty());
    let any = bindery::json::Json::of(&[f64::MAX]);
    let request = plain::Num::builder().d(0.5).i(1).any(any).build();
    client.send(request).await.unwrap();
    assert_eq!(
        wire.body(),
        r#"{"d":0.5,"i":1,"any":[1.7976931348623157e+308]}"#
    );
}

#[tokio::test]
async fn so_it_is_in_lists_maps_and_choices() {
    let (wire, client) = client();
    let number = f64::NAN;
    let mut body = PlaceBody::new()
        .lists([vec![1.0], vec![2.0, number, number]])
        .map(BTreeMap::from([
            ("a\"/[{:,".to_owned(), number),
            ("b".to_owned(), 1.0),
        ]))
        .inner(PlaceBodyInner::new().x(number))
        .choice(NumberOrNumberList::from(vec![0.0, number]))
        .additional_properties(BTreeMap::from([("more".to_owned(), number)]));
    let error = client.send(place(body.clone())).await.unwrap_err();
    let pointers = [
        "/lists/1/1",
        "/lists/1/2",
        "/map/a\"~1[{:,",
        "/inner/x",
        "/choice/1",
        "/more",
    ];
    assert_eq!(refused(&error), pointers);
    body = PlaceBody::new();
    body.choice = Some(NumberOrNumberList::Number(number));
    let error = client.send(place(body)).await.unwrap_err();
    assert_eq!(refused(&error), ["/choice"]);
    assert!(error.to_string().contains("NaN"), "{error}");
    assert!(wire.seen().is_empty());
}

#[tokio::test]
async fn so_it_is_in_parameters() {
    let (wire, client) = client();
    let number = f64::INFINITY;
    let request = Place::builder()
        .at(number)
        .f(f32::NAN)
        .either(NumberOrString::Number(number))
        .box_(PlaceBox::new().w([0.5, number]))
        .x_list([number, 1.0])
        .x_one(number)
        .c(number)
        .body(PlaceBody::new())
        .build();
    let error = client.send(request).await.unwrap_err();
    let mut pointers = refused(&error);
    pointers.sort();
    let expected = [
        "/cookie/c",
        "/header/X-List/0",
        "/header/X-One",
        "/path/at",
        "/query/box/w/1",
        "/query/either",
        "/query/f",
    ];
    assert_eq!(pointers, expected);
    assert!(wire.seen().is_empty());
    // The same letters are a text like any other.
    let request = Place::builder()
        .at(1.0)
        .either("NaN")
        .body(PlaceBody::new())
        .build();
    client.send(request).await.ok();
    assert!(wire.request().contains("either=NaN"));
}

#[tokio::test]
async fn so_it_is_in_forms_and_parts() {
    let (wire, client) = client();
    let form = Form::new(f64::NAN).l([1.0, f64::NAN]);
    let error = client.send(form).await.unwrap_err();
    assert_eq!(refused(&error), ["/n", "/l/1"]);
    let parts = Parts::new(f64::NAN)
        .file(FilePart::text("x"))
        .o(PartsO::new().x(f64::NAN));
    let error = client.send(parts).await.unwrap_err();
    assert_eq!(refused(&error), ["/n", "/o/x"]);
    assert!(wire.seen().is_empty());
}

/// A type of the caller's own.
#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/reports/nan-everywhere.json", operation = form, bindings = crate::nan)]
struct Own {
    n: f32,
    l: [f64; 2],
}

#[tokio::test]
async fn so_it_is_in_types_of_the_callers_own() {
    let (wire, client) = client();
    let own = Own {
        n: f32::NAN,
        l: [f64::NAN, 1.0],
    };
    assert_eq!(
        refused(&client.send(own).await.unwrap_err()),
        ["/n", "/l/0"]
    );
    assert!(wire.seen().is_empty());
}

/// Answers with this number.
struct Answers(f64);

impl Service for Answers {
    fn reject(&self, _: Option<&Call>, fault: &Fault) -> Reply {
        panic!("{fault:?}")
    }

    fn invalid(&self, _: &Call, _: &Violations) -> Option<Reply> {
        None
    }

    async fn place(&self, _: &Call, _: Place) -> Result<PlaceReply, Refuse<PlaceError>> {
        let reply = PlaceCreated::new().d([1.0, self.0]);
        Ok(PlaceReply::Created(reply))
    }

    async fn form(&self, _: &Call, _: Form) -> Result<(), Refuse<FormError>> {
        Ok(())
    }

    async fn parts(&self, _: &Call, _: Parts) -> Result<(), Refuse<PartsError>> {
        Ok(())
    }
}

async fn answer(number: f64) -> Reply {
    let request = Request {
        method: "PUT".parse().unwrap(),
        path: "/n/1".to_owned(),
        query: String::new(),
        headers: http::HeaderMap::new(),
        body: b"{}".to_vec(),
    };
    serve(&Answers(number), request).await
}

#[tokio::test]
async fn an_answer_that_is_no_json_is_the_servers_failure() {
    let reply = answer(0.5).await;
    assert_eq!(
        (reply.status, &*reply.body),
        (201, &b"{\"d\":[1.0,0.5]}"[..])
    );
    let reply = answer(f64::NAN).await;
    assert_eq!(reply.status, 500);
    assert_eq!(reply.content_type.as_deref(), Some("text/plain"));
    let text = String::from_utf8(reply.body).unwrap();
    assert!(text.contains("/d/1: NaN"), "{text}");
}
