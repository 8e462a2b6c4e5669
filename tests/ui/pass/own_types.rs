//! Requests and replies in types of the caller's own.
use std::sync::Arc;
use std::time::SystemTime;

use tencent_im as im;
use tencent_im::{Client, GroupId, ImportElement, Outcome};

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im, verdict = Stored)]
struct Import<'a> {
    group_id: GroupId,
    #[bindery(rename = "MsgList")]
    history: Vec<Line<'a>>,
    #[bindery(skip)]
    _job: u64,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, part = ImportedMessage, bindings = im)]
struct Line<'a> {
    from_account: &'a str,
    send_time: SystemTime,
    random: Option<u16>,
    #[bindery(with = elements)]
    msg_body: Arc<str>,
}

#[derive(bindery::Response)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, part = ImportReceipt, bindings = im)]
struct Stored {
    msg_seq: Option<u64>,
}

fn elements(text: &Arc<str>) -> [ImportElement; 1] {
    [im::TextContent::new(text.to_string()).into()]
}

async fn send(client: &Client, import: Import<'_>) -> Result<(), Box<dyn std::error::Error>> {
    let outcome: Outcome<Line<'_>, Stored, _> = client.send(import).await?;
    for item in outcome.items() {
        if let im::Verdict::Done(stored) = &item.verdict {
            println!("{} {:?}", item.sent.from_account, stored.msg_seq);
        }
    }
    Ok(())
}

fn main() {
    let _ = send;
}
