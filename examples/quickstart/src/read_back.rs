//! Reading what a group holds, a page at a time, newest first.

use crate::error::Error;
use crate::im::{Client, GroupId, GroupMsgGetSimple, HistoryMessage, SystemMark};
use crate::progress::Progress;

/// The most that one call gives.
const PAGE: u32 = 20;

/// The newest messages of a group, one page: more than one import call can have stored.
pub(crate) async fn newest(client: &Client, group: &GroupId) -> Result<Vec<HistoryMessage>, Error> {
    page(client, group, None).await
}

/// All messages of a group, oldest first, without the notices of the service itself.
pub(crate) async fn all(
    client: &Client,
    group: &GroupId,
    progress: &Progress,
) -> Result<Vec<HistoryMessage>, Error> {
    let mut messages = Vec::new();
    let mut highest = None;
    loop {
        let page = page(client, group, highest).await?;
        let Some(lowest) = page.iter().map(|message| message.msg_seq).min() else {
            break;
        };
        progress.advance(page.len());
        messages.extend(page);
        // Sequence numbers count from 1.
        if lowest <= 1 {
            break;
        }
        highest = Some(lowest - 1);
    }
    messages.retain(is_of_a_user);
    messages.sort_by_key(|message| message.msg_seq);
    Ok(messages)
}

/// Whether a message is a user's, and no notice of the service itself.
pub(crate) fn is_of_a_user(message: &HistoryMessage) -> bool {
    message.is_system_msg != Some(SystemMark::SystemNotice)
}

async fn page(
    client: &Client,
    group: &GroupId,
    highest: Option<u64>,
) -> Result<Vec<HistoryMessage>, Error> {
    let mut request = GroupMsgGetSimple::new(group.clone(), PAGE);
    if let Some(highest) = highest {
        request = request.req_msg_seq(highest);
    }
    let reply = client
        .send(request)
        .await
        .map_err(|error| Error::Read(group.clone(), error))?;
    let messages = reply.rsp_msg_list;
    if messages
        .iter()
        .any(|message| highest.is_some_and(|highest| message.msg_seq > highest))
    {
        return Err(Error::Page(group.clone()));
    }
    Ok(messages)
}
