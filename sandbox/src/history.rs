//! `group_msg_get_simple`: reading the messages of a group from the newest backwards.

use bindery::server::Refuse;
use bindery::{Json, OrJson, UnixSeconds, json};
use tencent_im::{
    Completeness, GroupMsgGetSimple, GroupMsgGetSimpleError, GroupMsgGetSimpleReply,
    HistoryElement, HistoryMessage, MessagePriority, MessageState,
};

use crate::snapshot::StoredMessage;
use crate::state::{App, Shared};

/// Messages in one answer at most. More may be asked for; the answer is cut then.
const MAX_MESSAGES: usize = 20;

pub(crate) fn pull(
    shared: &Shared,
    app: &App,
    request: GroupMsgGetSimple,
) -> Result<GroupMsgGetSimpleReply, Refuse<GroupMsgGetSimpleError>> {
    if request.req_msg_number == 0 {
        return Err(Refuse::from(GroupMsgGetSimpleError::InvalidParameter)
            .message("/ReqMsgNumber: below the minimum of 1"));
    }
    let pull = Pull {
        expired_before: expired_before(shared),
        max_bytes: shared.switches.max_reply_bytes,
        request: &request,
    };
    let (messages, finished) = app.groups(|groups| {
        let group = groups.keeping(&request.group_id)?;
        let stored = group.messages(request.topic_id.as_ref())?;
        Ok::<_, Refuse<GroupMsgGetSimpleError>>(pull.from(stored))
    })?;
    Ok(GroupMsgGetSimpleReply::builder()
        .is_finished(finished)
        .rsp_msg_list(messages)
        .group_id(request.group_id)
        .build())
}

fn expired_before(shared: &Shared) -> Option<UnixSeconds> {
    let period = shared.switches.storage_period?;
    let start = shared.now().checked_sub(period)?;
    Some(UnixSeconds::from(start))
}

struct Pull<'a> {
    expired_before: Option<UnixSeconds>,
    max_bytes: usize,
    request: &'a GroupMsgGetSimple,
}

impl Pull<'_> {
    fn from(&self, stored: &[StoredMessage]) -> (Vec<HistoryMessage>, Completeness) {
        let highest = self.request.req_msg_seq.unwrap_or(u64::MAX);
        let wanted = usize::try_from(self.request.req_msg_number).unwrap_or(usize::MAX);
        let recalled = self.request.with_recalled_msg.is_some();
        let mut asked = stored
            .iter()
            .rev()
            .filter(|message| message.seq <= highest)
            .filter(|message| recalled || message.state != MessageState::Recalled)
            .take(wanted)
            .peekable();
        let (mut found, mut bytes) = (Vec::new(), 0_usize);
        while let Some(message) = asked.peek() {
            let shown = self.show(message);
            bytes = bytes.saturating_add(json::encode(&shown).len());
            // One message always goes, so that the caller gets on.
            if found.len() == MAX_MESSAGES || (bytes > self.max_bytes && !found.is_empty()) {
                break;
            }
            found.push(shown);
            asked.next();
        }
        let finished = completeness(asked.peek().is_some(), &found);
        (found, finished)
    }

    fn show(&self, message: &StoredMessage) -> HistoryMessage {
        let state = self.state(message);
        let mut shown = HistoryMessage::new(state, message.seq)
            .from_account(message.from.clone())
            .msg_body(body(message, state))
            .msg_priority(MessagePriority::Normal)
            .msg_time_stamp(message.time);
        shown.msg_random = message.random;
        shown.topic_id.clone_from(&self.request.topic_id);
        shown
    }

    fn state(&self, message: &StoredMessage) -> MessageState {
        let expired = self
            .expired_before
            .is_some_and(|start| message.time < start);
        if expired && message.state == MessageState::Normal {
            MessageState::Gone
        } else {
            message.state
        }
    }
}

/// A placeholder carries an empty object, as the sample of the page does.
fn body(message: &StoredMessage, state: MessageState) -> OrJson<Vec<HistoryElement>> {
    OrJson::Other(match state {
        MessageState::Normal => message.body.clone(),
        _ => Json::of(&NoMembers),
    })
}

struct NoMembers;

impl json::Encode for NoMembers {
    fn encode_fields(&self, _: &mut json::Writer) {}
}

fn completeness(cut: bool, found: &[HistoryMessage]) -> Completeness {
    let all_gone = found
        .iter()
        .all(|message| message.is_place_msg == MessageState::Gone);
    match (cut, all_gone) {
        (false, _) => Completeness::Complete,
        (true, false) => Completeness::Cut,
        (true, true) => Completeness::CutAndExpired,
    }
}
