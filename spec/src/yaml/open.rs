//! Collections whose end has not been read: what is in them so far.

use crate::finding::Finding;
use crate::json::repeated_keys;
use crate::span::Span;
use crate::value::{Kind, Member, Value};
use crate::yaml::merge::{self, Merge};
use crate::yaml::slips;

pub(super) struct Open {
    pub(super) start: Span,
    /// The anchor in front of it; 0 for none.
    pub(super) anchor: usize,
    pub(super) inside: Inside,
}

pub(super) enum Inside {
    Items(Vec<Value>),
    Members(Members),
}

#[derive(Default)]
pub(super) struct Members {
    own: Vec<Member>,
    merges: Vec<Merge>,
    /// The key whose value has not been read.
    key: Option<Key>,
}

enum Key {
    Text(Box<str>, Span),
    Merge,
}

impl Open {
    /// Whether a key comes next.
    pub(super) fn is_at_key(&self) -> bool {
        matches!(&self.inside, Inside::Members(members) if members.key.is_none())
    }

    /// Takes `<<` for the next key.
    pub(super) fn merge(&mut self) {
        if let Inside::Members(members) = &mut self.inside {
            members.key = Some(Key::Merge);
        }
    }

    /// Takes the next item, key or value of a key; says what is wrong with it in this place.
    pub(super) fn put(&mut self, value: Value) -> Result<(), Finding> {
        match &mut self.inside {
            Inside::Items(items) => items.push(value),
            Inside::Members(members) => match members.key.take() {
                None => return members.begin(&value),
                Some(Key::Merge) => {
                    let merged = merge::members(value)?;
                    members.merges.push((members.own.len(), merged));
                }
                Some(Key::Text(key, key_span)) => members.own.push(Member {
                    key,
                    key_span,
                    value,
                }),
            },
        }
        Ok(())
    }

    /// The whole of it, once its end has been read.
    pub(super) fn close(self, noticed: &mut Vec<Finding>) -> Kind {
        match self.inside {
            Inside::Items(items) => Kind::Array(items),
            Inside::Members(Members { own, merges, .. }) => {
                repeated_keys(&own, noticed);
                Kind::Object(merge::merged(own, merges))
            }
        }
    }
}

impl Members {
    /// A key is the text that stands there: `200` and `"200"` are the same one.
    fn begin(&mut self, key: &Value) -> Result<(), Finding> {
        let absent = key.span.start == key.span.end;
        let text = key.as_str().or_else(|| key.as_number());
        let text = text.filter(|_| !absent);
        self.key = Some(Key::Text(text.unwrap_or_default().into(), key.span));
        match text {
            Some(_) => Ok(()),
            None if absent => Err(slips::no_key(key.span, "nothing")),
            None => Err(slips::no_key(key.span, key.described())),
        }
    }
}
