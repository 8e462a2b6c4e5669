//! Types of what the service sends by itself, where the caller asks for them.

use bindery::json;

mod api {
    bindery::bindings! { spec = "../fixtures/webhooks.json", sides = [client, webhooks] }
}

use api::{GoneWebhook, GoneWebhookWhy, NewPetWebhook, Pet, TickCallback};

#[test]
fn webhooks_and_callbacks_are_read_as_their_types() {
    let pet: NewPetWebhook = json::decode(br#"{"name":"Rex","new":true}"#).unwrap();
    let pets: TickCallback = json::decode(br#"[{"name":"Rex"}]"#).unwrap();
    assert_eq!(pets, [pet]);
    let _: &Pet = &pets[0];
    let gone: GoneWebhook = json::decode(br#"{"why":"eaten"}"#).unwrap();
    assert_eq!(gone.why, GoneWebhookWhy::Unknown("eaten".to_owned()));
}

#[test]
fn without_asking_there_are_none() {
    let text = include_str!("../fixtures/webhooks.json").to_owned();
    let document = bindery_spec::Document::parse("webhooks.json", text).unwrap();
    let made = bindery_codegen::generate(&document, &bindery_codegen::Options::default()).unwrap();
    assert!(!made.source.contains("Webhook") && !made.source.contains("Callback"));
}
