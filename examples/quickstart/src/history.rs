//! Reading a history: one JSON object a line, turned at once into what the bindings send.
//!
//! ```json
//! {"group":"lunch","from":"lin","time":1551690000,"random":7,"body":[{"text":"hi"},{"face":{"index":6,"data":""}}]}
//! ```
//!
//! What the file gets wrong is found here, with its line, before anything is sent.

mod error;
mod line;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use bindery::UnixSeconds;

pub use self::error::{Fault, HistoryError};
use self::line::Line;
use crate::im::{CustomGroupId, ImportedMessage};

/// The messages of all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The groups, by id.
    pub groups: Vec<Group>,
}

/// A group as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its id, which it keeps.
    pub id: CustomGroupId,
    /// A time before its first message.
    pub created: UnixSeconds,
    /// Its messages, oldest first; those of one second in the order of the file.
    pub messages: Vec<ImportedMessage>,
}

impl History {
    /// Reads the file at `path`.
    ///
    /// # Errors
    /// A file that cannot be opened, and as for [`History::read`].
    pub fn open(path: &Path) -> Result<Self, HistoryError> {
        let file = File::open(path).map_err(|error| HistoryError {
            line: 0,
            fault: Fault::Read(error),
        })?;
        Self::read(BufReader::new(file))
    }

    /// Reads lines; empty ones are passed over.
    ///
    /// # Errors
    /// The first line that is not a message.
    pub fn read(source: impl BufRead) -> Result<Self, HistoryError> {
        let mut groups = BTreeMap::<String, Draft>::new();
        for (line, text) in (1..).zip(source.lines()) {
            let text = text.map_err(|error| HistoryError {
                line,
                fault: Fault::Read(error),
            })?;
            if !text.trim().is_empty() {
                add(&mut groups, line, &text).map_err(|fault| HistoryError { line, fault })?;
            }
        }
        Ok(History {
            groups: groups.into_values().map(Draft::finish).collect(),
        })
    }
}

fn add(groups: &mut BTreeMap<String, Draft>, line: usize, text: &str) -> Result<(), Fault> {
    let Line { group, message } = Line::parse(text)?;
    let draft = match groups.entry(group) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => {
            let id = CustomGroupId::new(new.key().as_str()).map_err(Fault::Text)?;
            new.insert(Draft {
                id,
                lines: BTreeMap::new(),
                messages: Vec::new(),
            })
        }
    };
    // The service drops the later of two messages with one number, and the number is how a message is found again.
    if let Some(first) = draft.lines.insert(message.random, line) {
        return Err(Fault::Repeated { first });
    }
    draft.messages.push(message);
    Ok(())
}

/// A group while the file is read.
struct Draft {
    id: CustomGroupId,
    /// The line of each random number.
    lines: BTreeMap<Option<u32>, usize>,
    messages: Vec<ImportedMessage>,
}

impl Draft {
    fn finish(mut self) -> Group {
        self.messages.sort_by_key(|message| message.send_time);
        let first = self
            .messages
            .first()
            .map_or(0, |message| message.send_time.as_secs());
        let created = UnixSeconds::from_secs(first.saturating_sub(1));
        Group {
            id: self.id,
            created,
            messages: self.messages,
        }
    }
}
