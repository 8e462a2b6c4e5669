//! Branches that share an optional member beside the tag have it beside the tag, and not as their content.

use bindery::json;
use bindery::sign::NoAuth;

use crate::wire::Wire;

mod api {
    bindery::bindings! { spec = "../../fixtures/reports/discriminator-shared-member.json", sides = [client, server] }
}

use api::{Cat, Client, Dog, Mp, Pet};

#[tokio::test]
async fn a_value_without_the_member_is_sent_and_read() {
    let wire = Wire::answers("200 OK", "{}");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    client
        .send(Mp::builder().body(Pet::D2(Dog::new())).build())
        .await
        .unwrap();
    assert_eq!(wire.body(), r#"{"t":"d2"}"#);
    for (text, same) in [
        (r#"{"t":"c"}"#, Pet::C(Cat::new())),
        (r#"{"t":"d","n":"Rex"}"#, Pet::D(Dog::new().n("Rex"))),
        (r#"{"t":"d2"}"#, Pet::D2(Dog::new())),
    ] {
        let pet: Pet = json::decode(text.as_bytes()).unwrap();
        assert_eq!(pet, same);
        assert_eq!(String::from_utf8(json::encode(&pet)).unwrap(), text);
    }
    let other: Pet = json::decode(br#"{"t":"Cat"}"#).unwrap();
    assert!(matches!(other, Pet::Unknown(_)));
}
