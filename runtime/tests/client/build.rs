//! Putting clients together.

use bindery::{BaseUrlError, BuildError, Client, RateLimit, Rates};

use crate::api::{Key, Parcels, SendParcel};
use crate::service::Service;

async fn called(base: &str) -> String {
    let service = Service::leaping();
    let client = service.builder().base_url(base).build().unwrap();
    client.send(SendParcel::to("ann")).await.unwrap();
    service.requests()[0].uri().to_string()
}

#[tokio::test]
async fn a_base_url_may_have_a_port_a_prefix_and_slashes_at_its_end() {
    for (base, called_at) in [
        (
            "http://127.0.0.1:1234",
            "http://127.0.0.1:1234/parcels/ann?",
        ),
        (
            "http://127.0.0.1:1234/",
            "http://127.0.0.1:1234/parcels/ann?",
        ),
        (
            "https://im.example.com/gate/v2//",
            "https://im.example.com/gate/v2/parcels/ann?",
        ),
        ("HTTPS://[::1]:8/x", "https://[::1]:8/x/parcels/ann?"),
    ] {
        let called = called(base).await;
        assert!(called.starts_with(called_at), "{base}: {called}");
    }
}

#[tokio::test]
async fn the_first_server_of_the_api_is_the_default() {
    let service = Service::leaping();
    service.client().send(SendParcel::to("ann")).await.unwrap();
    assert_eq!(service.requests()[0].uri().host(), Some("parcels.test"));
}

#[test]
fn what_is_no_base_url_is_told_apart() {
    for (base, expected) in [
        ("https://https://im.example.com", BaseUrlError::TwoSchemes),
        ("http://https://im.example.com", BaseUrlError::TwoSchemes),
        ("im.example.com", BaseUrlError::NoScheme),
        ("", BaseUrlError::NoScheme),
        ("ftp://im.example.com", BaseUrlError::Scheme),
        ("https://me:pa55word@im.example.com", BaseUrlError::UserInfo),
        ("https://im.example.com?a=1", BaseUrlError::Query),
        ("https://im.example.com/#top", BaseUrlError::Fragment),
        ("https://", BaseUrlError::Malformed),
        ("https:///path", BaseUrlError::Malformed),
        ("https://im.example.com:99999", BaseUrlError::Malformed),
        ("https://im.example.com:", BaseUrlError::Malformed),
        ("https://im example.com", BaseUrlError::Malformed),
        ("https://im.example.com\r\n", BaseUrlError::Malformed),
        ("https://ü.example.com", BaseUrlError::Malformed),
        ("https://im.example.com/a b", BaseUrlError::Malformed),
        ("https://im.example.com/a//b", BaseUrlError::Malformed),
    ] {
        let error = Service::leaping()
            .builder()
            .base_url(base)
            .build()
            .unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(
            matches!(error, BuildError::BaseUrl(found) if found == expected),
            "{base}: {text}"
        );
        assert!(!text.contains("pa55word"));
    }
}

#[test]
fn the_message_says_what_to_do() {
    let error = Service::leaping()
        .builder()
        .base_url("https://https://x")
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the base URL has two schemes; give `https://` once"
    );
}

#[test]
fn a_rate_of_zero_is_an_error() {
    let zero = RateLimit {
        calls: 0,
        per: std::time::Duration::from_secs(1),
    };
    for rates in [
        Rates::documented().percent(0),
        Rates::documented().operation("send_parcel", zero),
    ] {
        let error = Service::leaping()
            .builder()
            .rate(rates)
            .build()
            .unwrap_err();
        assert!(matches!(error, BuildError::Rate { .. }));
    }
}

#[test]
#[cfg(feature = "hyper")]
fn credentials_alone_make_a_client() {
    let client: Client<Parcels> = Client::builder(Key::default()).build().unwrap();
    assert_eq!(
        format!("{client:?}"),
        r#"Client { api: "Parcels", base_url: "http://parcels.test/api", .. }"#
    );
}
