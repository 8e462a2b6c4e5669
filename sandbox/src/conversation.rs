//! The messages of one group or topic, and what it takes to join them: numbers, times, repeats.

use std::collections::HashMap;
use std::time::{Duration, SystemTime};

use bindery::{Json, UnixSeconds};
use tencent_im::{ImportedMessage, MessageState};

use crate::snapshot::StoredMessage;

/// For how long a `Random` is remembered.
const REPEAT_WINDOW: Duration = Duration::from_secs(300);

#[derive(Debug, Default)]
pub(crate) struct Conversation {
    messages: Vec<StoredMessage>,
    arrivals: HashMap<u32, Arrival>,
}

/// A message as it came in, by its `Random`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrival {
    pub(crate) at: SystemTime,
    pub(crate) seq: u64,
    pub(crate) time: UnixSeconds,
}

impl Conversation {
    /// All messages, oldest first.
    pub(crate) fn messages(&self) -> &[StoredMessage] {
        &self.messages
    }

    pub(crate) fn newest(&self) -> Option<UnixSeconds> {
        self.messages.last().map(|message| message.time)
    }

    /// The message that this one repeats.
    pub(crate) fn repeated(&self, random: Option<u32>, now: SystemTime) -> Option<Arrival> {
        let arrival = self.arrivals.get(&random?)?;
        // A clock that was set back has seen no time pass.
        let passed = now.duration_since(arrival.at).unwrap_or_default();
        (passed < REPEAT_WINDOW).then_some(*arrival)
    }

    /// Stores a message and returns its number. Numbers count from 1.
    pub(crate) fn store(&mut self, message: &ImportedMessage, now: SystemTime) -> u64 {
        let seq = self.messages.last().map_or(1, |last| last.seq + 1);
        let time = message.send_time;
        self.messages.push(StoredMessage {
            seq,
            from: message.from_account.clone(),
            time,
            random: message.random,
            body: Json::of(&message.msg_body),
            state: MessageState::Normal,
        });
        if let Some(random) = message.random {
            self.arrivals.insert(random, Arrival { at: now, seq, time });
        }
        seq
    }

    /// Marks a message; whether there is one of that number.
    pub(crate) fn mark(&mut self, seq: u64, state: MessageState) -> bool {
        let found = self.messages.iter_mut().find(|message| message.seq == seq);
        found.map(|message| message.state = state).is_some()
    }
}
