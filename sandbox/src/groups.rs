//! The groups of one app: finding one, and the conversation inside it that a request means.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use bindery::server::Refuse;
use tencent_im::{GroupId, GroupMsgGetSimpleError, GroupType, ImportGroupMsgError, TopicId};

use crate::conversation::Conversation;
use crate::seed::GroupSeed;
use crate::snapshot::{GroupSnapshot, StoredMessage};

#[derive(Debug, Default)]
pub(crate) struct Groups {
    by_id: BTreeMap<String, Group>,
    ids_given: u64,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) profile: GroupSeed,
    main: Conversation,
    topics: BTreeMap<String, Conversation>,
}

/// Why a request finds no conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotFound {
    Group,
    /// The group is of a kind that keeps no messages.
    Live,
    Topic(&'static str),
}

impl Groups {
    pub(crate) fn get(&self, id: &str) -> Option<&Group> {
        self.by_id.get(id)
    }

    /// The group a request names, if it can hold messages.
    pub(crate) fn keeping(&mut self, id: &GroupId) -> Result<&mut Group, NotFound> {
        let group = self.by_id.get_mut(id.as_str()).ok_or(NotFound::Group)?;
        if group.profile.kind == GroupType::AvChatRoom {
            return Err(NotFound::Live);
        }
        Ok(group)
    }

    /// Puts a group in place, unless its id is in use.
    pub(crate) fn add(&mut self, profile: GroupSeed) -> bool {
        match self.by_id.entry(profile.id.clone()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(Group {
                    profile,
                    main: Conversation::default(),
                    topics: BTreeMap::new(),
                });
                true
            }
        }
    }

    /// An id that no group has.
    pub(crate) fn free_id(&mut self, kind: GroupType) -> String {
        let lead = match kind {
            GroupType::Community => "@TGS#_",
            _ => "@TGS#",
        };
        loop {
            self.ids_given += 1;
            let id = format!("{lead}SANDBOX{:06}", self.ids_given);
            if !self.by_id.contains_key(&id) {
                return id;
            }
        }
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Group> {
        self.by_id.get_mut(id)
    }
}

impl Group {
    /// The messages a request means, oldest first.
    pub(crate) fn messages(&self, topic: Option<&TopicId>) -> Result<&[StoredMessage], NotFound> {
        let Some(topic) = topic else {
            return Ok(self.main.messages());
        };
        self.check_topic(topic.as_str())?;
        let topic = self.topics.get(topic.as_str());
        Ok(topic.map_or(&[], Conversation::messages))
    }

    /// The conversation an import goes to; a topic comes into being with it.
    pub(crate) fn conversation(
        &mut self,
        topic: Option<&TopicId>,
    ) -> Result<&mut Conversation, NotFound> {
        match topic {
            None => Ok(&mut self.main),
            Some(topic) => {
                self.check_topic(topic.as_str())?;
                let topic = topic.as_str().to_owned();
                Ok(self.topics.entry(topic).or_default())
            }
        }
    }

    fn check_topic(&self, topic: &str) -> Result<(), NotFound> {
        if !self.profile.topics {
            return Err(NotFound::Topic("the group has no topics"));
        }
        let own = topic
            .strip_prefix(&self.profile.id)
            .and_then(|rest| rest.strip_prefix("@TOPIC#_"))
            .ok_or(NotFound::Topic("not the group's id followed by `@TOPIC#_`"))?;
        if own.is_empty() || own.contains("@TGS#_") || own.contains("@TOPIC#_@TOPIC#") {
            return Err(NotFound::Topic("the part behind `@TOPIC#_` is not allowed"));
        }
        Ok(())
    }

    /// What an import leaves behind: nothing is unread.
    pub(crate) fn clear_unread(&mut self) {
        self.profile
            .unread
            .values_mut()
            .for_each(|count| *count = 0);
    }

    pub(crate) fn snapshot(&self) -> GroupSnapshot {
        let profile = self.profile.clone();
        let topics = self.topics.iter();
        GroupSnapshot {
            id: profile.id,
            kind: profile.kind,
            name: profile.name,
            created: profile.created,
            owner: profile.owner,
            unread: profile.unread,
            messages: self.main.messages().to_vec(),
            topics: topics
                .map(|(id, topic)| (id.clone(), topic.messages().to_vec()))
                .collect(),
        }
    }

    pub(crate) fn main(&mut self) -> &mut Conversation {
        &mut self.main
    }
}

impl NotFound {
    fn message(self) -> String {
        match self {
            Self::Group => "/GroupId: no such group; import it first".to_owned(),
            Self::Live => "/GroupId: an AVChatRoom keeps no messages".to_owned(),
            Self::Topic(what) => format!("/TopicId: {what}"),
        }
    }
}

impl From<NotFound> for Refuse<ImportGroupMsgError> {
    fn from(why: NotFound) -> Self {
        let error = match why {
            NotFound::Group => ImportGroupMsgError::GroupNotFound,
            NotFound::Live => ImportGroupMsgError::NotPermitted,
            NotFound::Topic(_) => ImportGroupMsgError::InvalidParameter,
        };
        Refuse::from(error).message(why.message())
    }
}

impl From<NotFound> for Refuse<GroupMsgGetSimpleError> {
    fn from(why: NotFound) -> Self {
        let error = match why {
            NotFound::Group => GroupMsgGetSimpleError::GroupNotFound,
            NotFound::Live => GroupMsgGetSimpleError::NotPermitted,
            NotFound::Topic(_) => GroupMsgGetSimpleError::InvalidParameter,
        };
        Refuse::from(error).message(why.message())
    }
}
