//! What tests see of the state: copies, which later calls do not change.

use std::collections::BTreeMap;

use bindery::{Json, UnixSeconds};
use tencent_im::{GroupType, MessageState, UserId};

/// A group as it stood when it was asked for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupSnapshot {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: GroupType,
    /// Its name.
    pub name: String,
    /// When it was created.
    pub created: UnixSeconds,
    /// Its owner, where it has one.
    pub owner: Option<String>,
    /// Unread messages of each member.
    pub unread: BTreeMap<String, u32>,
    /// Its messages outside topics, oldest first.
    pub messages: Vec<StoredMessage>,
    /// The messages of its topics by `TopicId`, oldest first.
    pub topics: BTreeMap<String, Vec<StoredMessage>>,
}

/// A message as it is stored.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StoredMessage {
    /// Its number in the group or topic, from 1.
    pub seq: u64,
    /// Who sent it.
    pub from: UserId,
    /// When it was sent.
    pub time: UnixSeconds,
    /// The random number it was imported with.
    pub random: Option<u32>,
    /// Its elements, an array.
    pub body: Json,
    /// Whether it was deleted or recalled since.
    pub state: MessageState,
}
