//! `OpenAPI` 3.2: its operations are operations, what else is new in it is told where it is lost.

use bindery::bindings;
use bindery::sign::NoAuth;
use bindery_codegen::{Options, generate};
use bindery_spec::{Document, Finding, check, lint};

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/version-3-2.json" }

const DOCUMENT: &str = include_str!("../../fixtures/reports/version-3-2.json");

fn client(wire: &Wire) -> Client {
    Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap()
}

#[tokio::test]
async fn query_and_additional_operations_are_sent() {
    let wire = Wire::answers("200 OK", "7");
    assert_eq!(client(&wire).send(Find::new()).await.unwrap(), 7);
    assert!(wire.request().starts_with("QUERY /s HTTP/1.1\r\n"));

    let wire = Wire::answers("200 OK", "8");
    assert_eq!(client(&wire).send(Lock::new()).await.unwrap(), 8);
    assert!(wire.request().starts_with("LOCK /s HTTP/1.1\r\n"));
}

#[tokio::test]
async fn events_are_handed_over_as_they_come() {
    let wire = Wire::answers("200 OK", "data: one\n\n");
    let events = client(&wire).send(Events::new()).await.unwrap();
    assert_eq!(&events.bytes()[..], b"data: one\n\n");
    assert!(wire.request().contains("\r\naccept: text/event-stream\r\n"));
}

fn parse(text: String) -> Document {
    Document::parse("api.json", text).unwrap()
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn versions_up_to_this_one_are_known() {
    for version in ["3.0.4", "3.1.1", "3.2.0", "3.2.17"] {
        let findings = check(&parse(DOCUMENT.replace("3.2.0", version)));
        assert!(findings.is_empty(), "{version}: {findings:?}");
    }
    for version in ["3.3.0", "3.10.0"] {
        let document = parse(DOCUMENT.replace("3.2.0", version));
        assert_eq!(codes(&check(&document)), ["later-version"]);
        let made = generate(&document, &Options::default()).unwrap();
        assert_eq!(codes(&made.warnings), ["later-version"]);
    }
}

#[test]
fn what_gives_no_type_is_told() {
    let findings = lint(&parse(DOCUMENT.to_owned()));
    let told = findings
        .iter()
        .any(|it| it.message.contains("`itemSchema`"));
    assert!(told, "{findings:?}");
}

#[test]
fn an_additional_operation_has_a_method_of_its_own() {
    let methods = |method: &str| {
        let document = parse(DOCUMENT.replace("LOCK", method));
        let made = generate(&document, &Options::default()).unwrap();
        let listed = made.operations.len();
        (codes(&made.warnings), listed)
    };
    assert_eq!(methods("PROPFIND"), (vec![], 3));
    assert_eq!(methods("lock"), (vec![], 3));
    // It has a keyword of its own, and is read as that.
    assert_eq!(methods("POST"), (vec!["bad-method"], 3));
    // That is there already.
    assert_eq!(methods("GET"), (vec!["bad-method"], 2));
    assert_eq!(methods("LO CK"), (vec!["bad-method"], 2));
}

#[test]
fn a_parameter_that_is_the_whole_query_is_left_out() {
    let parameter =
        r#""parameters": [{ "name": "q", "in": "querystring", "content": {} }], "query""#;
    let document = parse(DOCUMENT.replace("\"query\"", parameter));
    let made = generate(&document, &Options::default()).unwrap();
    assert!(codes(&made.warnings).contains(&"bad-value"));
    let said = made
        .warnings
        .iter()
        .any(|it| it.message.contains("`querystring`"));
    assert!(said, "{:?}", made.warnings);
}
