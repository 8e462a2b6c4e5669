//! What the client does beside the call, by hand: the documented rules before, each message with its own verdict after.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::Failure;
use crate::bare::{Message, Request, Verdict};

/// The rules of the document that this request has values for.
pub fn check(request: &Request) -> Result<(), Failure> {
    text(&request.group_id, 48)?;
    if !request
        .group_id
        .bytes()
        .all(|byte| (b' '..=b'~').contains(&byte))
    {
        return Err("a group id of other characters".into());
    }
    if !(1..=7).contains(&request.msg_list.len()) {
        return Err("1 to 7 messages are allowed".into());
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    for message in &request.msg_list {
        text(&message.from_account, 32)?;
        if u64::try_from(message.send_time).is_ok_and(|sent| sent >= now) {
            return Err("a message from the future".into());
        }
        if serde_json::to_vec(&message.msg_body)?.len() > 12_000 {
            return Err("more than 12,000 bytes of elements".into());
        }
    }
    if !request
        .msg_list
        .is_sorted_by_key(|message| message.send_time)
    {
        return Err("messages out of order".into());
    }
    Ok(())
}

fn text(text: &str, max_bytes: usize) -> Result<(), Failure> {
    if text.is_empty() || text.len() > max_bytes {
        return Err("a name that is empty or too long".into());
    }
    Ok(())
}

/// Each message and its verdict; none is told where their numbers differ.
pub fn pair(request: Request, verdicts: Vec<Verdict>) -> Vec<(Message, Option<Verdict>)> {
    let told = verdicts.len() == request.msg_list.len();
    let mut verdicts = verdicts.into_iter().filter(|_| told);
    let messages = request.msg_list.into_iter();
    messages.map(|message| (message, verdicts.next())).collect()
}
