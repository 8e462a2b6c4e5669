//! Why a move stops.

use std::{error, fmt};

use bindery::{Error as CallError, TextError};
use tokio::task::JoinError;

use crate::history::HistoryError;
use crate::im::{GroupId, GroupMsgGetSimpleError, ImportGroupError, ImportGroupMsgError};

/// Why a move stops. What was stored until then stays stored.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The history cannot be read.
    History(HistoryError),
    /// A group of the history has an id that no group can have.
    GroupId(TextError),
    /// A group cannot be made.
    Make(GroupId, CallError<ImportGroupError>),
    /// Nobody can tell whether a group was made: it exists, and holds messages.
    NotEmpty(GroupId),
    /// A call with messages failed, and none of them was stored.
    Import(GroupId, CallError<ImportGroupMsgError>),
    /// Messages were sent again and again, and the service never said what became of them.
    Unresolved(GroupId, usize),
    /// A group cannot be read.
    Read(GroupId, CallError<GroupMsgGetSimpleError>),
    /// A page of a group holds messages that were not asked for, so that reading on would never end.
    Page(GroupId),
    /// The work on a group ended early.
    Task(JoinError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::History(error) => error.fmt(f),
            Error::GroupId(error) => error.fmt(f),
            Error::Make(group, error) => write!(f, "group {group} cannot be made: {error}"),
            Error::NotEmpty(group) => {
                write!(
                    f,
                    "group {group} exists and holds messages; move into a group of another id"
                )
            }
            Error::Import(group, error) => write!(f, "group {group} takes no messages: {error}"),
            Error::Unresolved(group, messages) => {
                write!(
                    f,
                    "group {group}: the fate of {messages} messages stays unknown; read the group before going on"
                )
            }
            Error::Read(group, error) => write!(f, "group {group} cannot be read: {error}"),
            Error::Page(group) => write!(
                f,
                "group {group} cannot be read: a page holds messages that were not asked for"
            ),
            Error::Task(error) => write!(f, "the work on a group ended early: {error}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        // The message tells each error itself, so that only the cause behind it is left.
        match self {
            Error::Make(_, error) => error.source(),
            Error::Import(_, error) => error.source(),
            Error::Read(_, error) => error.source(),
            _ => None,
        }
    }
}

impl From<HistoryError> for Error {
    fn from(error: HistoryError) -> Self {
        Error::History(error)
    }
}
