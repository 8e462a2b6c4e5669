//! A security scheme that is a reference signs as the scheme it leads to.

use bindery::bindings;
use bindery::sign::Bearer;
use bindery_codegen::{Options, generate};
use bindery_spec::{Document, check};

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/security-scheme-by-reference.json" }

const DOCUMENT: &str = include_str!("../../fixtures/reports/security-scheme-by-reference.json");

#[tokio::test]
async fn calls_are_signed() {
    let wire = Wire::answers("200 OK", "{}");
    let builder = Client::builder(Bearer::new("t0k")).base_url(wire.url());
    builder.build().unwrap().send(Secured::new()).await.unwrap();
    let request = wire.request();
    assert!(
        request.contains("\r\nauthorization: Bearer t0k\r\n"),
        "{request}"
    );
}

mod elsewhere {
    use super::Wire;

    bindery::bindings! { spec = "../../fixtures/reports/security-elsewhere/api.json" }

    async fn sent(
        credentials: Credentials,
        call: impl bindery::OperationOf<SecurityElsewhere, Reply = ()>,
    ) -> String {
        let wire = Wire::answers("204 No Content", "");
        let builder = Client::builder(credentials).base_url(wire.url());
        builder.build().unwrap().send(call).await.unwrap();
        wire.request()
    }

    #[tokio::test]
    async fn another_file_and_several_hops_are_followed() {
        let request = sent(Credentials::key("k3y"), Keyed::new()).await;
        assert!(request.contains("\r\nx-key: k3y\r\n"), "{request}");
        let request = sent(Credentials::token("t0k"), Hops::new()).await;
        assert!(
            request.contains("\r\nauthorization: Bearer t0k\r\n"),
            "{request}"
        );
    }
}

/// The code of what is wrong with the document, where its reference is another.
fn fault(reference: &str) -> Vec<&'static str> {
    let text = DOCUMENT.replace("#/components/securitySchemes/real", reference);
    let document = Document::parse("api.json", text).unwrap();
    // The warnings of bindings are those of the check, and more.
    let findings = match generate(&document, &Options::default()) {
        Ok(made) => made.warnings,
        Err(_) => check(&document),
    };
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_reference_that_leads_to_no_scheme_is_told() {
    assert_eq!(fault("#/components/securitySchemes/real"), [""; 0]);
    assert_eq!(
        fault("#/components/securitySchemes/reel"),
        ["dangling-reference"]
    );
    assert_eq!(
        fault("#/components/securitySchemes/token"),
        ["reference-cycle"]
    );
    assert!(fault("#/info").contains(&"unsupported-security"));
}
