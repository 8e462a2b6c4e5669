//! Two parts of `allOf` define one property as an object: it has the members of both.

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/allof-nested-objects.json" }

#[tokio::test]
async fn the_objects_are_one() {
    let wire = Wire::answers("200 OK", r#"{"sub":{"a":"one","b":"two"}}"#);
    let client = Client::builder(bindery::sign::NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let request = Mk::builder().sub(MkSub::new("two", "one")).build();
    let admin = client.send(request).await.unwrap();
    assert_eq!(
        wire.body(),
        r#"{"b":"two","a":"one"}"#.replace('{', r#"{"sub":{"#).replace('}', "}}")
    );
    assert_eq!((&*admin.sub.a, &*admin.sub.b), ("one", "two"));
}
