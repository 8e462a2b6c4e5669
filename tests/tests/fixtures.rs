//! Odd documents compile, for every choice of sides, without a warning, side by side, and where the names of the prelude
//! mean something else.

#![deny(warnings)]

use bindery::json;
use bindery::sign::ApiKey;
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use http::header::AUTHORIZATION;

macro_rules! fixture {
    ($name:ident, $path:literal) => {
        mod $name {
            pub(crate) mod client {
                bindery::bindings! { spec = $path }
            }
            pub(crate) mod server {
                bindery::bindings! { spec = $path, sides = [server] }
            }
            pub(crate) mod both {
                bindery::bindings! { spec = $path, sides = [client, server] }
            }
            pub(crate) mod shadowed {
                #[allow(unused_imports)]
                use crate::other_meanings::*;
                bindery::bindings! { spec = $path, sides = [client, server] }
            }
        }
    };
}

/// Imported with `*`, these hide the prelude's.
#[allow(dead_code)]
mod other_meanings {
    macro_rules! traits {
        ($($name:ident)*) => { $(pub(crate) trait $name {})* };
    }
    macro_rules! types {
        ($($name:ident)*) => { $(pub(crate) struct $name;)* };
    }

    traits! { AsMut AsRef Clone Copy Default Drop Eq Extend Fn FnMut FnOnce From FromIterator Into IntoIterator Iterator
    Ord PartialEq PartialOrd Send Sized Sync ToOwned ToString TryFrom TryInto Unpin Future IntoFuture }
    types! { Box Err None Ok Option Result Some String Vec }
}

fixture!(bodies, "../fixtures/bodies.json");
fixture!(defaults, "../fixtures/defaults.json");
fixture!(empty, "../fixtures/empty.json");
fixture!(links, "../fixtures/links.json");
fixture!(odd_names, "../fixtures/odd-names.json");
fixture!(parcel, "../fixtures/parcel.json");
fixture!(quiet, "../fixtures/quiet.json");
fixture!(security, "../fixtures/security.json");
fixture!(servers, "../fixtures/servers.json");
fixture!(shapes, "../fixtures/shapes.json");
fixture!(styles, "../fixtures/styles.json");

#[test]
fn secrets_of_parameters_and_members_are_not_shown() {
    use shapes::client::{Assemble, PartPin, PartRequest, PartRequestXPass, Ticket};

    let ticket = Ticket::new("t1cket").expect("a ticket");
    let pass = PartRequestXPass::new("pa55").expect("a pass");
    let shown = format!("{:?}", PartRequest::new("7", pass).ticket(ticket.clone()));
    assert!(
        !shown.contains("t1cket") && !shown.contains("pa55"),
        "{shown}"
    );

    let pin = PartPin::new("p1n").expect("a pin");
    let builder = Assemble::builder().part("7").name("bolt").note("worn");
    let request = builder.steps(Vec::new()).ticket(ticket).pin(pin).build();
    let shown = format!("{request:?}");
    assert!(
        !shown.contains("t1cket") && !shown.contains("p1n"),
        "{shown}"
    );
}

#[test]
fn words_beside_a_reference_count() {
    use shapes::both::{Nulls, NullsRequestFarPoint, Point};

    let nulls = br#"{"must":1,"must_text":"m","may_point":null,"far_point":{"z":3,"x":1.5,"y":2}}"#;
    let nulls: Nulls = json::decode(nulls).expect("null for a point");
    assert_eq!(nulls.may_point, None::<Point>);
    let far = NullsRequestFarPoint::builder().z(3).x(1.5).y(2.0);
    assert_eq!(nulls.far_point, Some(far.build()));
}

#[test]
fn unions_beside_their_tag_go_there_and_back() {
    use shapes::both::{Circle, Figure};

    let circle = Figure::from(Circle::new(1.5));
    let text = json::encode(&circle);
    assert_eq!(text, br#"{"shape":"circle","radius":1.5}"#);
    assert_eq!(json::decode::<Figure>(&text).expect("a figure"), circle);
    let odd: Figure = json::decode(br#"{"shape":"blob","r":1}"#).expect("a figure");
    assert!(matches!(odd, Figure::Unknown(_)));
}

#[tokio::test]
async fn every_item_keeps_the_rules_of_items() {
    use shapes::client::{Assemble, Base, Client, NullsRequest, Word};

    let client = Client::builder(ApiKey::header(AUTHORIZATION, "k3y"))
        .base_url("http://127.0.0.1:9")
        .transport(Script::default())
        .timer(Clock::default())
        .build()
        .expect("a client");
    let words = ["1234567", "", "123456"].map(|word| (!word.is_empty()).then(|| word.to_owned()));
    let nulls = NullsRequest::builder().must(None).must_text(None);
    let error = client
        .send(nulls.list(words).build())
        .await
        .expect_err("sent");
    let told = error.to_string();
    assert!(
        told.ends_with(": /list/0: 7 characters where at most 6 are allowed"),
        "{told}"
    );

    let nulls = NullsRequest::builder().must(None).must_text(None);
    let word = Word::new("four").expect("a word");
    let error = client.send(nulls.short_word(word).build()).await;
    let told = error.expect_err("sent").to_string();
    assert!(
        told.ends_with(": /short_word: 4 characters where at most 3 are allowed"),
        "{told}"
    );

    let weights = std::collections::BTreeMap::from([("a/b".to_owned(), vec![0.0, -0.5])]);
    let part = Assemble::builder().part("7").name("part").note("");
    let part = part.steps([Base::new("one")]).weights(weights).build();
    let error = client.send(part).await.expect_err("sent");
    let told = error.to_string();
    assert!(
        told.ends_with(": /weights/a~1b/1: below the minimum of 0"),
        "{told}"
    );
}

#[tokio::test]
async fn a_request_without_a_body_says_so_where_one_would_mean_something() {
    use bindery::sign::NoAuth;
    use quiet::client::{Client, Damp, RingBell, Silence};

    let script = Script::default();
    script.says("").says("");
    let client = Client::builder(NoAuth)
        .transport(script.clone())
        .timer(Clock::default())
        .build()
        .expect("a client");
    client.send(Silence::new()).await.expect("silence");
    client
        .send(Damp::new(RingBell::Low, 1))
        .await
        .expect("silence");
    let lengths = script.seen().into_iter();
    let lengths: Vec<_> = lengths
        .map(|request| request.headers().get("content-length").cloned())
        .collect();
    assert_eq!(lengths, [Some(http::HeaderValue::from_static("0")), None]);
}
