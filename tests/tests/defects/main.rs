//! What other clients of this API get wrong, one test each: the generated flagship against canned bytes.

mod calls;
mod kept;
mod private;
mod secrets;
mod signature;
mod url;
mod verdicts;

use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use tencent_im::{
    Client, GroupId, ImportElement, ImportGroupMsg, ImportedMessage, TextContent, UnixSeconds,
    UserId, UserSigCredentials,
};

const APP: u32 = 1_400_000_000;
const KEY: &str = "k3y-of-the-defects";

fn credentials(identifier: &str) -> UserSigCredentials {
    UserSigCredentials::new(APP, identifier, KEY).unwrap()
}

/// A client that takes its answers from the script.
fn client_as(credentials: UserSigCredentials, script: &Script, clock: &Clock) -> Client {
    let builder = Client::builder(credentials).transport(script.clone());
    builder.timer(clock.clone()).build().unwrap()
}

fn client(script: &Script) -> Client {
    client_as(credentials("administrator"), script, &Clock::default())
}

fn message(text: &str, random: u32) -> ImportedMessage {
    ImportedMessage::builder()
        .from_account(UserId::new("ann").unwrap())
        .send_time(UnixSeconds::from_secs(1_620_808_101))
        .msg_body([ImportElement::from(TextContent::new(text))])
        .random(random)
        .build()
}

fn two_messages() -> ImportGroupMsg {
    let group = GroupId::new("group-1").unwrap();
    ImportGroupMsg::builder()
        .group_id(group)
        .msg_list([message("one", u32::MAX), message("two", 0)])
        .build()
}
