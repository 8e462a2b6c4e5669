//! References where `OpenAPI` has none: what they name is what stands there.

use bindery::sign::NoAuth;

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/reference-elsewhere.json" }

#[tokio::test]
async fn replies_are_what_the_references_name() {
    let wire = Wire::answers("200 OK", "5");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let replies: (i64, i64) = (
        client.send(A::new()).await.unwrap(),
        client.send(B::new()).await.unwrap(),
    );
    assert_eq!(replies, (5, 5));
}

mod everywhere {
    use bindery::sign::NoAuth;

    use crate::wire::Wire;

    bindery::bindings! { spec = "../../fixtures/reports/references-everywhere.json" }

    #[tokio::test]
    async fn at_servers_parameters_contents_and_tables_of_names() {
        let wire = Wire::answers("200 OK", r#"{"size":3,"colour":"red"}"#);
        let client = Client::builder(NoAuth)
            .base_url(wire.url())
            .build()
            .unwrap();
        let thing: Thing = client.send(GetThing::new(4)).await.unwrap();
        assert_eq!((thing.size, thing.colour.as_deref()), (3, Some("red")));
        let again: Thing = client.send(Again::new()).await.unwrap();
        assert_eq!(again, thing);
    }

    #[tokio::test]
    async fn beside_what_the_path_item_says_itself() {
        let wire = Wire::answers("204 No Content", "");
        let client = Client::builder(NoAuth)
            .base_url(wire.url())
            .build()
            .unwrap();
        let request = PutThing::new(4, 3);
        client.send(request).await.unwrap();
        let seen = wire.request();
        assert!(seen.starts_with("PUT /things/4 HTTP/1.1\r\n"), "{seen}");
        assert!(seen.ends_with(r#"{"size":3}"#), "{seen}");
    }
}
