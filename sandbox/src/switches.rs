//! What the documents leave open, one named choice each. Defaults stand here and nowhere else.

use std::time::Duration;

/// Whether a message may carry the same `SendTime` as the one before it.
///
/// No page decides it. The bound against the newest stored message is worded strictly, yet chats do hold messages of
/// the same second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum EqualSendTime {
    /// Taken.
    #[default]
    Accepted,
    /// Taken from neighbours of one call, refused against what was stored before the call.
    WithinCall,
    /// Refused: each message must be newer than the one before.
    Refused,
}

/// What becomes of the messages behind one that was refused, in the same call. No page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum AfterRefusal {
    /// Each is judged by itself.
    #[default]
    Continue,
    /// None is stored, and all get the code of the one that was refused.
    Stop,
}

/// What is said of a message dropped because its `Random` was seen within five minutes. The pages say only that it is
/// dropped; both ways answer `Result` 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Repeat {
    /// The verdict holds the message's time, and no sequence number.
    #[default]
    Silent,
    /// The verdict holds sequence number and time of the message that was stored first.
    NamesFirst,
}

#[derive(Debug, Clone)]
pub(crate) struct Switches {
    pub(crate) equal_send_time: EqualSendTime,
    pub(crate) after_refusal: AfterRefusal,
    pub(crate) repeat: Repeat,
    pub(crate) max_message_bytes: usize,
    pub(crate) max_call_bytes: usize,
    pub(crate) max_reply_bytes: usize,
    pub(crate) storage_period: Option<Duration>,
    pub(crate) rate_limits: bool,
    pub(crate) refused_words: Vec<String>,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            equal_send_time: EqualSendTime::default(),
            after_refusal: AfterRefusal::default(),
            repeat: Repeat::default(),
            max_message_bytes: 12_000,
            max_call_bytes: 128 * 1024,
            max_reply_bytes: 1024 * 1024,
            storage_period: None,
            rate_limits: false,
            refused_words: Vec::new(),
        }
    }
}

impl Switches {
    pub(crate) fn refuses_words_of(&self, text: &str) -> bool {
        self.refused_words.iter().any(|word| text.contains(word))
    }
}
