//! A base with a discriminator is an enum of its heirs, each with the members of the base and a tag that cannot be wrong.

use bindery::json;
use bindery::sign::NoAuth;

use crate::wire::Wire;

mod api {
    bindery::bindings! { spec = "../../fixtures/reports/discriminator-inherited.json", sides = [client, server] }
}

use api::{Client, Message, Push, StickerMessage, TextMessage};

#[tokio::test]
async fn each_heir_is_sent_with_its_tag() {
    let wire = Wire::answers(
        "200 OK",
        r#"[{"sender":"A","type":"text","text":"hi"},{"type":"sticker","packageId":"9"},{"type":"flex","alt":[1]}]"#,
    );
    let client = Client::builder(NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let messages = [
        TextMessage::new("hello").into(),
        Message::Sticker(StickerMessage::new("11537").sender("B")),
    ];
    let push = Push::builder().messages(messages).build();
    let reply = client.send(push).await.unwrap();
    assert_eq!(
        wire.body(),
        r#"{"messages":[{"type":"text","text":"hello"},{"type":"sticker","sender":"B","packageId":"11537"}]}"#
    );
    let [
        Message::Text(text),
        Message::Sticker(sticker),
        Message::Unknown(flex),
    ] = reply.as_slice()
    else {
        panic!("{reply:?}");
    };
    assert_eq!(
        (text.text.as_str(), text.sender.as_deref()),
        ("hi", Some("A"))
    );
    assert_eq!(sticker.package_id, "9");
    assert_eq!(flex.as_str(), r#"{"type":"flex","alt":[1]}"#);
}

#[test]
fn what_was_read_is_written_again() {
    for text in [
        r#"{"type":"text","sender":"A","text":"hi"}"#,
        r#"{"type":"sticker","packageId":"9"}"#,
        r#"{"type":"flex","alt":[1]}"#,
        r#"{"sender":"no tag at all"}"#,
    ] {
        let message: Message = json::decode(text.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(json::encode(&message)).unwrap(), text);
    }
}

#[test]
fn rules_of_heirs_are_kept() {
    let text = TextMessage::new("x".repeat(51));
    let push = Push::builder().messages([text.into()]).build();
    let refused = bindery::__private::Checker::timeless(&push)
        .unwrap_err()
        .to_string();
    assert!(refused.contains("/messages/0/text"), "{refused}");
}
