//! References lead below the folder of the document, and below those that `root` allows.

use bindery::sign::NoAuth;

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/rooted/api.json", root = "../../fixtures/outside" }

#[tokio::test]
async fn a_folder_that_is_allowed_is_read() {
    let wire = Wire::answers("200 OK", r#"{"weight":3}"#);
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let reply: Parcel = client.send(S::new()).await.unwrap();
    assert_eq!(reply.weight, 3);
}
