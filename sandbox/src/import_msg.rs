//! `import_group_msg`: storing messages of the past, with a verdict on each.

use std::time::SystemTime;

use bindery::server::{Call, Refuse, Reply};
use bindery::{Answer, Code, ItemError, Operation, OperationError, UnixMillis, UnixSeconds, json};
use tencent_im::{
    ImportElement, ImportGroupMsg, ImportGroupMsgError, ImportGroupMsgItemError, ImportReceipt,
    ImportedMessage,
};

use crate::conversation::{Arrival, Conversation};
use crate::refusal::refuse;
use crate::state::{App, Shared};
use crate::switches::{AfterRefusal, EqualSendTime, Repeat, Switches};

const DONE: Code = Code::Int(0);

/// Refuses a call whose body is too long as a whole.
pub(crate) fn check_call_bytes(shared: &Shared, call: &Call, body: &[u8]) -> Result<(), Reply> {
    let max = shared.switches.max_call_bytes;
    if call.operation.id != ImportGroupMsg::META.id || body.len() <= max {
        return Ok(());
    }
    let code = ImportGroupMsgError::ContentTooLong.code();
    let message = format!("the body has more than {max} bytes");
    Err(refuse(&code.unwrap_or(Code::Int(10020)), &message))
}

pub(crate) fn import(
    shared: &Shared,
    app: &App,
    request: &ImportGroupMsg,
) -> Result<Vec<Answer<ImportReceipt>>, Refuse<ImportGroupMsgError>> {
    check_custom_elements(request)?;
    let topic = request.topic_id.as_ref();
    app.groups(|groups| {
        let group = groups.keeping(&request.group_id)?;
        let created = group.profile.created;
        let conversation = group.conversation(topic)?;
        let import = Import {
            switches: &shared.switches,
            now: shared.now(),
            created,
            newest_before: conversation.newest(),
        };
        let answers = import.all(conversation, &request.msg_list);
        group.clear_unread();
        Ok(answers)
    })
}

/// At most one custom element a message: a rule of the format, which no verdict has a code for.
fn check_custom_elements(request: &ImportGroupMsg) -> Result<(), Refuse<ImportGroupMsgError>> {
    let custom = |element: &&ImportElement| matches!(element, ImportElement::Custom(_));
    let many = |message: &ImportedMessage| message.msg_body.iter().filter(custom).count() > 1;
    match request.msg_list.iter().position(many) {
        None => Ok(()),
        Some(i) => Err(Refuse::from(ImportGroupMsgError::InvalidParameter)
            .message(format!("/MsgList/{i}/MsgBody: more than one TIMCustomElem"))),
    }
}

/// What the messages of one call are judged by.
struct Import<'a> {
    switches: &'a Switches,
    now: SystemTime,
    created: UnixSeconds,
    newest_before: Option<UnixSeconds>,
}

impl Import<'_> {
    fn all(
        &self,
        conversation: &mut Conversation,
        messages: &[ImportedMessage],
    ) -> Vec<Answer<ImportReceipt>> {
        let mut stopped = None;
        let mut answers = Vec::with_capacity(messages.len());
        for message in messages {
            let verdict = match &stopped {
                Some(error) => Err(Clone::clone(error)),
                None => self.one(conversation, message),
            };
            if let (Err(error), AfterRefusal::Stop) = (&verdict, self.switches.after_refusal) {
                stopped = Some(error.clone());
            }
            answers.push(match verdict {
                Ok(receipt) => Answer::new(DONE, receipt),
                Err(error) => Answer::new(error.code(), receipt(0, message.send_time)),
            });
        }
        answers
    }

    /// A repeat is looked for first: what was stored is no longer newer than the newest.
    fn one(
        &self,
        conversation: &mut Conversation,
        message: &ImportedMessage,
    ) -> Result<ImportReceipt, ImportGroupMsgItemError> {
        if let Some(first) = conversation.repeated(message.random, self.now) {
            return Ok(self.repeat(first, message));
        }
        self.check_size(message)?;
        self.check_time(conversation, message)?;
        self.check_words(message)?;
        let seq = conversation.store(message, self.now);
        Ok(receipt(seq, message.send_time))
    }

    fn repeat(&self, first: Arrival, message: &ImportedMessage) -> ImportReceipt {
        match self.switches.repeat {
            Repeat::Silent => ImportReceipt::new().msg_time(message.send_time),
            Repeat::NamesFirst => receipt(first.seq, first.time),
        }
    }

    fn check_size(&self, message: &ImportedMessage) -> Result<(), ImportGroupMsgItemError> {
        let bytes = json::encode(&message.msg_body).len();
        if bytes > self.switches.max_message_bytes {
            return Err(ImportGroupMsgItemError::MessageTooLong);
        }
        Ok(())
    }

    fn check_time(
        &self,
        conversation: &Conversation,
        message: &ImportedMessage,
    ) -> Result<(), ImportGroupMsgItemError> {
        let time = message.send_time;
        let past = time.as_secs().saturating_mul(1000) < UnixMillis::from(self.now).as_millis();
        let after_newest = conversation
            .newest()
            .is_none_or(|newest| self.may_follow(newest, time));
        if past && time > self.created && after_newest {
            return Ok(());
        }
        Err(ImportGroupMsgItemError::SendTimeInvalid)
    }

    fn may_follow(&self, newest: UnixSeconds, time: UnixSeconds) -> bool {
        let equal_is_fine = match self.switches.equal_send_time {
            EqualSendTime::Accepted => true,
            EqualSendTime::WithinCall => self.newest_before != Some(time),
            EqualSendTime::Refused => false,
        };
        time > newest || (time == newest && equal_is_fine)
    }

    fn check_words(&self, message: &ImportedMessage) -> Result<(), ImportGroupMsgItemError> {
        let refused = |element: &ImportElement| match element {
            ImportElement::Text(content) => self.switches.refuses_words_of(&content.text),
            _ => false,
        };
        if message.msg_body.iter().any(refused) {
            return Err(ImportGroupMsgItemError::TextRefused);
        }
        Ok(())
    }
}

fn receipt(seq: u64, time: UnixSeconds) -> ImportReceipt {
    ImportReceipt::new().msg_seq(seq).msg_time(time)
}
