//! What proxies get to see, and what becomes of calls that go through one.

use std::net::TcpListener;
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::again::{ROOTS, again, called};
use crate::peers::{Tls, answer, listen, request};

const DONE: &str = r#"{"ErrorCode":0,"Seq":1}"#;

/// `user:s3cr3t` for a proxy.
const AUTHORIZATION: &str = "proxy-authorization: basic dxnlcjpzm2nym3q=\r\n";

/// A service, or a proxy, that answers one request: its address, and what it was asked.
fn answering() -> (String, JoinHandle<(String, String)>) {
    listen(|mut stream| {
        let seen = request(&mut stream);
        answer(&mut stream, "200 OK", DONE);
        seen
    })
}

#[test]
fn without_tls_the_proxy_reads_whole_requests() {
    if called() {
        return;
    }
    let (proxy, seen) = listen(|mut stream| {
        [(); 2].map(|()| {
            let seen = request(&mut stream);
            answer(&mut stream, "200 OK", DONE);
            seen
        })
    });
    let said = again(
        "http://service.test/api",
        2,
        &[("HTTP_PROXY", &format!("http://user:s3cr3t@{proxy}"))],
    );
    assert_eq!(said.matches("Ok(1)").count(), 2, "{said}");
    for (head, body) in seen.join().unwrap() {
        let whole = "post http://service.test/api/parcels/ann?signature=k3y";
        assert!(head.starts_with(whole), "{head}");
        assert!(head.contains(AUTHORIZATION), "{head}");
        assert_eq!(body, "[1,2]");
    }
}

// Elsewhere certificates are judged by the system alone, which takes no root from a test.
#[cfg(all(unix, not(target_vendor = "apple"), not(target_os = "android")))]
#[test]
fn with_tls_the_proxy_makes_a_tunnel_and_reads_nothing() {
    if called() {
        return;
    }
    let service = Arc::new(Tls::of("service.test"));
    let inside = Arc::clone(&service);
    let (proxy, seen) = listen(move |mut stream| {
        let (head, _) = request(&mut stream);
        answer(&mut stream, "200 Connected", "");
        let mut stream = inside.accept(stream);
        let (asked, body) = request(&mut stream);
        answer(&mut stream, "200 OK", DONE);
        (head, asked, body)
    });
    let said = again(
        "https://service.test/api",
        1,
        &[
            ("HTTPS_PROXY", &format!("http://user:s3cr3t@{proxy}")),
            (ROOTS, service.root.to_str().unwrap()),
        ],
    );
    assert!(said.contains("Ok(1)"), "{said}");
    let (head, asked, body) = seen.join().unwrap();
    assert!(
        head.starts_with("connect service.test:443 http/1.1\r\n"),
        "{head}"
    );
    assert!(head.contains(AUTHORIZATION), "{head}");
    assert!(asked.starts_with("post /api/parcels/ann?"), "{asked}");
    assert!(!asked.contains("proxy-authorization"), "{asked}");
    assert_eq!(body, "[1,2]");
}

#[test]
fn a_tunnel_that_is_refused_is_no_connection() {
    if called() {
        return;
    }
    let (proxy, seen) = listen(|mut stream| {
        let seen = request(&mut stream);
        answer(&mut stream, "407 Who are you", "");
        seen
    });
    let said = again(
        "https://service.test/api",
        1,
        &[("ALL_PROXY", &format!("http://user:s3cr3t@{proxy}"))],
    );
    assert!(said.contains("kind: Connect"), "{said}");
    assert!(said.contains("service.test"), "{said}");
    for secret in [
        "s3cr3t",
        "dXNlcjpzM2NyM3Q=",
        "parcels",
        "signature",
        "http:",
    ] {
        assert!(!said.contains(secret), "{said}");
    }
    seen.join().unwrap();
}

#[test]
fn a_password_that_a_proxy_echoes_is_not_shown() {
    if called() {
        return;
    }
    let (proxy, seen) = listen(|mut stream| {
        let seen = request(&mut stream);
        let body = "no dXNlcjpzM2NyM3QvcHc=, user:s3cr3t/pw, s3cr3t%2Fpw";
        answer(&mut stream, "407 Who are you", body);
        seen
    });
    let said = again(
        "http://service.test/api",
        1,
        &[("HTTP_PROXY", &format!("http://user:s3cr3t%2Fpw@{proxy}"))],
    );
    assert!(
        said.contains("[redacted], [redacted], [redacted]"),
        "{said}"
    );
    assert!(!said.contains("s3cr"), "{said}");
    seen.join().unwrap();
}

#[test]
fn what_no_proxy_lists_is_called_straight() {
    if called() {
        return;
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let (service, seen) = answering();
    let said = again(
        &format!("http://{service}/api"),
        1,
        &[
            (
                "http_proxy",
                &format!("http://{}", nobody.local_addr().unwrap()),
            ),
            ("NO_PROXY", "service.test, 127.0.0.0/8"),
        ],
    );
    assert!(said.contains("Ok(1)"), "{said}");
    let (head, _) = seen.join().unwrap();
    assert!(head.starts_with("post /api/parcels/ann?"), "{head}");
}

#[test]
fn this_machine_is_called_straight() {
    if called() {
        return;
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://{}", nobody.local_addr().unwrap());
    let (service, seen) = answering();
    let said = again(
        &format!("http://{service}/api"),
        1,
        &[("HTTP_PROXY", &proxy)],
    );
    assert!(said.contains("Ok(1)"), "{said}");
    seen.join().unwrap();
}

#[test]
fn a_proxy_of_another_kind_is_no_connection() {
    if called() {
        return;
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let socks = format!("socks5://{}", nobody.local_addr().unwrap());
    for url in ["http://service.test/api", "https://service.test/api"] {
        let said = again(url, 1, &[("ALL_PROXY", &socks)]);
        assert!(said.contains("kind: Connect"), "{said}");
    }
}

#[test]
fn what_is_the_url_of_no_proxy_is_passed_over() {
    if called() {
        return;
    }
    let (service, seen) = answering();
    let said = again(
        &format!("http://{service}/api"),
        1,
        &[("ALL_PROXY", "socks://127.0.0.1:9")],
    );
    assert!(said.contains("Ok(1)"), "{said}");
    seen.join().unwrap();
}
