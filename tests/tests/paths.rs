//! Paths that hold what no path may, in documents of somebody else: what goes out all the same.

use bindery::sign::NoAuth;
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod paths {
    bindery::bindings! { spec = "../corpus/paths.json", sides = [client, server] }
}

use paths::{Client, Fragment, Mixed, MixedKind, Queried, Rootless, Spaced};

fn uri(script: &Script) -> String {
    script.seen().pop().unwrap().uri().to_string()
}

#[tokio::test]
async fn what_a_template_holds_is_sent_where_it_belongs() {
    let script = Script::default();
    let client = Client::builder(NoAuth)
        .base_url("http://127.0.0.1:9/v1")
        .timer(Clock::default())
        .transport(script.clone())
        .build()
        .unwrap();
    let base = "http://127.0.0.1:9/v1";

    let _ = client.send(Spaced::new(7)).await;
    assert_eq!(uri(&script), format!("{base}/par%20cels/7"));

    let queried = Queried::builder().depot("a b").day(3).user("ü&").build();
    let _ = client.send(queried).await;
    let query = "depot=a%20b&after=3&by=%C3%BC%26&open=1";
    assert_eq!(uri(&script), format!("{base}/parcels?{query}"));

    let mixed = Mixed::builder()
        .number(5)
        .kind(MixedKind::Small)
        .span("1-2")
        .build();
    let _ = client.send(mixed).await;
    let query = "number=5&kind=small&span=1-2&flag=";
    assert_eq!(uri(&script), format!("{base}/parcels?{query}"));

    let _ = client.send(Rootless::new("x/y")).await;
    assert_eq!(uri(&script), format!("{base}/depots/x%2Fy/stra%C3%9Fe"));

    let _ = client.send(Fragment::new()).await;
    assert_eq!(uri(&script), format!("{base}/rpc"));
}

#[test]
fn whoever_asks_for_strictness_hears_of_every_slip() {
    let text = include_str!("../corpus/paths.json").to_owned();
    let document = bindery_spec::Document::parse("paths.json", text).unwrap();
    let options = bindery_codegen::Options {
        strict: true,
        ..bindery_codegen::Options::default()
    };
    let error = bindery_codegen::generate(&document, &options).unwrap_err();
    let bindery_codegen::GenerateError::Document(mut findings) = error else {
        panic!("{error:?}");
    };
    findings.retain(|finding| finding.severity == bindery_spec::Severity::Error);
    let mut codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let slips = ["bad-path", "bad-value", "path-parameter"];
    assert_eq!(codes, [&slips[..], &["unsupported-query"]].concat());
}
