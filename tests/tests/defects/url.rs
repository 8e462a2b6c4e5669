//! What goes into the URL, and what must not.

use std::time::Duration;

use bindery::sign::UserSigKey;
use bindery::{BaseUrlError, BuildError, server::parse_query};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use bytes::Bytes;
use tencent_im::{Client, Region};

use crate::{APP, KEY, client, client_as, credentials, two_messages};

fn query(request: &http::Request<Bytes>) -> &str {
    request.uri().query().unwrap()
}

/// The value of the only parameter of that name.
fn parameter(request: &http::Request<Bytes>, name: &str) -> String {
    let pairs = parse_query(query(request)).unwrap();
    let mut found = pairs
        .into_iter()
        .filter(|(found, _)| found == name)
        .map(|(_, value)| value);
    let value = found.next().unwrap();
    assert_eq!(found.next(), None);
    value
}

#[test]
fn a_second_scheme_is_refused() {
    let twice = format!("https://{}", Region::China.url());
    let error = Client::builder(credentials("administrator"))
        .base_url(twice)
        .build()
        .unwrap_err();
    assert!(
        matches!(error, BuildError::BaseUrl(BaseUrlError::TwoSchemes)),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_region_is_a_host_and_nothing_more() {
    let script = Script::default();
    let builder = Client::builder(credentials("administrator")).base_url(Region::Singapore);
    let client = builder.transport(script.clone()).build().unwrap();
    let _ = client.send(two_messages()).await;
    let url = script.seen()[0].uri().to_string();
    let start = "https://adminapisgp.im.qcloud.com/v4/group_open_http_svc/import_group_msg?";
    assert!(url.starts_with(start), "{url}");
}

#[tokio::test]
async fn every_parameter_is_there_once() {
    let script = Script::default();
    let _ = client(&script).send(two_messages()).await;
    let mut names: Vec<_> = parse_query(query(&script.seen()[0])).unwrap();
    names.sort_unstable();
    let names: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["contenttype", "identifier", "random", "sdkappid", "usersig"]
    );
    assert_eq!(parameter(&script.seen()[0], "contenttype"), "json");
    assert_eq!(parameter(&script.seen()[0], "sdkappid"), "1400000000");
}

#[tokio::test]
async fn an_odd_identifier_arrives_whole() {
    for identifier in ["a&b", "a b", "a#b", "a+b", "a%20b", "a=b?c/d", "管理员-é"] {
        let script = Script::default();
        let client = client_as(credentials(identifier), &script, &Clock::default());
        let _ = client.send(two_messages()).await;
        let request = &script.seen()[0];
        assert_eq!(parameter(request, "identifier"), identifier);
        // Form decoders take a bare plus for a space.
        assert!(!query(request).contains('+'), "{}", query(request));
    }
}

#[tokio::test]
async fn the_signature_keeps_its_alphabet() {
    let clock = Clock::default();
    let key = UserSigKey::new(APP, KEY);
    let mut letters = String::new();
    let credentials = credentials("administrator").lifetime(Duration::from_secs(60));
    let script = Script::default();
    let client = client_as(credentials, &script, &clock);
    for second in (Clock::START..).step_by(60).take(20) {
        let _ = client.send(two_messages()).await;
        let sig = parameter(script.seen().last().unwrap(), "usersig");
        assert_eq!(
            key.verify(&sig, "administrator", second).unwrap().issued,
            second
        );
        letters += &sig;
        clock.advance(Duration::from_secs(60));
    }
    assert!(letters.contains('*') && letters.contains('-') && letters.contains('_'));
    let foreign = |c: char| !c.is_ascii_alphanumeric() && !"*-_".contains(c);
    assert_eq!(letters.find(foreign), None);
}
