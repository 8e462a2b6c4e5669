//! Moves a chat history into groups of Tencent Cloud IM, reads it back and compares the two.
//!
//! `main.rs` does it with the sandbox, which nothing in here knows of: give [`run`] a client of the real service and a
//! history of your own, and it does the same there.

pub mod calls;
pub mod compare;
pub mod history;
pub mod im;
pub mod report;

mod concurrent;
mod error;
mod groups;
mod import;
mod progress;
mod read_back;

use std::future::Future;
use std::path::Path;
use std::time::Instant;

pub use self::error::Error;

use self::calls::Calls;
use self::concurrent::each;
use self::history::{Group, History};
use self::im::{Client, GroupId, HistoryMessage};
use self::import::Tally;
use self::progress::Progress;
use self::report::{GroupReport, Phase, Report};

/// Moves the history in the file at `path` into new groups, and compares what comes back with what was sent.
///
/// `calls` must be an observer of `client`: the report counts what it saw.
///
/// # Errors
/// A history that cannot be read, and calls that fail as a whole. A message that is refused or comes back changed is no
/// error: the report names it.
pub async fn run(client: &Client, calls: &Calls, path: &Path) -> Result<Report, Error> {
    let groups = make_groups(client, History::open(path)?.groups).await?;
    let (tallies, import) = phase(calls, import_all(client, &groups)).await?;
    let (stored, reading) = phase(calls, read_all(client, &groups)).await?;
    let results = groups.iter().zip(tallies).zip(&stored);
    let groups = results
        .map(|(((_, group), tally), stored)| report(group, tally, stored))
        .collect();
    Ok(Report {
        groups,
        import,
        reading,
    })
}

async fn make_groups(client: &Client, groups: Vec<Group>) -> Result<Vec<(GroupId, Group)>, Error> {
    let work = groups.into_iter().map(|group| {
        let client = client.clone();
        async move { Ok((groups::make(&client, &group).await?, group)) }
    });
    each(work).await
}

async fn import_all(client: &Client, groups: &[(GroupId, Group)]) -> Result<Vec<Tally>, Error> {
    let total = groups.iter().map(|(_, group)| group.messages.len()).sum();
    let progress = Progress::new("importing", total);
    let work = groups.iter().map(|(id, group)| {
        let (client, progress) = (client.clone(), progress.clone());
        let (id, messages) = (id.clone(), group.messages.clone());
        async move { import::import(&client, &id, messages, &progress).await }
    });
    each(work).await
}

async fn read_all(
    client: &Client,
    groups: &[(GroupId, Group)],
) -> Result<Vec<Vec<HistoryMessage>>, Error> {
    let total = groups.iter().map(|(_, group)| group.messages.len()).sum();
    let progress = Progress::new("reading back", total);
    let work = groups.iter().map(|(id, _)| {
        let (client, progress, id) = (client.clone(), progress.clone(), id.clone());
        async move { read_back::all(&client, &id, &progress).await }
    });
    each(work).await
}

fn report(group: &Group, tally: Tally, stored: &[HistoryMessage]) -> GroupReport {
    GroupReport {
        name: group.id.to_string(),
        sent: group.messages.len(),
        stored: tally.stored,
        refused: tally.refused,
        read_back: stored.len(),
        differences: compare::compare(&group.messages, stored),
    }
}

async fn phase<T>(
    calls: &Calls,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<(T, Phase), Error> {
    let (before, start) = (calls.count(), Instant::now());
    let done = work.await?;
    Ok((
        done,
        Phase {
            calls: calls.count() - before,
            elapsed: start.elapsed(),
        },
    ))
}
