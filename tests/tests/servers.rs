//! Where calls go: documented URLs, variables in them, and URLs without a host.

use bindery::sign::NoAuth;
use bindery::{BuildError, ClientBuilder};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod places {
    bindery::bindings! { spec = "../fixtures/servers.json" }
}

mod nowhere {
    bindery::bindings! { spec = "../fixtures/security.json", operations = [open] }
}

use places::{
    ByRegionServer, ByRegionServerPort, ByRegionServerRegion, Client, OwnHostServer,
    OwnTenantServer, Ping, Places, Server,
};

async fn called(client: ClientBuilder<Places>) -> String {
    let script = Script::default();
    let client = client.timer(Clock::default()).transport(script.clone());
    let _ = client.build().unwrap().send(Ping::new()).await;
    script.seen()[0].uri().to_string()
}

#[tokio::test]
async fn the_first_server_with_its_defaults_is_the_default() {
    assert_eq!(
        called(Client::builder(NoAuth)).await,
        "https://eu.example.com:443/v1/ping"
    );
    let fixed = Client::builder(NoAuth).base_url(Server::Fixed);
    assert_eq!(called(fixed).await, "https://fixed.example.com/ping");
    assert_eq!(ByRegionServer::new().url(), Server::ByRegion.url());
}

#[tokio::test]
async fn variables_are_filled_in() {
    let server = ByRegionServer::new()
        .region(ByRegionServerRegion::UsEast1)
        .port(ByRegionServerPort::N8443)
        .base_path("{port}/v3");
    assert_eq!(server.url(), "https://us-east-1.example.com:8443/{port}/v3");
    let client = Client::builder(NoAuth).base_url(server.base_path("v3").url());
    assert_eq!(
        called(client).await,
        "https://us-east-1.example.com:8443/v3/ping"
    );
}

#[tokio::test]
async fn a_url_without_a_host_is_given_one() {
    let client = Client::builder(NoAuth).base_url(OwnHostServer::new().url("http://here:1/"));
    assert_eq!(called(client).await, "http://here:1/api/v2/ping");
    let tenant = OwnTenantServer::new().tenant("acme");
    assert_eq!(tenant.url("https://here"), "https://here/acme/v2");
}

#[test]
fn a_value_that_makes_no_url_is_refused_and_so_is_none_at_all() {
    let odd = ByRegionServer::new().base_path("v1?key=s3cr3t");
    let error = Client::builder(NoAuth)
        .base_url(odd.url())
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the base URL has a query; leave out what starts with `?`"
    );
    let key = nowhere::Credentials::token("t");
    let error = nowhere::Client::builder(key).build().unwrap_err();
    assert!(matches!(error, BuildError::NoBaseUrl), "{error:?}");
}
