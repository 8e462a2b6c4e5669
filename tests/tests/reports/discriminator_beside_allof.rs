//! A choice with a tag and more members beside it in `allOf`: the tag decides, and the members go along.

use bindery::json;
use bindery::sign::NoAuth;

use crate::wire::Wire;

mod api {
    bindery::bindings! { spec = "../../fixtures/reports/discriminator-beside-allof.json", sides = [client, server] }
}

use api::{
    AddDev, AddDevBody, AddDevBodyDeviceA, AddDevBodyDeviceAStatus as Status, Client, DevsReplyItem,
};

#[tokio::test]
async fn the_tag_is_that_of_the_variant() {
    let wire = Wire::answers("200 OK", "{}");
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let body = AddDevBody::from(AddDevBodyDeviceA::new(7, Status::Off));
    client
        .send(AddDev::builder().body(body).build())
        .await
        .unwrap();
    assert_eq!(wire.body(), r#"{"type":"DEVICE_A","a":7,"status":"OFF"}"#);
}

#[test]
fn the_tag_decides() {
    let read = |text: &str| -> DevsReplyItem {
        let item = json::decode(text.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(json::encode(&item)).unwrap(), text);
        item
    };
    let item = read(r#"{"type":"DEVICE_A","a":1,"status":"ACTIVE"}"#);
    assert!(matches!(item, DevsReplyItem::DeviceA(it) if it.a == 1));
    let item = read(r#"{"type":"DEVICE_B","b":"x","status":"ACTIVE"}"#);
    assert!(matches!(item, DevsReplyItem::DeviceB(it) if it.b == "x"));
    // A member that the other variant requires is no reason to be that one.
    let item = read(r#"{"type":"DEVICE_B","a":1,"status":"ACTIVE"}"#);
    assert!(matches!(item, DevsReplyItem::Unknown(_)));
    let item = read(r#"{"type":"DEVICE_C","a":1,"status":"ACTIVE"}"#);
    assert!(matches!(item, DevsReplyItem::Unknown(_)));
}
