//! Somebody else's document with an overlay laid over it, through the macro, the derives and the client: what the
//! overlay says of failures holds.

use bindery::sign::Bearer;
use bindery::{Done, Error, Retry, RetryPolicy};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use bytes::Bytes;

mod chat {
    bindery::bindings! {
        spec = "../fixtures/overlay/chat.json",
        overlay = "../fixtures/overlay/chat.overlay.json",
    }
}

use chat::{ChannelsInfo, ChatPost, ChatPostError, CommonError};

#[derive(bindery::Request)]
#[bindery(
    spec = "../fixtures/overlay/chat.json",
    overlay = ["../fixtures/overlay/chat.overlay.json"],
    operation = chat_post,
    bindings = chat,
)]
struct Shout {
    channel: &'static str,
    text: String,
}

async fn post(body: &'static str) -> Result<String, Error<ChatPostError>> {
    let (client, _) = client(body);
    let reply = client.send(ChatPost::new("C1", "hello")).await?;
    Ok(reply.ts)
}

fn client(body: &'static str) -> (chat::Client, Script) {
    let script = Script::default();
    script.says(body);
    let client = chat::Client::builder(Bearer::new("xoxb-1"))
        .transport(script.clone())
        .timer(Clock::default())
        .retries(RetryPolicy::never())
        .build()
        .expect("a client");
    (client, script)
}

#[tokio::test]
async fn success_is_told_by_ok() {
    let reply = post(r#"{ "ok": true, "ts": "17.5" }"#).await;
    assert_eq!(reply.expect("it was said"), "17.5");
}

#[tokio::test]
async fn a_code_of_the_operation_has_its_variant() {
    let reply = post(r#"{ "ok": false, "error": "channel_not_found" }"#).await;
    let Err(Error::Refused(no)) = reply else {
        panic!("{reply:?}");
    };
    assert_eq!(no.error, ChatPostError::ChannelNotFound);
    assert_eq!(no.status, 200);
}

#[tokio::test]
async fn a_code_of_the_family_has_its_advice() {
    let reply = post(r#"{ "ok": false, "error": "ratelimited" }"#).await;
    let error = reply.expect_err("too many calls");
    assert_eq!(error.retry(), Retry::SlowDown);
    assert_eq!(error.done(), Done::No);
    let Error::Refused(no) = error else {
        panic!("{error:?}");
    };
    assert_eq!(no.error, ChatPostError::Common(CommonError::RateLimited));
}

#[tokio::test]
async fn an_unknown_code_is_kept() {
    let reply = post(r#"{ "ok": false, "error": "moon_in_the_way" }"#).await;
    let Err(Error::Refused(no)) = reply else {
        panic!("{reply:?}");
    };
    assert_eq!(no.error, ChatPostError::Other("moon_in_the_way".into()));
}

#[tokio::test]
async fn credentials_that_the_overlay_names_are_sent() {
    let (client, script) = client(r#"{ "ok": true, "name": "general" }"#);
    // The overlay takes `pretty` away: the constructor asks for the channel alone, and there is nothing else to set.
    let ChannelsInfo { channel, .. } = ChannelsInfo::new("C1");
    let reply = client.send(ChannelsInfo::new(channel)).await;
    assert_eq!(reply.expect("it is there").name, "general");
    let seen = script.seen();
    assert_eq!(seen[0].headers()["authorization"], "Bearer xoxb-1");
    assert_eq!(
        seen[0].uri().path_and_query().unwrap(),
        "/api/channels.info?channel=C1"
    );
}

#[tokio::test]
async fn a_struct_of_the_callers_own_has_the_same_errors() {
    let (client, script) = client(r#"{ "ok": false, "error": "invalid_auth" }"#);
    let text = "hello".to_owned();
    let shout = Shout {
        channel: "C1",
        text,
    };
    let reply = client.send(shout).await;
    let Err(Error::Refused(no)) = reply else {
        panic!("it was not refused");
    };
    assert_eq!(no.error, ChatPostError::Common(CommonError::InvalidToken));
    let body = r#"{"channel":"C1","text":"hello"}"#;
    assert_eq!(
        script.seen()[0].body(),
        &Bytes::from_static(body.as_bytes())
    );
}
