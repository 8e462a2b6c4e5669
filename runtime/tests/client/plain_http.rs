//! Credentials go to other machines under TLS alone, unless the document or the caller says so.

use bindery::sign::{Basic, Bearer, NoAuth, Schemes};
use bindery::{Api, BuildError, Client, ClientBuilder};

use crate::service::Service;

struct Depots;

impl Api for Depots {
    type Credentials = Bearer;
    const NAME: &'static str = "Depots";
    const SERVERS: &'static [&'static str] =
        &["https://depots.test/v1", "http://old.depots.test/v1"];
    const OPERATION_SERVERS: &'static [&'static str] = &[
        "https://files.depots.test",
        "http://logs.depots.test:8080/in",
        "/here",
    ];
    const SERVER_PATHS: &'static [&'static str] = &["/v1"];
    const SERVER_TEMPLATES: &'static [&'static str] = &[
        "http://{region}.depots.test/{version}",
        "{scheme}://by.{name}.test",
    ];
}

/// Whom a client refuses to call in clear.
fn refused(builder: ClientBuilder<Depots>) -> Option<String> {
    let service = Service::leaping();
    let built = builder
        .transport(service.clone())
        .timer(service.clock)
        .build();
    match built {
        Ok(_) => None,
        Err(BuildError::PlainHttp { host }) => Some(host),
        Err(other) => panic!("{other:?}"),
    }
}

fn at(url: &str) -> ClientBuilder<Depots> {
    Client::builder(Bearer::new("t0k3n")).base_url(url)
}

#[test]
fn it_is_refused_to_other_machines() {
    for (url, host) in [
        ("http://depots.test/v1", "depots.test"),
        ("HTTP://depots.test:8080", "depots.test"),
        ("http://localhost.test", "localhost.test"),
        ("http://notlocalhost", "notlocalhost"),
        ("http://10.0.0.1", "10.0.0.1"),
        ("http://0.0.0.0", "0.0.0.0"),
        ("http://128.0.0.1:80", "128.0.0.1"),
        ("http://[2001:db8::1]:80", "[2001:db8::1]"),
        ("http://old.depots.test:8080", "old.depots.test"),
        (
            "http://old.depots.test.evil.test",
            "old.depots.test.evil.test",
        ),
        ("http://depots/v1", "depots"),
        (
            "http://eu.depots.test.evil.test/v2",
            "eu.depots.test.evil.test",
        ),
        ("http://by.ann.test:81", "by.ann.test"),
    ] {
        assert_eq!(refused(at(url)).as_deref(), Some(host), "{url}");
        assert_eq!(refused(at(url).allow_plain_http()), None, "{url}");
    }
}

#[test]
fn this_machine_and_documented_servers_are_called_in_clear() {
    for url in [
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://localhost.:80",
        "http://api.localhost/v1",
        "http://127.0.0.1:1",
        "http://127.255.0.3",
        "http://[::1]:8080/v1",
        "http://[::ffff:127.0.0.1]",
        "http://old.depots.test/v1",
        "http://OLD.depots.test/v2/",
        "http://logs.depots.test:8080",
        "http://eu-1.depots.test/v2",
        "http://by.ann.test",
        "https://10.0.0.1",
    ] {
        assert_eq!(refused(at(url)), None, "{url}");
    }
}

#[test]
fn a_server_of_an_operation_is_held_to_the_same() {
    let own =
        |url: &str| at("https://depots.test/v1").base_url_of("https://files.depots.test", url);
    assert_eq!(
        refused(own("http://files.test")).as_deref(),
        Some("files.test")
    );
    assert_eq!(refused(own("http://127.0.0.1:9")), None);
    assert_eq!(refused(own("http://files.test").allow_plain_http()), None);
}

#[test]
fn who_has_no_credentials_goes_anywhere() {
    let none: [ClientBuilder<Depots>; 2] = [
        Client::signed_by(NoAuth),
        Client::signed_by(Schemes::default().with("none", NoAuth)),
    ];
    for builder in none {
        assert_eq!(refused(builder.base_url("http://depots.test")), None);
    }
    let basic = Schemes::default().with("basic", Basic::new("ann", "pa55word"));
    let builder = Client::signed_by(basic).base_url("http://depots.test");
    assert_eq!(refused(builder).as_deref(), Some("depots.test"));
}

#[test]
fn the_message_names_the_call() {
    let service = Service::leaping();
    let built = at("http://depots.test/v1")
        .transport(service.clone())
        .timer(service.clock)
        .build();
    assert_eq!(
        built.unwrap_err().to_string(),
        "the credentials would go to `depots.test` in clear; start its base URL with `https://`, or call \
         `allow_plain_http` where nobody else is on the way"
    );
}
