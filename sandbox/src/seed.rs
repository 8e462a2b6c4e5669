//! Groups that tests put in place without a call: of any kind, with members and unread messages.

use std::collections::BTreeMap;

use bindery::UnixSeconds;
use tencent_im::GroupType;

/// A group to put in place, see [`Sandbox::add_group`](crate::Sandbox::add_group).
#[derive(Debug, Clone, PartialEq)]
pub struct GroupSeed {
    pub(crate) id: String,
    pub(crate) kind: GroupType,
    pub(crate) name: String,
    pub(crate) created: UnixSeconds,
    pub(crate) owner: Option<String>,
    pub(crate) unread: BTreeMap<String, u32>,
    pub(crate) topics: bool,
}

impl GroupSeed {
    /// A group of that id and kind, created at the start of Unix time, without members. Its name is its id.
    pub fn new(id: impl Into<String>, kind: GroupType) -> Self {
        let id = id.into();
        Self {
            name: id.clone(),
            id,
            kind,
            created: UnixSeconds::from_secs(0),
            owner: None,
            unread: BTreeMap::new(),
            topics: false,
        }
    }

    /// Sets when it was created.
    #[must_use]
    pub fn created(mut self, created: UnixSeconds) -> Self {
        self.created = created;
        self
    }

    /// Sets the owner, who becomes a member.
    #[must_use]
    pub fn owner(mut self, owner: impl Into<String>) -> Self {
        let owner = owner.into();
        self.unread.entry(owner.clone()).or_default();
        self.owner = Some(owner);
        self
    }

    /// Adds a member with that many unread messages.
    #[must_use]
    pub fn member(mut self, user: impl Into<String>, unread: u32) -> Self {
        self.unread.insert(user.into(), unread);
        self
    }

    /// Lets it have topics; only a Community can.
    #[must_use]
    pub fn with_topics(mut self) -> Self {
        self.topics = true;
        self
    }
}
