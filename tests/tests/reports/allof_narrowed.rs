//! Two parts of `allOf` define one property: a value keeps what both say.

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/allof-narrowed.json" }

#[tokio::test]
async fn the_narrower_definition_of_a_property_counts() {
    let wire = Wire::answers(
        "200 OK",
        r#"{"data":{"attr":"a"},"kind":"d","size":7,"extra":1}"#,
    );
    let client = Client::builder(bindery::sign::NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let derived = client.send(DerivedRequest::new()).await.unwrap();
    assert_eq!(derived.data.attr, "a");
    assert_eq!(derived.kind, DerivedKind::D);
    let size: Option<i64> = derived.size;
    assert_eq!(size, Some(7));
}
