//! Moving the messages of one group: in order, seven a call, and none lost or doubled.

use std::collections::BTreeMap;
use std::time::Duration;

use bindery::{Code, Done, ItemError, List, Outcome, Verdict};

use crate::error::Error;
use crate::im::{
    Client, GroupId, HistoryMessage, ImportGroupMsg, ImportGroupMsgItemError, ImportReceipt,
    ImportedMessage,
};
use crate::progress::Progress;
use crate::read_back;

/// How often messages are sent while nobody knows what became of them.
const ATTEMPTS: u32 = 5;

/// The wait before a third sending; each later one waits as much longer.
const PAUSE: Duration = Duration::from_millis(200);

/// What one call takes.
type Batch = List<ImportedMessage, 1, 7>;

/// The verdicts on a group's messages, counted.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) stored: usize,
    pub(crate) refused: BTreeMap<Code, usize>,
}

/// Sends `messages`, which are in ascending time, to a group that nobody else writes to.
pub(crate) async fn import(
    client: &Client,
    group: &GroupId,
    messages: Vec<ImportedMessage>,
    progress: &Progress,
) -> Result<Tally, Error> {
    let mut tally = Tally::default();
    for batch in Batch::batches(messages) {
        let count = batch.len();
        deliver(client, group, batch, &mut tally).await?;
        progress.advance(count);
    }
    Ok(tally)
}

/// Sends one batch, until it is known of every message whether it is stored or refused.
///
/// An answer can get lost after the service has done the work, so a call without an answer is not simply repeated: the
/// group is read first, and only what it does not hold is sent again. Each message keeps its random number, so that
/// even a call that reaches the service after that reading adds nothing twice: a number seen within the last five
/// minutes is dropped as a repeat.
async fn deliver(
    client: &Client,
    group: &GroupId,
    mut batch: Batch,
    tally: &mut Tally,
) -> Result<(), Error> {
    for attempt in 0..ATTEMPTS {
        tokio::time::sleep(PAUSE * attempt.saturating_sub(1)).await;
        let request = ImportGroupMsg::builder()
            .group_id(group.clone())
            .msg_list(batch.clone())
            .build();
        let open = match client.send(request).await {
            Ok(outcome) => tally.count(outcome),
            Err(error) if error.done() == Done::Unknown => batch.into_vec(),
            Err(error) => return Err(Error::Import(group.clone(), error)),
        };
        if open.is_empty() {
            return Ok(());
        }
        let held = read_back::newest(client, group).await?;
        match Batch::try_from(tally.resolve(open, &held)) {
            Ok(missing) => batch = missing,
            Err(_nothing_missing) => return Ok(()),
        }
    }
    Err(Error::Unresolved(group.clone(), batch.len()))
}

impl Tally {
    /// Counts the verdicts, and hands out the messages that have none.
    fn count(
        &mut self,
        outcome: Outcome<ImportedMessage, ImportReceipt, ImportGroupMsgItemError>,
    ) -> Vec<ImportedMessage> {
        let mut open = Vec::new();
        for item in outcome.into_items() {
            match item.verdict {
                Verdict::Done(_) => self.stored += 1,
                Verdict::Refused(refused) => {
                    *self.refused.entry(refused.error.code()).or_default() += 1;
                }
                _ => open.push(item.sent),
            }
        }
        open
    }

    /// Counts the `open` messages that are among those the group holds, and hands out the others.
    fn resolve(
        &mut self,
        mut open: Vec<ImportedMessage>,
        held: &[HistoryMessage],
    ) -> Vec<ImportedMessage> {
        let sent = open.len();
        open.retain(|message| !held.iter().any(|held| is_same(message, held)));
        self.stored += sent - open.len();
        open
    }
}

/// Whether a stored message is the one sent, by what the service keeps unchanged.
fn is_same(sent: &ImportedMessage, held: &HistoryMessage) -> bool {
    held.msg_random == sent.random
        && held.msg_time_stamp == Some(sent.send_time)
        && held.from_account.as_ref() == Some(&sent.from_account)
}
